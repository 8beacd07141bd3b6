"""Pictures, in the sizes that a page needs, with what they show in words."""

from typing import Any

import strawberry

from leavingwell.content.models.read_together import SIZES, media_of
from leavingwell.graphql.context import Info
from leavingwell.graphql.text import LocalizedText


@strawberry.type(description="A picture in one size.")
class PictureSize:
    url: str
    width: int = strawberry.field(description="In pixels.")
    height: int = strawberry.field(description="In pixels.")


@strawberry.type(description="A picture of the council's.")
class Picture:
    alternative_text: LocalizedText = strawberry.field(description="What it shows; empty where it is only decoration.")
    sizes: list[PictureSize] = strawberry.field(description="From small to large: for `srcset`.")


def sizes_of(image: Any, info: Info) -> list[PictureSize]:
    try:
        renditions = image.get_renditions(*SIZES).values()
    except OSError:  # its file is lost, or is no picture
        return []
    by_width = {one.width: one for one in renditions}  # a small picture comes in one size
    return [
        PictureSize(url=info.context.address(one.url), width=one.width, height=one.height)
        for _width, one in sorted(by_width.items())
    ]


def picture_type(page: Any, key: int | None, words: LocalizedText, info: Info) -> Picture | None:
    """The picture of that number that the page shows; None where there is none, or its file is lost."""
    image = media_of(page).images.get(key) if key else None
    sizes = sizes_of(image, info) if image else []
    return Picture(alternative_text=words, sizes=sizes) if sizes else None
