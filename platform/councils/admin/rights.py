"""Permission policies: what the admin offers and lets through. Row-level security is the wall behind them."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.documents import public_collections
from leavingwell.platform.councils.admin.groups import in_scope
from leavingwell.platform.councils.owned import CouncilOwned, Owned


def is_own(row: Any) -> bool:
    """The row belongs to the council whose scope is open; in the national scope, to the nation."""
    return bool(row.council_id == (scope.current() or None))


class CouncilPermissionPolicy(ModelPermissionPolicy):  # type: ignore[misc]
    """Rows of one's own council as the role allows; the nation's rows to read only."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if scope.current() == scope.NATIONAL and issubclass(self.model, CouncilOwned):
            return False  # the nation has none of its own, and leaves the councils theirs
        return bool(super().user_has_permission(user, action))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return (action == "view" or is_own(instance)) and self.user_has_permission(user, action)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().instances_user_has_any_permission_for(user, actions)
        return rows if "view" in actions else rows.filter(council_id=scope.current() or None)


class CouncilPagePolicy(PagePermissionPolicy):  # type: ignore[misc]
    def get_all_permissions_for_user(self, user: Any) -> QuerySet[Any]:
        return in_scope(GroupPagePermission.objects.select_related("page", "permission"), user)


class CouncilMediaPolicy(CollectionOwnershipPermissionPolicy):  # type: ignore[misc]
    """Images and documents: those in the council's collection."""

    def get_all_permissions_for_user(self, user: Any) -> QuerySet[Any]:
        return in_scope(GroupCollectionPermission.objects.select_related("collection", "permission"), user)


class CouncilImagePolicy(CouncilMediaPolicy):
    """Images are for the public portal: they go where everybody may open them."""

    def collections_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        return public_collections(super().collections_user_has_any_permission_for(user, actions))  # type: ignore[no-any-return]


def register() -> None:
    """Called when the apps are ready. `exact_class`, because Wagtail registers its own for some of these later."""
    for model in apps.get_models():
        if issubclass(model, Owned) and not issubclass(model, Page):
            register_permission_policy(model, CouncilPermissionPolicy(model), exact_class=True)
    register_permission_policy(Page, CouncilPagePolicy())
    for media in (get_image_model(), get_document_model()):
        register_permission_policy(media, media_policy(media), exact_class=True)


def media_policy(model: type[Model]) -> CouncilMediaPolicy:
    policy = CouncilImagePolicy if model is get_image_model() else CouncilMediaPolicy
    return policy(model, auth_model=model, owner_field_name="uploaded_by_user")
