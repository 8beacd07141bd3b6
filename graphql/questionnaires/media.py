"""The pictures and recordings of questions."""

from collections.abc import Mapping
from typing import Any

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.questionnaires.media import address_of


@strawberry.type(description="A picture with its words.")
class Image:
    url: str
    alternative_text: str = strawberry.field(description="In the language that was asked for, or else in another.")
    width: int = strawberry.field(description="In pixels.")
    height: int = strawberry.field(description="In pixels.")


@strawberry.type(description="A question read aloud.")
class Recording:
    url: str
    language: str = strawberry.field(description="The language that is spoken: a code of `languages`.")


def image_type(picture: Mapping[str, Any] | None, info: Info, asked: str | None) -> Image | None:
    if picture is None:
        return None
    return Image(
        url=info.context.address(address_of(picture["name"])),
        alternative_text=info.context.text_of(picture["alternative_text"], asked).value,
        width=picture["width"],
        height=picture["height"],
    )


def recording_type(recording: tuple[str, str] | None, info: Info) -> Recording | None:
    if recording is None:
        return None
    name, language = recording
    return Recording(url=info.context.address(address_of(name)), language=language)
