from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import change
from leavingwell.themes.portal.returning import place_to_return


@signed_in
@require_POST
def celebrating(request: HttpRequest) -> HttpResponse:
    """The young person says whether what went well is shown."""
    wanted = request.POST.get("celebrates") == "yes"
    change(request, "set-celebrates", youngPersonId=own_id(request), celebrates=wanted)
    shown, hidden = _("What went well is shown to you and your worker now."), _("What went well is not shown any more.")
    messages.success(request, shown if wanted else hidden)
    return redirect(place_to_return(request))
