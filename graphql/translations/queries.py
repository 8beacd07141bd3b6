import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.council.types import Language, language_type
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.translations.coverage import Progress, progress
from leavingwell.translations.languages import LANGUAGES, language_of


@strawberry.type(description="How much of one area is translated into one language, and how good it is.")
class TranslationProgress:
    area: str = strawberry.field(description="`questions`, `answers`, `offer`, `pages`, `portal`, `documents`, …")
    language: Language
    total: int = strawberry.field(description="Texts with an English source: the council's own and the nation's.")
    translated: int = strawberry.field(description="Those that have a translation, whoever or whatever made it.")
    reviewed: int = strawberry.field(description="Those whose translation a reviewer has approved.")
    machine_draft: int = strawberry.field(description="Those that a machine translated and nobody has checked yet.")
    stale: int = strawberry.field(description="Those whose English has changed since.")
    words_left: int = strawberry.field(description="English words that have no translation, or one of older English.")


def progress_type(found: Progress) -> TranslationProgress:
    return TranslationProgress(
        area=found.area,
        language=language_type(language_of(found.language)),
        total=found.total,
        translated=found.translated,
        reviewed=found.reviewed,
        machine_draft=found.machine_draft,
        stale=found.stale,
        words_left=found.words_left,
    )


@strawberry.type
class TranslationsQuery:
    @strawberry.field(description="What is translated, by area and language; nothing for an unknown language.")
    def translation_progress(self, info: Info, language: str | None = None) -> list[TranslationProgress] | None:
        allowed_or_error(info, CouncilOperation.VIEW_TRANSLATION_PROGRESS)
        languages = [language] if language else info.context.council.language_codes
        return [progress_type(one) for one in progress([code for code in languages if code in LANGUAGES])]
