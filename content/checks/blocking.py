"""Keeping a page back while the checks find something: only where the council wants that."""

from typing import Any

from django.utils.translation import ngettext

from leavingwell.content.checks.finding import found_on
from leavingwell.content.models.content_rules import content_rules
from leavingwell.platform.problems import Problem, ProblemCode, Problems


def refuse_while_found(page: Any) -> None:
    """Looks at the page's latest version. Raises `Problems` (INVALID)."""
    if not content_rules().checks_must_pass:
        return
    count = len(found_on(page.specific.get_latest_revision_as_object()))
    if count:
        words = ngettext(
            "Not published: the checks found %d thing. It stands at the top of the page's form.",
            "Not published: the checks found %d things. They stand at the top of the page's form.",
            count,
        )
        raise Problems([Problem(ProblemCode.INVALID, words % count)])
