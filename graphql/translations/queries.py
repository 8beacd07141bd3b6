import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.council.types import Language, language_type
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.translations.coverage import Progress, progress
from leavingwell.translations.languages import language_of


@strawberry.type(description="How much of one area is translated into one language.")
class TranslationProgress:
    area: str
    language: Language
    total: int = strawberry.field(description="Texts with an English source.")
    translated: int


def progress_type(found: Progress) -> TranslationProgress:
    return TranslationProgress(
        area=found.area,
        language=language_type(language_of(found.language)),
        total=found.total,
        translated=found.translated,
    )


@strawberry.type
class TranslationsQuery:
    @strawberry.field(description="What is translated, by area and language.")
    def translation_progress(self, info: Info, language: str | None = None) -> list[TranslationProgress] | None:
        allowed_or_error(info, CouncilOperation.VIEW_TRANSLATION_PROGRESS)
        languages = [language] if language else info.context.council.language_codes
        return [progress_type(one) for one in progress(languages)]
