"""The localised text object."""

from enum import Enum

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.translations.localised import LocalizedText as Text
from leavingwell.translations.localised import TextStatus


@strawberry.enum(description="Which way a text runs.")
class Direction(Enum):
    LTR = "ltr"
    RTL = "rtl"


strawberry.enum(
    TextStatus,
    description="Where the text in the language that was asked for stands. `TRANSLATED`: nobody has said more of it.",
)


@strawberry.type(description="A word of the glossary as it stands in a text, in the text's own language.")
class HardWord:
    words: str = strawberry.field(description="As they stand in the text.")
    term: str = strawberry.field(description="The word of the glossary.")
    meaning: str


@strawberry.type(description="A text in the language that was asked for, or honestly in another.")
class LocalizedText:
    value: str = strawberry.field(description="The text.")
    language: str = strawberry.field(description="The language of `value`: a code of `languages`.")
    direction: Direction = strawberry.field(description="The direction of `value`.")
    is_fallback: bool = strawberry.field(description="True when `value` is not in the language that was asked for.")
    text: strawberry.Private[Text]

    @strawberry.field(description="The status of the text in the language that was asked for.")
    def status(self) -> TextStatus:
        return self.text.status

    @strawberry.field(description="The hard words in it, each once, in the order of their first places.")
    def hard_words(self, info: Info) -> list[HardWord]:
        found = info.context.hard_words(self.value, self.language)
        return [HardWord(words=one.words, term=one.term, meaning=one.meaning) for one in found]


def text_type(text: Text) -> LocalizedText:
    return LocalizedText(
        value=text.value,
        language=text.language,
        direction=Direction(text.direction),
        is_fallback=text.is_fallback,
        text=text,
    )
