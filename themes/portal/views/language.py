from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.handing_over import handed_over, read_in
from leavingwell.themes.portal.returning import place_to_return
from leavingwell.themes.portal.shell import shell

A_YEAR = 365 * 24 * 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
def language(request: HttpRequest) -> HttpResponse:
    """The council's languages; choosing one sets a cookie, for people with and without an account.

    On a screen that was handed over it holds until the worker has it back."""
    languages = shell(request)["council"]["languages"]
    place, wanted = place_to_return(request), request.POST.get("language", "")
    if wanted not in {one["code"] for one in languages}:
        return render(request, "portal/language.html", {"languages": languages, "place": place})
    response = HttpResponseRedirect(place)
    if handed_over(request):
        read_in(request, wanted)
        return response
    cookie = settings.LANGUAGE_COOKIE_NAME
    response.set_cookie(cookie, wanted, max_age=A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return response
