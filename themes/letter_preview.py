"""An e-mail in a look that is not saved yet."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from leavingwell.themes.letters import as_html
from leavingwell.themes.preview import Draft, emulated

TEXT = """{hello}

{text}

AB12-CD34

{until}"""


def letter(request: HttpRequest, draft: Draft) -> str:
    text = TEXT.format(
        hello=_("Hello Sam,"),
        text=_("here is your code. Type it in on the page that you have open:"),
        until=_("It works once, for 15 minutes."),
    )
    html = as_html(text, council_name=draft.council_name, theme=draft.theme)
    return emulated(html, draft.mode)
