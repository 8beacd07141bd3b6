"""Going back to where the reader was, and never to another site."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def place_to_return(request: HttpRequest) -> str:
    """The `next` of the form or address, if that is on this host; else the first page."""
    place = request.POST.get("next") or request.GET.get("next") or ""
    here = url_has_allowed_host_and_scheme(place, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return place if here and place.startswith("/") else reverse("home")
