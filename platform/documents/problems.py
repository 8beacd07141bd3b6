"""Why a document could not be made, in words."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "CANNOT_DRAW": _("We cannot make this document in this language yet. Choose another language."),
    "CANNOT_TAG": _("We cannot make a copy for screen readers here yet. Ask for the other copy."),
    "LETTERS_MISSING": _("This plan has letters that we cannot print yet. Nothing is lost: read it on the screen."),
    "NOT_STARTED": _("We could not start to make this document. Nothing is lost. Please try again in a few minutes."),
    "FAILED": _("We could not make this document. Please try again."),
}


def sentence(code: str) -> str:
    return str(SENTENCES.get(code, SENTENCES["FAILED"]))
