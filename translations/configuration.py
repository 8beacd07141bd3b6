"""The languages that a council offers, as part of its configuration."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.outcome import Difference, Outcome, State
from leavingwell.platform.councils.configuration.registry import Part, leave_out, register
from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import invalid
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.services.choosing import checked_fallbacks

FIELDS = {"languages": "language_codes", "default": "default_language", "fallbacks": "language_fallbacks"}
LATER: dict[str, Any] = {"fallbacks": {}}  # what a file of an earlier release does not say


def checked(wanted: Any) -> dict[str, Any]:
    """Raises INVALID for what the admin would not let anybody choose."""
    wanted = {**LATER, **wanted} if isinstance(wanted, dict) else {}
    if set(wanted) != set(FIELDS) or not isinstance(wanted["languages"], list) or not are_chains(wanted["fallbacks"]):
        raise invalid(_now("The languages in this file are not written as they should be."))
    codes = wanted["languages"]
    if not all(isinstance(code, str) and code in LANGUAGES for code in codes) or len(set(codes)) != len(codes):
        raise invalid(_now("This file names a language that we do not know."))
    if codes[:1] != [SOURCE] or wanted["default"] not in codes:
        raise invalid(_now("English comes first, and the default is one of the languages that are offered."))
    return {**wanted, "fallbacks": checked_fallbacks(wanted["fallbacks"])}


def are_chains(told: Any) -> bool:
    """Whether these are lists of texts by texts."""
    return isinstance(told, dict) and all(
        isinstance(some, list) and all(isinstance(code, str) for code in some) for some in told.values()
    )


class LanguagesPart(Part):
    name, label, order = "languages", _("Languages"), 10

    def export(self, journey: Outbound) -> dict[str, Any]:
        council = Council.objects.get(pk=scope.current_council_id())
        codes = list(dict.fromkeys([SOURCE, *council.language_codes]))
        return {
            "default": council.default_language,
            "languages": codes,
            "fallbacks": {code: some for code, some in sorted(council.language_fallbacks.items()) if some},
        }

    def bring(self, wanted: Any, journey: Inbound) -> Outcome:
        """Texts in a language that goes are kept, and are back when it is."""
        wanted = checked(wanted)
        council = Council.objects.select_for_update().get(pk=scope.current_council_id())
        changed = [name for name, field in FIELDS.items() if getattr(council, field) != wanted[name]]
        for name in changed:
            setattr(council, FIELDS[name], wanted[name])
        council.save(update_fields=list(FIELDS.values()))
        journey.step()
        labels: dict[str, Any] = {name: Council._meta.get_field(field) for name, field in FIELDS.items()}
        told = tuple(str(labels[name].verbose_name) for name in changed)
        state = State.CHANGED if changed else State.SAME
        return Outcome([Difference(state, str(self.label), ", ".join(wanted["languages"]), told)])


register(LanguagesPart())
leave_out("translations.TranslationUnit", "made anew from the texts themselves")
leave_out("translations.Translation", "what is shown goes with its text; the rest in translators' own files")
leave_out("translations.TranslationChange", "the history of translations: it stays where it happened")
leave_out("translations.TranslatorLanguage", "who works on what: people's, not the council's")
leave_out("translations.TermRendering", "how translators say the words of the field: theirs, as their translations are")
leave_out("translations.Suggestion", "what one council asked of the nation")
