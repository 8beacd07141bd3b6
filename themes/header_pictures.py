"""The header picture in the one size that the portal shows it in."""

from typing import Any

from wagtail.images.models import SourceImageIOError

from leavingwell.themes.models import Theme

SHOWN = "fill-1440x320|format-jpeg|jpegquality-82"


def header_of(theme: Theme | None) -> Any:
    """The rendition; None without a picture, or when its file is lost."""
    if theme is None or theme.header_image is None:
        return None
    try:
        return theme.header_image.get_rendition(SHOWN)
    except (SourceImageIOError, FileNotFoundError):
        return None


def make_header(theme: Theme) -> None:
    """Made when the look is saved, so that no visitor waits for it."""
    header_of(theme)
