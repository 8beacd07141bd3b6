"""What these screens share: for those who translate or review, in the scope of the host."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Problems
from leavingwell.translations import runs
from leavingwell.translations.admin.workbench.screen import BenchScreen
from leavingwell.translations.admin.workbench.screen import address as bench
from leavingwell.translations.runs import Run

NAMESPACE = "translation_files"
FILES = _("Files and machine drafts")


def address(name: str, *args: Any) -> str:
    return reverse(f"{NAMESPACE}:{name}", args=args)


def messages_of(refused: Problems) -> list[str]:
    return [str(problem.message) for problem in refused.problems]


class FilesScreen(BenchScreen):
    """Who may read the workbench but work in none of its languages has nothing to do here."""

    page_title = FILES
    header_icon = "download"
    tab = "files"

    @cached_property
    def own_languages(self) -> list[str]:
        found = list(dict.fromkeys([*self.translates, *self.reviews]))
        if not found:
            raise PermissionDenied
        return found

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = super().get_breadcrumbs_items()
        if self.page_title is not FILES:
            items.insert(-1, {"url": address("index"), "label": FILES})
        return items

    @property
    def list_address(self) -> str:
        return bench("index")

    @cached_property
    def run(self) -> Run:
        """Raises Http404 for another person's or council's, and for one that is over for an hour."""
        found = runs.state_of(self.kwargs["run"], self.viewer.pk)
        if found is None:
            raise Http404
        return found
