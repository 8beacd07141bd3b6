from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.TextChoices):
    """What a text belongs to, as translators divide their work."""

    QUESTIONS = "questions", _("Questions")
    ANSWERS = "answers", _("Answers to choose")
    SURVEYS = "surveys", _("Short surveys")
    OFFER = "offer", _("Local offer")
    PAGES = "pages", _("Pages")
    WORDS = "words", _("Glossary words")
    HELP = "help", _("Help lines")
    NOTICES = "notices", _("Notices")
    PORTAL = "portal", _("Portal")
    DOCUMENTS = "documents", _("Documents")
    EMAILS = "emails", _("E-mails")
    MESSAGES = "messages", _("Messages and other words")


class Kind(models.TextChoices):
    PLAIN = "plain", _("Plain words")
    RICH = "rich", _("Words with formatting")
    PLURAL = "plural", _("Words that change with a number")


class Status(models.TextChoices):
    """Of one text in one language. Missing: there is no row, or its text was taken away."""

    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("Draft")
    MACHINE_DRAFT = "machine_draft", _("Machine draft, not yet reviewed")
    TRANSLATED = "translated", _("Translated, not yet reviewed")
    REVIEWED = "reviewed", _("Reviewed")
    STALE = "stale", _("The English has changed since")
    REJECTED = "rejected", _("Sent back")


class Origin(models.TextChoices):
    """Where the words of a translation come from."""

    PERSON = "person", _("Written in the workbench")
    MACHINE = "machine", _("Machine translation")
    MEMORY = "memory", _("An earlier translation of the same words")
    FILE = "file", _("A translators' file")
    SHIPPED = "shipped", _("Came with the platform")
    EDITOR = "editor", _("Written in an editor's form")


WAITING = (Status.TRANSLATED, Status.MACHINE_DRAFT)  # for a reviewer
SHOWN = (Status.REVIEWED,)  # what the workbench puts before young people
