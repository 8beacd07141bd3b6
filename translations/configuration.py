"""The languages that a council offers, as part of its configuration."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.outcome import Difference, Outcome, State
from leavingwell.platform.councils.configuration.registry import Part, register
from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import invalid
from leavingwell.translations.languages import LANGUAGES, SOURCE

FIELDS = {"languages": "language_codes", "default": "default_language"}


def checked(wanted: Any) -> dict[str, Any]:
    """Raises INVALID for what the admin would not let anybody choose."""
    if not isinstance(wanted, dict) or set(wanted) != set(FIELDS) or not isinstance(wanted["languages"], list):
        raise invalid(_now("The languages in this file are not written as they should be."))
    codes = wanted["languages"]
    if not all(isinstance(code, str) and code in LANGUAGES for code in codes) or len(set(codes)) != len(codes):
        raise invalid(_now("This file names a language that we do not know."))
    if codes[:1] != [SOURCE] or wanted["default"] not in codes:
        raise invalid(_now("English comes first, and the default is one of the languages that are offered."))
    return wanted


class LanguagesPart(Part):
    name, label, order = "languages", _("Languages"), 10

    def export(self, journey: Outbound) -> dict[str, Any]:
        council = Council.objects.get(pk=scope.current_council_id())
        codes = list(dict.fromkeys([SOURCE, *council.language_codes]))
        return {"default": council.default_language, "languages": codes}

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
