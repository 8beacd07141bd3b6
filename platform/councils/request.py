"""A request as our middleware leaves it."""

from django.http import HttpRequest

from leavingwell.platform.councils.models import Council


class CouncilRequest(HttpRequest):
    """`council` is the one whose host this is; None on the national and on unknown hosts."""

    council: Council | None
    urlconf: str
