"""Serving documents by address: each on its own council's host, and to those for whom its editors put it there.

Who may open a document is said by its collection: the council's own is open to everybody, and holds one for people who
have signed in and one for editors. Nothing in a document may run or load anything, whatever a browser makes of it.
"""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import re_path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.views.serve import serve
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from leavingwell.platform.councils.admin.groups import ADMINISTRATORS, borrowed_group, group_name
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.request import CouncilRequest

NOTHING_RUNS = "sandbox; default-src 'none'"
SIGNED_IN, EDITORS = CollectionViewRestriction.LOGIN, CollectionViewRestriction.GROUPS
PRIVATE = {SIGNED_IN: _("Only people who have signed in"), EDITORS: _("Only our editors")}


def collections_of(council: Council) -> Any:
    """The council's own collection, in which everything is public."""
    granted = GroupCollectionPermission.objects.filter(group__name=group_name(council, ADMINISTRATORS))
    return Collection.objects.filter(pk__in=granted.values("collection"))


def is_in(collection: Collection, council: Council) -> bool:
    """The council's own collection or one in it."""
    paths = [collection.path[:end] for end in range(Collection.steplen, len(collection.path) + 1, Collection.steplen)]
    return bool(collections_of(council).filter(path__in=paths).exists())


def public_collections(collections: Any) -> Any:
    closed = CollectionViewRestriction.objects.values("collection")
    return collections.exclude(pk__in=closed)


def keep_private_collections(own: Collection, groups: Any) -> None:
    """Makes the collections for what not everybody may open. Again and again, with the same result."""
    for kind, name in PRIVATE.items():
        found = CollectionViewRestriction.objects.filter(collection__in=own.get_children(), restriction_type=kind)
        restriction = found.first() or CollectionViewRestriction.objects.create(
            collection=own.add_child(name=str(name)), restriction_type=kind
        )
        if kind == EDITORS:
            restriction.groups.set(groups)


def may_open(user: Any, restriction: CollectionViewRestriction) -> bool:
    """A user whom the host's council does not know has not signed in there."""
    if restriction.restriction_type == SIGNED_IN:
        return bool(user.is_authenticated)
    names = {borrowed_group(user), *user.groups.values_list("name", flat=True)}
    return bool(restriction.restriction_type == EDITORS and restriction.groups.filter(name__in=names - {None}).exists())


def only_for_whom_it_is(document: Any, request: CouncilRequest) -> HttpResponseBase | None:
    """Wagtail's hook before a document is served: another council's, or one for others, is not found here."""
    if request.council is None or not is_in(document.collection, request.council):
        raise Http404
    for restriction in document.collection.get_view_restrictions():
        if may_open(request.user, restriction):
            continue
        if request.user.is_anonymous:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        raise Http404
    return None


def document(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponseBase:
    """Wagtail's view, always to be saved rather than shown, and never kept by what stands in between."""
    response: HttpResponseBase = serve(request, document_id, document_filename)
    response["Content-Security-Policy"] = NOTHING_RUNS
    response["Cache-Control"] = "private, no-cache"
    return response


urlpatterns = [re_path(r"^(\d+)/(.*)$", document, name="wagtaildocs_serve")]
