"""What the first page of the admin says about colleagues: who has not come in yet."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import ngettext

from leavingwell.platform.access.admin.screen import address, may_manage
from leavingwell.platform.councils.admin.doing import ToDo
from leavingwell.platform.people.staff import here_now, staff


def invitations(request: Any) -> Iterator[ToDo]:
    if not may_manage(request):
        return
    number = staff().filter(here_now(), user__last_login=None).count()
    words = ngettext(
        "colleague was invited and has not signed in yet", "colleagues were invited and have not signed in yet", number
    )
    yield ToDo(number, words, address("staff"), order=60)
