"""Where the pictures and recordings of questions are."""

from django.urls import reverse


def address_of(name: str) -> str:
    """The path at which the file of this name is served, on the address of the council that it belongs to."""
    return reverse("question_media", args=[name])
