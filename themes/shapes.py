"""What else than colour makes a council's look: corners and lines, headings, and the scene behind the greeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Shape(models.TextChoices):
    SOFT = "soft", _("Soft: round corners, quiet shadow")
    PRINTED = "printed", _("Printed: square corners, firm outlines")


class Corners(models.TextChoices):
    AS_SHAPE = "as_shape", _("As the shape has them")
    SQUARE = "square", _("Square")
    SLIGHT = "slight", _("A little round")
    ROUND = "round", _("Round")
    VERY_ROUND = "very_round", _("Very round")


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
CORNERS: dict[str, dict[str, str]] = {
    Corners.AS_SHAPE: {},
    Corners.SQUARE: {"r-s": "0px", "r-m": "0px", "r-l": "0px", "r-pill": "0px", "face-rx": "4px"},
    Corners.SLIGHT: {"r-s": ".25rem", "r-m": ".375rem", "r-l": ".5rem", "r-pill": ".5rem", "face-rx": "10px"},
    Corners.ROUND: {"r-s": ".625rem", "r-m": "1rem", "r-l": "1.5rem", "r-pill": "99rem", "face-rx": "22px"},
    Corners.VERY_ROUND: {"r-s": "1rem", "r-m": "1.5rem", "r-l": "2.25rem", "r-pill": "99rem", "face-rx": "28px"},
}
ON_PAPER: dict[str, dict[str, str]] = {
    Shape.SOFT: {"corner": "9pt", "small-corner": "5pt", "outline": "0.75pt"},
    Shape.PRINTED: {"corner": "2pt", "small-corner": "1pt", "outline": "1.5pt"},
}
CORNERS_ON_PAPER: dict[str, dict[str, str]] = {
    Corners.AS_SHAPE: {},
    Corners.SQUARE: {"corner": "0pt", "small-corner": "0pt"},
    Corners.SLIGHT: {"corner": "4pt", "small-corner": "2pt"},
    Corners.ROUND: {"corner": "9pt", "small-corner": "5pt"},
    Corners.VERY_ROUND: {"corner": "14pt", "small-corner": "8pt"},
}
VOICES: dict[str, dict[str, str]] = {
    Voice.QUIET: {},
    Voice.POSTER: {
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
        "head-weight": "700",
        "t-3xl": "clamp(2rem, 1.7rem + 2vw, 3rem)",
        "head-stretch": "100%",
        "head-lead": "1.5",
    },
}
