"""The parts of allauth's headless API that would change where codes are sent: closed, the council keeps addresses."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

# allauth believes an unconfirmed address: whoever added another's would be who signs in with it.
ADDRESSES = r"^_allauth/(app|browser)/v1/(account/(email|phone|providers)|auth/(email|phone|provider)/)"


@csrf_exempt  # an app has no such token
def closed(request: HttpRequest, *args: str) -> HttpResponse:
    raise Http404
