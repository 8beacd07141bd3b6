"""Pictures and themes for the tests of looks."""

from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.images.models import Image

from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme
from leavingwell.themes.services.saving import save_look

LOOK = "/admin/snippets/themes/theme/"
ADD = f"{LOOK}add/"
VERSIONS = f"{LOOK}versions/"


def image(household: Any, width: int, height: int, colour: str = "navy") -> Image:
    written = BytesIO()
    Picture.new("RGB", (width, height), colour).save(written, "PNG")
    file = ImageFile(BytesIO(written.getvalue()), name=f"{colour}-{width}x{height}.png")
    with scope(household.council):
        collection = collections_of(household.council).get()
        return Image.objects.create(title=f"{colour} of {household.council.slug}", file=file, collection=collection)


def dressed(household: Any, **fields: Any) -> Theme:
    """The council's look, saved as the product does."""
    with scope(household.council):
        theme = Theme.objects.first() or Theme()
        for name, value in fields.items():
            setattr(theme, name, value)
        save_look(theme, by=household.editor)
        return theme


def theme_of(household: Any) -> Theme | None:
    with scope(household.council):
        return Theme.objects.first()


def edit(household: Any) -> str:
    theme = theme_of(household)
    assert theme
    return f"{LOOK}edit/{theme.pk}/"


def pages_in(answer: Any) -> dict[str, str]:
    """The pages of the preview by their titles."""
    found = BeautifulSoup(answer if isinstance(answer, str) else answer.content, "html.parser")
    return {frame["title"]: frame["srcdoc"] for frame in found.select(".look-board iframe")}
