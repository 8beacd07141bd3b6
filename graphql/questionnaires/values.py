"""What an answer, or an earlier state of one, says: read from its row with the words of the version it was asked in."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from leavingwell.graphql.questionnaires.published import Choice, Question, choice_type
from leavingwell.graphql.text import LocalizedText, text_type
from leavingwell.questionnaires.content import texts_of_part
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import Answer, AnswerRevision
from leavingwell.translations.localised import first_text

Row = Answer | AnswerRevision


def answer_of(row: Row) -> Answer:
    return row.answer if isinstance(row, AnswerRevision) else row


def source_of(row: Row) -> Mapping[str, Any]:
    """Its question in the published version; for rows with `response` at hand no query."""
    answer = answer_of(row)
    return answer.response.questionnaire_version.reading.question(answer.question_code)


def choices_of(row: Row, asked: str | None = None) -> list[Choice]:
    """Those that were made, in the order of the question, in the variant of the answer."""
    made = {row.choice, *(row.choices or ())} - {""}
    return [choice_type(one, asked, row.variant) for one in source_of(row)["choices"] if one["code"] in made]


def number_of(row: Row) -> Decimal | None:
    """As it is written: 2.5, where the database says 2.50."""
    return None if row.number is None else Decimal(f"{row.number.normalize():f}")


def asked_of(row: Row) -> Question:
    """The question in the variant and the language of then."""
    return Question(source=source_of(row), variant=row.variant, asked=row.language)


def wordings(source: Mapping[str, Any], variant: str) -> Iterator[tuple[str, str]]:
    """Every language and text of a question, those of the variant first."""
    for one in (variant, Variant.STANDARD.value):
        yield from texts_of_part(source, "text", one).items()


def shown_of(row: Row) -> LocalizedText:
    """The stored words of the question. A question without a text in the language of the answer stood in another."""
    found = [language for language, text in wordings(source_of(row), row.variant) if text == row.shown_text]
    language = row.language if row.language in found or not found else found[0]
    return text_type(first_text({language: row.shown_text}, (row.language, language)))
