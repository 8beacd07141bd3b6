"""Serving pictures by address: a council's own, on its own host. Nothing else that is stored is served by its name."""

from django.conf import settings
from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.static import serve
from wagtail.images import get_image_model

from leavingwell.platform.councils.admin.documents import NOTHING_RUNS, collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.request import CouncilRequest


def is_picture_of(council: Council, name: str) -> bool:
    """`name` is a picture that the council has uploaded, or one of the sizes made of it."""
    own, uploaded = collections_of(council), get_image_model()
    if "\0" in name:  # PostgreSQL knows no such text
        return False
    if uploaded.objects.filter(file=name, collection__in=own).exists():
        return True
    return bool(uploaded.get_rendition_model().objects.filter(file=name, image__collection__in=own).exists())


def picture(request: CouncilRequest, path: str) -> HttpResponseBase:
    if request.council is None or not is_picture_of(request.council, path):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Content-Security-Policy"] = NOTHING_RUNS
    return response
