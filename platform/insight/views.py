"""The figures as a file, for those who may see them on the page."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.models import Council
from leavingwell.platform.insight.asked import Asked, asked_in
from leavingwell.platform.insight.figure_files import CONTENT_TYPES, WRITERS
from leavingwell.platform.insight.figures import headers, lines
from leavingwell.platform.people.authentication import viewer_from
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.translations.localised import council_chain


@never_cache
@require_safe
def figures(request: Request, kind: str) -> HttpResponse:
    """An attachment. 404 for whoever may see no figures, for a team that is not there and for a made-up filter."""
    viewer, council = viewer_from(request), request.council
    if viewer is None or council is None or not user_can_in_council(viewer, CouncilOperation.VIEW_INSIGHT):
        raise Http404
    try:
        asked = asked_in(request.GET.dict())
    except Problems as problems:
        raise Http404 from problems
    languages = council_chain(request.language, council)
    rows = [line.cells for line in lines(viewer, asked, languages)]
    if request.method == "GET":
        note_export(asked, council, by=viewer)
    answer = HttpResponse(WRITERS[kind](headers(), rows, notes(council)), content_type=CONTENT_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="figures.{kind}"'
    return answer


def note_export(asked: Asked, council: Council, *, by: Person) -> None:
    """Who took which figures away, in the council's record."""
    record("insight.exported", council, by=by, changes={name: ["", one] for name, one in asked.parameters.items()})


def notes(council: Council) -> list[str]:
    today = timezone.localdate().isoformat()
    return [
        _("%(council)s, as of %(day)s") % {"council": council.name, "day": today},
        _("c: hidden, too few people. It stands for a number from 1 to 5, or for one from which it could be found."),
        _("In each half-year the last checklist counts that each young person finished in it."),
    ]
