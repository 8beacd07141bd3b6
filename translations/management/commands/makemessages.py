from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """A new text stays empty, and is shown in English: gettext's guess from a similar one would be a wrong word."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
