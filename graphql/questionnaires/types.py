from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay
from strawberry.scalars import JSON

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.text import LocalizedText, text_type
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import RELATIONS, user_can, visible
from leavingwell.platform.plans.visibility import visible_answers, visible_check_ins
from leavingwell.questionnaires import kinds, models
from leavingwell.questionnaires.content import Content
from leavingwell.translations.localised import texts_of

AnswerKind = kinds.AnswerKind
strawberry.enum(AnswerKind, name="AnswerKind", description="What an answer can be.")
Channel = kinds.Channel
strawberry.enum(Channel, name="Channel", description="How an answer was given.")
QuestionVariant = kinds.Variant
strawberry.enum(QuestionVariant, name="QuestionVariant", description="For whom a question is worded.")
SharedWith = models.CheckIn.SharedWith
strawberry.enum(SharedWith, name="SharedWith", description="Who sees a check-in.")
Call = models.CheckIn.Call
strawberry.enum(Call, name="Call", description="Whether a call is wanted, and how soon.")


@strawberry.type(description="One of a question's answers.")
class Choice:
    code: str
    score: int = strawberry.field(description="Points, 0 to 2. Never shown to young people.")
    texts: strawberry.Private[Mapping[str, str]]
    asked: strawberry.Private[str | None] = None

    @strawberry.field(description="What stands on the button.")
    def label(self, info: Info, language: str | None = None) -> LocalizedText:
        return text_type(info.context.text_of(dict(self.texts), language or self.asked))


@strawberry.type(description="A picture with its words.")
class Image:
    url: str
    alternative_text: str


@strawberry.type(description="A question of a published questionnaire.")
class Question:
    source: strawberry.Private[Mapping[str, Any]]
    variant: strawberry.Private[str] = kinds.Variant.STANDARD.value
    asked: strawberry.Private[str | None] = None

    @strawberry.field(description="Never changes its meaning.")
    def code(self) -> str:
        return str(self.source["code"])

    @strawberry.field(description="Core questions are asked everywhere and can be compared.")
    def is_core(self) -> bool:
        return bool(self.source["is_core"])

    @strawberry.field(description="`YN` or `3PT`.")
    def answer_type(self) -> str:
        return str(self.source["answer_type"])

    @strawberry.field(description="Step in the hierarchy of needs, 1 (safe today) to 5 (grow).")
    def level(self) -> int:
        return int(self.source["level"])

    @strawberry.field(description="The question.")
    def text(self, info: Info) -> LocalizedText:
        return self.part("text", info)

    @strawberry.field(description="Why we ask.")
    def help(self, info: Info) -> LocalizedText:
        return self.part("help", info)

    @strawberry.field
    def image(self) -> Image | None:
        image = self.source["image"]
        return Image(url=image["url"], alternative_text=image["alternative_text"]) if image else None

    @strawberry.field
    def choices(self) -> list[Choice]:
        return [choice_type(choice, self.asked) for choice in self.source["choices"]]

    @strawberry.field(description="The condition under which it is shown, as data; null: always.")
    def show_when(self) -> JSON | None:
        return self.source["show_when"]

    @strawberry.field(description="Choices after which a worker is told the same day. Say so before asking.")
    def tells_a_person(self) -> list[str]:
        return list(self.source["tell_a_person"])

    def part(self, name: str, info: Info) -> LocalizedText:
        languages = info.context.languages(self.asked)
        found = Content({"domains": []}).text(self.source, name, self.variant, languages[0], languages)
        return text_type(found)


def choice_type(choice: Mapping[str, Any], asked: str | None = None) -> Choice:
    return Choice(code=choice["code"], score=choice["score"], texts=choice["label"], asked=asked)


@strawberry.type(description="An area of life.")
class Domain:
    code: str
    source: strawberry.Private[Mapping[str, Any]]
    variant: strawberry.Private[str] = kinds.Variant.STANDARD.value
    asked: strawberry.Private[str | None] = None

    @strawberry.field(description="What young people call it.")
    def title(self, info: Info) -> LocalizedText:
        return text_type(info.context.text_of(self.source["title"], self.asked))

    @strawberry.field(description="What professionals call it.")
    def name(self) -> str:
        return str(self.source["name"])

    @strawberry.field
    def questions(self) -> list[Question]:
        questions = self.source.get("questions", ())
        return [Question(source=question, variant=self.variant, asked=self.asked) for question in questions]


def domain_of_row(domain: models.Domain) -> Domain:
    """A domain that hangs on a row (an action, a goal), without its questions."""
    return Domain(code=domain.code, source={"title": dict(texts_of(domain, "title")), "name": domain.name})


