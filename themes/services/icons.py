"""The council's small sign in every size that browsers and phones ask for, made from one square picture."""

from hashlib import sha256
from io import BytesIO

from PIL import Image as Picture

from leavingwell.themes.models import Theme, ThemeIcon
from leavingwell.translations.kept import changed

PNG, ICO = "image/png", "image/vnd.microsoft.icon"
SIZES = {"icon-32.png": 32, "icon-180.png": 180, "icon-192.png": 192, "icon-512.png": 512}
ICO_SIZES = [(16, 16), (32, 32), (48, 48)]


def drawn(picture: Picture.Image, side: int) -> bytes:
    written = BytesIO()
    picture.resize((side, side), Picture.Resampling.LANCZOS).save(written, "PNG", optimize=True)
    return written.getvalue()


def as_ico(picture: Picture.Image) -> bytes:
    written = BytesIO()
    picture.resize((48, 48), Picture.Resampling.LANCZOS).save(written, "ICO", sizes=ICO_SIZES)
    return written.getvalue()


def icons_from(picture: Picture.Image) -> dict[str, tuple[str, bytes]]:
    """`{name: (kind, content)}`."""
    square = picture.convert("RGBA")
    found = {name: (PNG, drawn(square, side)) for name, side in SIZES.items()}
    return {**found, "favicon.ico": (ICO, as_ico(square))}


def icon(name: str, kind: str, content: bytes) -> ThemeIcon:
    return ThemeIcon(name=name, kind=kind, content=content, mark=sha256(content).hexdigest()[:16])


def make_icons(theme: Theme) -> None:
    """In place of those of the picture before; none without a picture, or when its file is lost."""
    ThemeIcon.objects.all().delete()
    if theme.favicon is None:
        return
    try:
        with theme.favicon.file.open("rb") as file, Picture.open(file) as picture:
            made = icons_from(picture)
    except OSError:
        return
    ThemeIcon.objects.bulk_create([icon(name, kind, content) for name, (kind, content) in made.items()])
    changed()  # which a write in bulk does not tell
