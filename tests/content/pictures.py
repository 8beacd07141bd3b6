"""A picture and a document of a council, for tests."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council


def make_image(council: Council, name: str = "garden") -> Any:
    data = BytesIO()
    Picture.new("RGB", (1200, 800), "teal").save(data, "PNG")
    file = ImageFile(BytesIO(data.getvalue()), name=f"{name}.png")
    return get_image_model().objects.create(title=name, file=file, collection=collections_of(council).get())


def make_document(council: Council, name: str = "form") -> Any:
    file = ContentFile(b"words", name=f"{name}.txt")
    place = collections_of(council).get()
    return get_document_model().objects.create(title=name, file=file, file_size=file.size, collection=place)
