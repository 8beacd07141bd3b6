"""A council's look: colours from the design board, and its crest as the logo and the small sign."""

from typing import Any

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.crowd import Settings
from leavingwell.platform.demo.files import DATA, read
from leavingwell.themes.models import Theme
from leavingwell.themes.services.saving import save_look


def crest_of(council: Council) -> Any:
    crest = DATA / council.slug / "crest.png"
    with crest.open("rb") as file:
        return get_image_model().objects.create(
            title=f"Crest of {council.name}",
            file=ImageFile(file, name=f"{council.slug}-crest.png"),
            collection=collections_of(council).get(),
        )


def dress(council: Council, settings: Settings) -> None:
    """First the crest alone on the plain look, then the look of today: so that there is one to go back to."""
    crest, words = crest_of(council), settings["theme"]["logo_alternative_text"]
    theme = Theme(logo=crest, logo_alternative_text=words)
    save_look(theme, by=None)
    theme.colours, theme.favicon = read(council.slug, "colours"), crest
    for name, value in settings["theme"].items():
        setattr(theme, name, value)
    save_look(theme, by=None)
