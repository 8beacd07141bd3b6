"""Pages that one thing fills: no menu leads away from it."""

from django.http import HttpRequest

FOCUSED = frozenset({"question", "check_in", "survey", "question_remark", "area_done"})


def is_focused(request: HttpRequest) -> bool:
    found = request.resolver_match
    return found is not None and found.url_name in FOCUSED
