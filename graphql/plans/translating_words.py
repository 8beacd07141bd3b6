"""Adding what somebody's words mean in another language."""

from typing import Annotated, Any
from uuid import UUID

import strawberry

from leavingwell.graphql.access import comment_for, goal_for, may
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuid_of
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.calls import check_in_for
from leavingwell.graphql.plans.translated_words import WordsOrigin, WordsTranslation
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services.translating_words import translate_words
from leavingwell.platform.problems import not_found

TranslateWordsResult = Annotated[WordsTranslation | Problems, strawberry.union("TranslateWordsResult")]


@strawberry.input
class TranslateWordsInput:
    subject_id: strawberry.ID = strawberry.field(description="Of a `Comment`, a `Goal` or a `CheckIn`.")
    language: str = strawberry.field(description="Of the translation: a code of `languages`.")
    text: str
    origin: WordsOrigin = WordsOrigin.PERSON
    request_id: UUID | None = None


def subject_for(info: Info, given: str) -> tuple[Any, YoungPerson]:
    """What holds the words, for whoever may read them, and whose record it is in. Raises NOT_FOUND."""
    if uuid_of(given, "CheckIn"):
        check_in = check_in_for(info, given, "subjectId")
        return check_in, check_in.young_person
    for name, find in (("Comment", comment_for), ("Goal", goal_for)):
        if uuid_of(given, name):
            row: Any = find(info, given, "subjectId")
            return row, row.plan.young_person
    raise not_found("subjectId")


@strawberry.type
class TranslatingWordsMutation:
    @mutation(TranslateWordsResult, "Adds what words mean in another language, beside them. They stay as they are.")
    def translate_words(self, info: Info, input: TranslateWordsInput) -> models.WordsTranslation:
        row, young_person = subject_for(info, input.subject_id)
        may(info, Operation.TRANSLATE_WORDS, young_person)
        return translate_words(
            young_person,
            row,
            language=input.language,
            text=input.text,
            origin=models.WordsTranslation.Origin(input.origin),
            by=signed_in(info),
        )
