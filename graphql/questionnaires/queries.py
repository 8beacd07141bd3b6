import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import refusal
from leavingwell.graphql.questionnaires.published import Questionnaire, QuestionVariant, questionnaire_type
from leavingwell.platform.problems import SIGN_IN_FIRST, not_allowed
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.publication import versions
from leavingwell.questionnaires.services.drafts import draft_of

STANDARD = Variant.STANDARD


def writer_or_error(info: Info) -> None:
    """Whoever may change words in the admin. Raises UNAUTHENTICATED for a visitor, NOT_ALLOWED for everybody else."""
    if info.context.viewer is None:
        raise refusal("UNAUTHENTICATED", str(SIGN_IN_FIRST))
    if not info.context.request.user.has_perm("questionnaires.change_wording"):
        raise not_allowed()


@strawberry.type
class QuestionnairesQuery:
    @strawberry.field(description="The questionnaires that this council publishes.")
    def questionnaires(
        self, info: Info, language: str | None = None, variant: QuestionVariant | None = None
    ) -> list[Questionnaire]:
        return [questionnaire_type(version, language, variant or STANDARD) for version in versions.asked_now()]

    @strawberry.field(description="A questionnaire as this council has published it; null for an unknown code.")
    def questionnaire(
        self,
        info: Info,
        code: str,
        language: str | None = None,
        variant: QuestionVariant | None = None,
    ) -> Questionnaire | None:
        found = versions.asked_now(code)
        return questionnaire_type(found[0], language, variant or STANDARD) if found else None

    @strawberry.field(
        description="One of the versions that this council or the nation has ever published, by its content hash or "
        "its number (the council's own before the nation's); null for an unknown one."
    )
    def questionnaire_version(
        self,
        info: Info,
        code: str,
        version: int | None = None,
        content_hash: str | None = None,
        language: str | None = None,
        variant: QuestionVariant | None = None,
    ) -> Questionnaire | None:
        found = versions.published_as(code, version, content_hash).first()
        return questionnaire_type(found, language, variant or STANDARD) if found else None

    @strawberry.field(
        description="A questionnaire as it would be published now, for those who may change its words; null for an "
        "unknown code."
    )
    def questionnaire_draft(
        self,
        info: Info,
        code: str,
        language: str | None = None,
        variant: QuestionVariant | None = None,
    ) -> Questionnaire | None:
        writer_or_error(info)
        draft = draft_of(code)
        return questionnaire_type(draft, language, variant or STANDARD) if draft else None