@strawberry.type(description="A published questionnaire: frozen, so that it can be shown for ever as it was asked.")
class Questionnaire:
    code: str
    version: int
    content_hash: str = strawberry.field(description="SHA-256 of the content: the same as long as nothing changed.")
    domains: list[Domain]

    @strawberry.field(description="One question; null for an unknown code.")
    def question(self, code: str) -> Question | None:
        for domain in self.domains:
            for question in domain.source.get("questions", ()):
                if question["code"] == code:
                    return Question(source=question, variant=domain.variant, asked=domain.asked)
        return None


def may_read_notes(answer: models.Answer, info: Info) -> bool:
    # `visible` noted the viewer's relations on the answer itself: no query for each.
    noted_on: Any = answer if hasattr(answer, RELATIONS) else answer.response.young_person
    return user_can(info.context.viewer, Operation.VIEW_NOTES, noted_on)


@strawberry_django.type(models.Answer, name="Answer", description="What a young person says to one question.")
class Answer:
    kind: AnswerKind
    comment: str = strawberry_django.field(description="The young person's own words.")
    wants_help: bool
    tells_a_person: bool
    answered_by: Person
    typed_by: Person
    channel: Channel
    language: str
    with_interpreter: bool
    shown_text: str = strawberry_django.field(description="The question as it was shown.")
    answered_at: datetime

    @strawberry_django.field(prefetch_related="response__questionnaire_version")
    def question(self, root: strawberry.Parent[models.Answer]) -> Question:
        content = Content(root.response.questionnaire_version.content)
        return Question(source=content.question(root.question_code), variant=root.variant)

    @strawberry_django.field(prefetch_related="response__questionnaire_version")
    def choice(self, root: strawberry.Parent[models.Answer]) -> Choice | None:
        content = Content(root.response.questionnaire_version.content)
        found = content.choice(root.question_code, root.choice) if root.choice else None
        return choice_type(found) if found else None

    @strawberry_django.field(description="The worker's note; null for those who may not read notes.")
    def worker_note(self, root: strawberry.Parent[models.Answer], info: Info) -> str | None:
        return root.worker_note if may_read_notes(root, info) else None

    @strawberry_django.field(description="Who wrote the note.", select_related="worker_note_by")
    def worker_note_by(self, root: strawberry.Parent[models.Answer], info: Info) -> Person | None:
        writer: Any = root.worker_note_by if may_read_notes(root, info) else None
        return writer

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_answers(queryset, info.context.viewer)


@strawberry_django.type(models.Response, name="Response", description="One checklist of one young person.")
class Response(relay.Node):
    id: relay.NodeID[str]
    version: int = strawberry_django.field(description="Counts the saves: send it back as `expectedVersion`.")
    started_at: datetime
    submitted_at: datetime | None
    answers: list[Answer]

    @strawberry_django.field(description="The answer to one question; null while there is none.")
    def answer(self, root: strawberry.Parent[models.Response], question: str) -> Answer | None:
        rows: Any = models.Answer.objects.filter(response_id=root.pk, question_code=question)
        return rows

    @strawberry_django.field(description="Finished: its answers stay as they are.")
    def complete(self, root: strawberry.Parent[models.Response]) -> bool:
        return root.submitted_at is not None

    @strawberry_django.field(select_related="questionnaire_version", description="The questionnaire as it was asked.")
    def questionnaire(self, root: strawberry.Parent[models.Response], language: str | None = None) -> Questionnaire:
        return questionnaire_type(root.questionnaire_version, language)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_ANSWERS, "young_person")


def questionnaire_type(
    version: models.QuestionnaireVersion, asked: str | None, variant: str = kinds.Variant.STANDARD
) -> Questionnaire:
    return Questionnaire(
        code=version.content["code"],
        version=version.number,
        content_hash=version.content_hash,
        domains=[
            Domain(code=domain["code"], source=domain, variant=variant, asked=asked)
            for domain in version.content["domains"]
        ],
    )


@strawberry_django.type(models.CheckIn, name="CheckIn", description="How a young person said they were.")
class CheckIn(relay.Node):
    id: relay.NodeID[str]
    face: int = strawberry_django.field(description="1 (very bad) to 5 (very good).")
    note: str
    shared_with: SharedWith
    call: Call
    language: str
    sent_at: datetime

    @strawberry_django.field(select_related="area")
    def area(self, root: strawberry.Parent[models.CheckIn]) -> Domain | None:
        return domain_of_row(root.area) if root.area else None

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_check_ins(queryset, info.context.viewer)
