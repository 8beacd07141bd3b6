"""A condition in plain words, in the language of whoever reads."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from leavingwell.questionnaires.conditions import Condition
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import Variant
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.localised import chain, first_text

LONGEST = 45  # characters of a question
OPERATORS = {
    "is": _("%(question)s is %(value)s"),
    "at_least": _("%(question)s is at least %(value)s"),
    "at_most": _("%(question)s is at most %(value)s"),
}


def told_number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


class Words:
    """The words for the conditions of one questionnaire (`freezing` says how its content looks)."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = Content(content)

    def shown_when(self, condition: Condition | None) -> str:
        """A whole sentence; for no condition too."""
        if condition is None:
            return gettext("Always shown")
        return gettext("Shown when %s") % self.of(condition)

    def of(self, condition: Condition, inside: bool = False) -> str:
        if "question" in condition:
            return self.of_atom(condition)
        if "not" in condition:
            return gettext("not (%s)") % self.of(condition["not"])
        name = "all" if "all" in condition else "any"
        joined = pgettext("between conditions", ", and ") if name == "all" else pgettext("between conditions", ", or ")
        words = joined.join(self.of(part, inside=True) for part in condition[name])
        return f"({words})" if inside and len(condition[name]) > 1 else words

    def of_atom(self, atom: Condition) -> str:
        question = self.question(atom["question"])
        if "answered" in atom:
            words = gettext("%s has an answer") if atom["answered"] else gettext("%s has no answer")
            return words % question
        operator = next(name for name in OPERATORS if name in atom)
        value = self.choices(atom["question"], atom["is"]) if operator == "is" else told_number(atom[operator])
        return str(OPERATORS[operator]) % {"question": question, "value": value}

    def languages(self) -> tuple[str, ...]:
        return chain(get_language() or SOURCE)

    def question(self, code: str, whole: bool = False) -> str:
        """Its code and the beginning of its words (or all of them); one that is not asked has its code alone."""
        if not self.content.has(code):
            return code
        texts = self.content.question(code)["texts"].get(Variant.STANDARD, {}).get("text", {})
        words = first_text(texts, self.languages()).value
        shown = words if whole else Truncator(words).chars(LONGEST, truncate="…")
        return f"{code} “{shown}”" if words else code

    def choices(self, code: str, chosen: Sequence[str]) -> str:
        return gettext(" or ").join(f"“{self.choice(code, choice)}”" for choice in chosen)

    def choice(self, code: str, choice: str) -> str:
        found = self.content.choice(code, choice) if self.content.has(code) else None
        return (found and first_text(found["label"], self.languages()).value) or choice
