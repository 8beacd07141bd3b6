"""A look at a glance: the portal's first page drawn as a small picture, with no file and no script."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from leavingwell.themes.curated import CURATED
from leavingwell.themes.models import Theme
from leavingwell.themes.shapes import Corners, Shape

WIDTH, HEIGHT = 240, 160
ROUND = {Corners.SQUARE: 0, Corners.SLIGHT: 3, Corners.ROUND: 9, Corners.VERY_ROUND: 14}
ROUND_OF_SHAPE = {Shape.SOFT: 9, Shape.PRINTED: 2}
DRAWN = (
    '<svg class="small-look" viewBox="0 0 240 160" width="240" height="160" aria-hidden="true" focusable="false">'
    '<rect width="240" height="160" fill="{page_bg}"/><rect width="240" height="62" fill="{brand}"/>'
    '<path d="M0 62V54c50-11 90-11 130-5s80 3 110-3v16z" fill="{hero_2}"/>'
    '<text x="14" y="19" font-size="11" font-weight="700" fill="{brand_ink}" font-family="{head}">Leaving Well</text>'
    '<text x="14" y="37" font-size="15" font-weight="700" fill="{brand_ink}" font-family="{head}">Hello</text>'
    '<rect x="14" y="72" width="132" height="76" rx="{corner}" fill="{surface}" stroke="{card_edge}" '
    'stroke-width="{thick}"/>'
    '<text x="24" y="92" font-size="11" font-weight="700" fill="{ink}" font-family="{head}">Aa Bb Cc</text>'
    '<rect x="24" y="99" width="94" height="4" rx="2" fill="{ink_2}"/>'
    '<rect x="24" y="108" width="70" height="4" rx="2" fill="{ink_2}"/>'
    '<rect x="24" y="122" width="62" height="17" rx="{corner}" fill="{accent}"/>'
    '<text x="36" y="134" font-size="9" font-weight="700" fill="{accent_ink}" font-family="{body}">Aa Bb</text>'
    '<rect x="156" y="72" width="70" height="34" rx="{corner}" fill="{accent_soft}"/>'
    '<rect x="156" y="114" width="70" height="34" rx="{corner}" fill="{second}"/></svg>'
)


def family(name: str) -> str:
    return f"{name}, {CURATED[name].generic}" if name in CURATED else "sans-serif"


def small_picture(theme: Theme) -> SafeString:
    colours = {role.replace("-", "_"): colour for role, colour in theme.complete_colours["light"].items()}
    corner = ROUND.get(Corners(theme.corners), ROUND_OF_SHAPE[Shape(theme.shape)])
    thick = 2 if theme.shape == Shape.PRINTED else 1
    return format_html(
        DRAWN, **colours, corner=corner, thick=thick, head=family(theme.heading_font), body=family(theme.body_font)
    )
