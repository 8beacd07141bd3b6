"""What may be done to our pages in the admin, where Wagtail's own rules would offer too much."""

from wagtail.models import PagePermissionTester


class CouncilPagePermissions(PagePermissionTester):  # type: ignore[misc]
    """Deleting and moving are for those who publish. Privacy and locks are off: the portal shows all that is live."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.can_publish() and bool(super().can_delete(ignore_bulk))

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_lock(self) -> bool:
        return False


class FixedPagePermissions(CouncilPagePermissions):
    """A page on which others stand: the home page and the local offer. It is edited, and stays where it is."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False
