"""A council's look: colours from the design board, and its crest as the logo."""

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.crowd import Settings
from leavingwell.platform.demo.files import DATA, read
from leavingwell.themes.models import Theme


def dress(council: Council, settings: Settings) -> None:
    crest = DATA / council.slug / "crest.png"
    with crest.open("rb") as file:
        logo = get_image_model().objects.create(
            title=f"Crest of {council.name}",
            file=ImageFile(file, name=f"{council.slug}-crest.png"),
            collection=collections_of(council).get(),
        )
    Theme.objects.create(colours=read(council.slug, "colours"), logo=logo, **settings["theme"])
