"""Remarks sorted for editors: by question, with the words of the question, and never with whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import Remark
from leavingwell.translations.languages import SOURCE


@dataclass(frozen=True)
class Said:
    """One remark as an editor sees it. `id` is the remark's own."""

    id: str
    kind: str
    suggestion: str
    language: str
    made_on: str
    hidden_because: str
    answer: str


@dataclass(frozen=True)
class About:
    """What was said about one question."""

    code: str
    text: str
    said: list[Said] = field(default_factory=list)


def said(remark: Remark) -> Said:
    return Said(
        id=str(remark.pk),
        kind=remark.get_kind_display(),
        suggestion="" if remark.hidden_because else remark.suggestion,
        language=remark.language,
        made_on=remark.made_at.date().isoformat(),
        hidden_because=remark.hidden_because,
        answer=remark.answer,
    )


def text_of(remark: Remark) -> str:
    """The question as it was asked."""
    content = Content(remark.questionnaire_version.content)
    return content.text(content.question(remark.question_code), "text", Variant.STANDARD, SOURCE).value


def by_question(remarks: Iterable[Remark]) -> list[About]:
    """`remarks` come in the order of their questions."""
    found = []
    for code, group in groupby(remarks, key=lambda remark: remark.question_code):
        rows = list(group)
        found.append(About(code, text_of(rows[0]), [said(remark) for remark in rows]))
    return found
