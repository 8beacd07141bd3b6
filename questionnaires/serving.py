"""Serving the pictures and recordings of questions by their names, which say their content and so never change."""

import re

from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse

from leavingwell.platform.councils import scope
from leavingwell.platform.public_answers import public
from leavingwell.questionnaires.models import QuestionMedia

FOR_EVER = "public, max-age=31536000, immutable"
RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")


def found_or_404(name: str) -> QuestionMedia:
    """The council's own, or the nation's."""
    mine = Q(council=None) | Q(council_id=scope.current() or None)
    found = QuestionMedia.objects.filter(mine, name=name).order_by(F("council").asc(nulls_last=True)).first()
    if found is None:
        raise Http404
    return found


def asked_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of what is asked for; None for all of it. Players ask so to skip to and fro."""
    match = RANGE.fullmatch(header)
    if match is None or match[1] == match[2] == "":
        return None
    if match[1] == "":
        return max(0, size - int(match[2])), size - 1
    return int(match[1]), min(int(match[2] or size), size - 1)


@public
def media(request: HttpRequest, name: str) -> HttpResponse:
    found = found_or_404(name)
    try:
        data = found.read()
    except OSError:
        raise Http404 from None
    response = part_of(data, asked_range(request.headers.get("Range", ""), len(data)))
    response.headers["Content-Type"] = found.media_type
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Cache-Control"] = FOR_EVER
    return response


def part_of(data: bytes, asked: tuple[int, int] | None) -> HttpResponse:
    if asked is None:
        return HttpResponse(data)
    first, last = asked
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(data)}"})
    span = {"Content-Range": f"bytes {first}-{last}/{len(data)}"}
    return HttpResponse(data[first : last + 1], status=206, headers=span)
