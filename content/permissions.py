"""What may be done to our pages in the admin, where Wagtail's own rules would offer too much."""

from typing import Any

from wagtail.models import PagePermissionTester


def second_person_needed(user: Any) -> bool:
    """Whether the council wants a second person. Asked once a request: lists ask about each page."""
    from leavingwell.content.models.content_rules import content_rules  # the models of pages need this module

    if not hasattr(user, "_second_person_needed"):
        user._second_person_needed = content_rules().second_person
    return bool(user._second_person_needed)


class CouncilPagePermissions(PagePermissionTester):  # type: ignore[misc]
    """Deleting and moving are for those who publish. Privacy and locks are off: the portal shows all that is live.

    Where the council wants a second person, nobody publishes directly (`editing.approving`); what is wrong can still be
    taken down at once.
    """

    def may_publish(self) -> bool:
        """Whether it is for their role, be it as the second person."""
        return bool(super().can_publish())

    def can_publish(self) -> bool:
        return self.may_publish() and not second_person_needed(self.user)

    def can_publish_subpage(self) -> bool:
        return bool(super().can_publish_subpage()) and not second_person_needed(self.user)

    def can_unschedule(self) -> bool:
        return self.may_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.may_publish() and bool(super().can_delete(ignore_bulk))

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
