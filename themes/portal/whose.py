"""Whose page it is: the viewer's own, or that of a young person whom they work with."""

from dataclasses import dataclass, field

from django.http import Http404, HttpRequest
from django.urls import reverse

from leavingwell.themes.portal.access import own_id
from leavingwell.themes.portal.shell import viewer_of

CHANNELS = {"together": "TOGETHER", "phone": "PHONE", "paper": "PAPER", "without": "WITHOUT"}


@dataclass(frozen=True)
class Whose:
    """`young_person` is an id; `route` the part of the address that says whose page it is, empty for one's own."""

    young_person: str
    channel: str = "ALONE"
    route: dict[str, str] = field(default_factory=dict)

    @property
    def own(self) -> bool:
        return not self.route

    @property
    def seen_by_both(self) -> bool:
        """The young person looks at the screen, perhaps with their worker."""
        return self.channel in ("ALONE", "TOGETHER")

    def address(self, name: str, **more: object) -> str:
        return reverse(name, kwargs={**self.route, **more})


def whose(request: HttpRequest, person: str | None = None, channel: str | None = None) -> Whose:
    """Raises `Http404` for a channel that we do not know or that is no supporter's, and for an own page that is not."""
    if person is None:
        return Whose(own_id(request))
    if channel is None:
        return Whose(person, route={"person": person})
    if channel not in CHANNELS:
        raise Http404
    if viewer_of(request)["role"] == "supporter":
        raise Http404
    return Whose(person, CHANNELS[channel], {"person": person, "channel": channel})
