"""What has to be asked for the menu round a page."""

from django.http import HttpRequest

FOCUSED = frozenset({"question", "check_in", "survey", "question_remark", "area_done"})  # one thing fills these
OWN_PLAN = frozenset({"home", "plan", "messages"})  # these read the viewer's plan themselves, and hand it on


def is_focused(request: HttpRequest) -> bool:
    """Whether no menu leads away from the page."""
    return named_among(request, FOCUSED)


def needs_plan(request: HttpRequest) -> bool:
    """Whether the menu must ask for what it counts of the viewer's plan."""
    return not named_among(request, FOCUSED | OWN_PLAN)


def named_among(request: HttpRequest, names: frozenset[str]) -> bool:
    found = request.resolver_match
    return found is not None and found.url_name in names
