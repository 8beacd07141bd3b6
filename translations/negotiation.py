"""Which language to answer in: asked for, the viewer's own, the browser's, the council's default."""

from collections.abc import Sequence

from django.utils.translation.trans_real import parse_accept_lang_header

from leavingwell.translations.languages import LANGUAGES, SOURCE


def accepted(header: str, offered: Sequence[str]) -> str | None:
    """The first language of an Accept-Language header that is offered; `pt-br` also asks for `pt`."""
    for code, _quality in parse_accept_lang_header(header):
        for wanted in (code, code.split("-")[0]):
            if wanted in offered:
                return wanted
    return None


def choose(*wishes: str | None, accept: str = "", offered: Sequence[str], default: str = SOURCE) -> str:
    """The first wish that the register knows, else the browser's first that is offered, else the default."""
    for wish in wishes:
        if wish in LANGUAGES:
            return wish
    return accepted(accept, offered) or default
