"""What somebody's words mean in another language, labelled, beside the words."""

from datetime import datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.text import Direction
from leavingwell.platform.plans import models
from leavingwell.platform.plans.translated_words import translations_of, visible_translations
from leavingwell.translations.languages import language_of

WordsOrigin = models.WordsTranslation.Origin
strawberry.enum(WordsOrigin, name="WordsOrigin", description="What made a translation of somebody's words.")


@strawberry_django.type(
    models.WordsTranslation,
    name="WordsTranslation",
    description="What somebody's words mean in another language: an addition, which never replaces them.",
)
class WordsTranslation(relay.Node):
    id: relay.NodeID[str]
    language: str
    text: str
    origin: WordsOrigin
    by: Person = strawberry_django.field(description="Who added it.")
    at: datetime

    @strawberry_django.field(description="Which way `text` runs.")
    def direction(self, root: strawberry.Parent[models.WordsTranslation]) -> Direction:
        return Direction(language_of(root.language).direction)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible_translations(queryset, info.context.viewer)


@strawberry.type
class Translated:
    """Mixed into what holds somebody's words."""

    @strawberry_django.field(
        prefetch_related="translations__by",
        description="What the words mean in other languages: additions by others, the latest of each language.",
    )
    def translations(self, root: strawberry.Parent[Any]) -> list[WordsTranslation]:
        found: Any = translations_of(root)
        return found
