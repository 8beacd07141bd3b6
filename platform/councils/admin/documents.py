"""Serving documents by address."""

from typing import Any

from django.http import Http404
from wagtail.models import Collection, GroupCollectionPermission

from leavingwell.platform.councils.admin.groups import ADMINISTRATORS, group_name
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.request import CouncilRequest


def collections_of(council: Council) -> Any:
    granted = GroupCollectionPermission.objects.filter(group__name=group_name(council, ADMINISTRATORS))
    return Collection.objects.filter(pk__in=granted.values("collection"))


def only_on_its_own_host(document: Any, request: CouncilRequest) -> None:
    """Wagtail's hook before a document is served: another council's is not found here."""
    if request.council is None or not collections_of(request.council).filter(pk=document.collection_id).exists():
        raise Http404
