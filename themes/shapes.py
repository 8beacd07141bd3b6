"""What else than colour makes a council's look: corners and lines, type, and the scene behind the greeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Shape(models.TextChoices):
    SOFT = "soft", _("Soft: round corners, quiet shadow")
    PRINTED = "printed", _("Printed: square corners, firm outlines")


class Voice(models.TextChoices):
    QUIET = "quiet", _("Quiet headings")
    POSTER = "poster", _("Poster headings, narrow and heavy")


class Scene(models.TextChoices):
    HILLS = "hills", _("Hills")
    HARBOUR = "harbour", _("Harbour")
    NONE = "none", _("None")


SHAPES: dict[str, dict[str, str]] = {
    Shape.SOFT: {"r-s": ".625rem", "r-m": "1rem", "r-l": "1.5rem"},
    Shape.PRINTED: {
        "r-s": "2px",
        "r-m": "4px",
        "r-l": "6px",
        "r-pill": "4px",
        "face-rx": "9px",
        "icon-stroke": "2.3",
        "icon-cap": "square",
        "bw": "2px",
        "shadow-1": "none",
        "shadow-2": "calc(6px * var(--dir)) 6px 0 var(--card-edge)",
        "shadow-btn": "calc(3px * var(--dir)) 3px 0 var(--brand)",
    },
}
VOICES: dict[str, dict[str, str]] = {
    Voice.QUIET: {},
    Voice.POSTER: {
        "font-head": (
            '"Noto Sans Display", "Avenir Next Condensed", "Roboto Condensed", "Arial Narrow", Arial, sans-serif'
        ),
        "head-weight": "800",
        "head-stretch": "75%",
        "head-track": "0",
        "head-lead": "1.12",
        "t-xl": "clamp(1.5rem, 1.35rem + .7vw, 1.8125rem)",
        "t-2xl": "clamp(1.875rem, 1.6rem + 1.4vw, 2.625rem)",
        "t-3xl": "clamp(2.5rem, 2rem + 2.6vw, 3.75rem)",
    },
}
# Scripts that join or stack are not narrowed or tracked.
VOICES_IN_ARABIC_SCRIPT: dict[str, dict[str, str]] = {
    Voice.QUIET: {},
    Voice.POSTER: {
        "font-head": '"Noto Kufi Arabic", "Noto Sans Arabic", "Noto Sans", Tahoma, sans-serif',
        "head-weight": "700",
        "t-3xl": "clamp(2rem, 1.7rem + 2vw, 3rem)",
        "head-stretch": "100%",
        "head-lead": "1.5",
    },
}
