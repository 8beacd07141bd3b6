"""Why a document could not be made, in words."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "CANNOT_DRAW": _("We cannot make this document in this language yet. Choose another language."),
    "FAILED": _("We could not make this document. Please try again."),
}


def sentence(code: str) -> str:
    return str(SENTENCES.get(code, SENTENCES["FAILED"]))
