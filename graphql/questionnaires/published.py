"""A questionnaire as published, so that a client can ask it by itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.questionnaires.media import Image, Recording, image_type, recording_type
from leavingwell.graphql.text import LocalizedText, text_type
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import Viewer, user_can_in_council
from leavingwell.questionnaires import kinds, models
from leavingwell.questionnaires.content import Content, label_of, picture_of, recording_of, texts_of_part, variants_of
from leavingwell.questionnaires.publication.addresses import bundle_address, schema_address
from leavingwell.translations.localised import texts_of

QuestionVariant = kinds.Variant
strawberry.enum(QuestionVariant, name="QuestionVariant", description="For whom a question is worded.")

READ_PROMPTS = (CouncilOperation.VIEW_CASELOAD, CouncilOperation.EDIT_QUESTIONNAIRE)


def may_read_prompts(viewer: Viewer) -> bool:
    """Who works with young people, and who words the questions: never a young person or a supporter."""
    return any(user_can_in_council(viewer, operation) for operation in READ_PROMPTS)


@strawberry.type(description="One of a question's answers.")
class Choice:
    code: str
    score: int | None = strawberry.field(
        description="Points, 0 to 2; null where the question has none. Never shown to young people."
    )
    texts: strawberry.Private[Mapping[str, str]]
    asked: strawberry.Private[str | None] = None

    @strawberry.field(description="What stands on the button.")
    def label(self, info: Info, language: str | None = None) -> LocalizedText:
        return text_type(info.context.text_of(self.texts, language or self.asked))


@strawberry.type(description="Between what a number must lie; null: no bound on that side.")
class Limits:
    least: float | None
    most: float | None


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

    @strawberry.field(description="The council's own: without points, and never in national totals.")
    def is_own(self) -> bool:
        return bool(self.source.get("is_own"))

    @strawberry.field(description="`YN`, `3PT`, `FACES`, `ONE`, `SEVERAL`, `NUMBER`, `DATE` or `TEXT`.")
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

    @strawberry.field(description="What the worker can ask more, or look out for; null for everybody else.")
    def worker_prompt(self, info: Info) -> LocalizedText | None:
        prompt = self.part("prompt", info) if may_read_prompts(info.context.viewer) else None
        return prompt if prompt and prompt.value else None

    @strawberry.field(description="The variant's picture, else the standard one.")
    def image(self, info: Info) -> Image | None:
        return image_type(picture_of(self.source, self.variant), info, self.asked)

    @strawberry.field(description="`text` read aloud in its language; null while nobody has read it.")
    def recording(self, info: Info) -> Recording | None:
        return recording_type(recording_of(self.source, self.variant, info.context.languages(self.asked)), info)

    @strawberry.field(description="The variants that it has; in the others it is asked in the standard words.")
    def variants(self) -> list[QuestionVariant]:
        return [kinds.Variant(variant) for variant in variants_of(self.source)]

    @strawberry.field
    def choices(self) -> list[Choice]:
        return [choice_type(choice, self.asked, self.variant) for choice in self.source["choices"]]

    @strawberry.field(description="Of a question that is answered with a number; null: none.")
    def limits(self) -> Limits | None:
        limits = self.source.get("limits") or {}
        least, most = limits.get("least"), limits.get("most")
        return None if least is None and most is None else Limits(least=least, most=most)

    @strawberry.field(description="The condition under which it is shown, as data; null: always.")
    def show_when(self) -> JSON | None:
        return self.source.get("show_when")

    @strawberry.field(description="Choices after which a worker is told the same day. Say so before asking.")
    def tells_a_person(self) -> list[str]:
        return list(self.source["tell_a_person"])

    @strawberry.field(description="Those after which a worker is told when they were the last review's answer too.")
    def tells_a_person_if_repeated(self) -> list[str]:
        return list(self.source.get("tell_if_repeated", ()))

    def part(self, name: str, info: Info) -> LocalizedText:
        return text_type(info.context.text_of(texts_of_part(self.source, name, self.variant), self.asked))


def choice_type(
    choice: Mapping[str, Any], asked: str | None = None, variant: str = kinds.Variant.STANDARD.value
) -> Choice:
    return Choice(code=choice["code"], score=choice["score"], texts=label_of(choice, variant), asked=asked)


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


@strawberry.type(description="The lowest per cent of each phase of a domain; below `growing` there is work to do.")
class Scoring:
    going_well: int
    growing: int


@strawberry.type(description="A published questionnaire: frozen, so that it can be shown for ever as it was asked.")
class Questionnaire:
    row: strawberry.Private[models.QuestionnaireVersion]
    code: str
    version: int
    version_id: strawberry.ID
    content_hash: str = strawberry.field(description="SHA-256 of the content: the same as long as nothing changed.")
    published_at: datetime | None = strawberry.field(description="Null for a draft.")
    domains: list[Domain]

    @strawberry.field(description="One question; null for an unknown code.")
    def question(self, code: str) -> Question | None:
        for domain in self.domains:
            for question in domain.source.get("questions", ()):
                if question["code"] == code:
                    return Question(source=question, variant=domain.variant, asked=domain.asked)
        return None

    @strawberry.field(description="Codes of the languages in which questions of it are worded.")
    def languages(self) -> list[str]:
        return Content(self.row.content).languages

    @strawberry.field(description="What the council counts as going well, and as growing.")
    def scoring(self, info: Info) -> Scoring:
        rules = info.context.questionnaire_rules
        return Scoring(going_well=rules.going_well, growing=rules.growing)

    @strawberry.field(description="Where all of it is, in every language and variant, for ever; null for a draft.")
    def bundle_url(self, info: Info) -> str | None:
        return info.context.address(bundle_address(self.code, self.content_hash)) if self.published_at else None

    @strawberry.field(description="Where the JSON Schema of answers to it is, for ever; null for a draft.")
    def schema_url(self, info: Info) -> str | None:
        return info.context.address(schema_address(self.code, self.content_hash)) if self.published_at else None


def questionnaire_type(
    version: models.QuestionnaireVersion, asked: str | None, variant: str = kinds.Variant.STANDARD
) -> Questionnaire:
    content = version.content
    return Questionnaire(
        row=version,
        code=content["code"],
        version=version.number,
        version_id=opaque("QuestionnaireVersion", version.pk),
        content_hash=version.content_hash,
        published_at=None if version._state.adding else version.published_at,
        domains=[
            Domain(code=domain["code"], source=domain, variant=variant, asked=asked) for domain in content["domains"]
        ],
    )
