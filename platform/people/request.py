"""A request as our middleware leaves it, once it is known who asks."""

from leavingwell.platform.councils.request import CouncilRequest
from leavingwell.platform.people.models import Person


class Request(CouncilRequest):
    """`viewer` is the person who is signed in; `language` the one to answer in (set by `translations`)."""

    viewer: Person | None
    language: str
