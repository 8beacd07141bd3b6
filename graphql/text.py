"""The localised text object."""

from enum import Enum

import strawberry

from leavingwell.translations.localised import LocalizedText as Text
from leavingwell.translations.localised import TextStatus


@strawberry.enum(description="Which way a text runs.")
class Direction(Enum):
    LTR = "ltr"
    RTL = "rtl"


strawberry.enum(TextStatus, description="Where the text in the language that was asked for stands.")


@strawberry.type(description="A text in the language that was asked for, or honestly in another.")
class LocalizedText:
    value: str = strawberry.field(description="The text.")
    language: str = strawberry.field(description="The language of `value`: a code of `languages`.")
    direction: Direction = strawberry.field(description="The direction of `value`.")
    is_fallback: bool = strawberry.field(description="True when `value` is not in the language that was asked for.")
    status: TextStatus = strawberry.field(description="The status of the text in the language that was asked for.")


def text_type(text: Text) -> LocalizedText:
    return LocalizedText(
        value=text.value,
        language=text.language,
        direction=Direction(text.direction),
        is_fallback=text.is_fallback,
        status=text.status,
    )
