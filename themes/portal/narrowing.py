"""What a list is narrowed down by and what belongs in no address: names, and facts of somebody's life.

An address stays in a browser's history and in logs. The session keeps these for half an hour, on the server alone.
"""

import time
from collections.abc import Iterable
from unicodedata import category

from django.http import HttpRequest, QueryDict

KEY = "portal_narrowing"
SECONDS = 30 * 60
MOST = 100  # characters of a value


def keep(request: HttpRequest, page: str, names: Iterable[str]) -> None:
    """Of the form that came in; what it leaves empty is forgotten."""
    given = {name: [one for one in map(without_controls, request.POST.getlist(name)) if one][:MOST] for name in names}
    chosen = {name: values for name, values in given.items() if values}
    if chosen:
        request.session[KEY] = {"page": page, "until": time.time() + SECONDS, "chosen": chosen}
    else:
        request.session.pop(KEY, None)


def without_controls(text: str) -> str:
    """Control characters would be refused at each look at the page, for as long as the session keeps them."""
    return "".join(letter for letter in text if category(letter) not in ("Cc", "Cs"))[:MOST]


def kept(request: HttpRequest, page: str) -> QueryDict:
    """What the session keeps for this page."""
    found, stored = QueryDict(mutable=True), request.session.get(KEY)
    if stored and stored["page"] == page and stored["until"] > time.time():
        for name, values in stored["chosen"].items():
            found.setlist(name, values)
    return found


def address(request: HttpRequest, names: Iterable[str]) -> str:
    """Of the same page, with what of the form may be read by others."""
    shown = QueryDict(mutable=True)
    for name in names:
        if request.POST.get(name):
            shown[name] = request.POST[name]
    return f"{request.path}?{shown.urlencode()}" if shown else request.path
