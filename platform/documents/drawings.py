"""The small pictures of a document, in the council's colours: each a data URL, since a document reads no files."""

from base64 import b64encode
from collections.abc import Mapping

Colours = Mapping[str, str]
CHECK = '<path d="M7 12.5l3.4 3.4L17 8.800" fill="none" stroke="{paper}" stroke-width="2.4"/>'
RING = '<circle cx="12" cy="12" r="9" fill="none" stroke="{accent}" stroke-width="2"/>'
LINE = 'fill="none" stroke="{ink-2}" stroke-width="2.4"'

DRAWINGS = {
    "GOING_WELL": '<circle cx="12" cy="12" r="10" fill="{accent}"/>' + CHECK,
    "GROWING": RING + '<path d="M3 12a9 9 0 0 0 18 0z" fill="{accent}"/>',
    "WORK_ON_THIS": RING + '<circle cx="12" cy="12" r="3.4" fill="{accent}"/>',
    "NOT_ENOUGH_ANSWERS": '<circle cx="12" cy="12" r="9" fill="none" stroke="{ink-2}" stroke-width="2" '
    'stroke-dasharray="3 2.6"/>',
    "UP": f'<path d="M12 20V5M6 11l6-6 6 6" {LINE}/>',
    "SAME": f'<path d="M5 9h14M5 15h14" {LINE}/>',
    "HARDER": f'<path d="M12 4v15M6 13l6 6 6-6" {LINE}/>',
    "done": '<circle cx="12" cy="12" r="10" fill="{positive}"/>' + CHECK,
    "open": '<circle cx="12" cy="12" r="9" fill="none" stroke="{edge}" stroke-width="2"/>',
    "stuck": '<circle cx="12" cy="12" r="9" fill="none" stroke="{attention}" stroke-width="2"/>'
    '<path d="M12 7v6.500M12 16v1.600" fill="none" stroke="{attention}" stroke-width="2.4"/>',
    "draft": '<circle cx="12" cy="12" r="9" fill="none" stroke="{second}" stroke-width="2" stroke-dasharray="3 2.6"/>',
    "dropped": '<circle cx="12" cy="12" r="9" fill="none" stroke="{edge}" stroke-width="2"/>'
    '<path d="M8 12h8" fill="none" stroke="{edge}" stroke-width="2"/>',
}
SCENES = {
    "hills": '<circle cx="690" cy="66" r="34" fill="{hero-sun}"/>'
    '<path d="M0 128C120 62 230 84 350 118S580 128 660 96 780 66 840 86V240H0z" fill="{hero-3}"/>'
    '<path d="M0 150C140 118 250 140 390 166S640 122 720 128 810 148 840 144V240H0z" fill="{hero-2}"/>'
    '<path d="M0 196C110 162 280 168 430 184S720 152 840 178V240H0z" fill="{hero-1}"/>',
    "harbour": '<path d="M560 132a86 86 0 0 1 172 0z" fill="{hero-sun}"/><path d="M0 132h840v108H0z" fill="{hero-1}"/>'
    '<path d="M0 152h500v7H0zM560 152h280v7H560zM90 176h380v7H90zM520 176h240v7H520zM0 200h300v7H0zM380 200h420v7H380z"'
    ' fill="{hero-2}"/><path d="M580 144h132v6H580zM604 164h84v6h-84zM626 188h40v6h-40z" fill="{hero-sun}"/>',
}
LONGEST_BAR = 260  # points


def data_url(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


def filled(shapes: str, colours: Colours) -> str:
    return shapes.format_map({**colours, "paper": "#ffffff"})


def drawing(width: int, height: int, shapes: str) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return data_url("image/svg+xml", f"{svg}{shapes}</svg>".encode())


def small_drawings(colours: Colours) -> dict[str, str]:
    """By the code of a phase, a change or an action's status."""
    return {name: drawing(24, 24, filled(shapes, colours)) for name, shapes in DRAWINGS.items()}


def cover_scene(scene: str, colours: Colours, *, mirrored: bool) -> str:
    """The landscape at the foot of the cover's band; the band's colour alone where a theme has none."""
    shapes = f'<rect width="840" height="240" fill="{colours["brand"]}"/>' + filled(SCENES.get(scene, ""), colours)
    turned = f'<g transform="translate(840 0) scale(-1 1)">{shapes}</g>' if mirrored else shapes
    return drawing(840, 240, turned)


def steps_bar(done: int, total: int, colours: Colours, *, mirrored: bool) -> dict[str, str]:
    """One dash for each step of a goal, those done filled: its `url`, and its `width` in points."""
    places = range(total - 1, -1, -1) if mirrored else range(total)
    dash = '<rect x="{x}" y="2" width="44" height="8" rx="4" fill="{fill}" stroke="{line}" stroke-width="1.5"/>'
    green = colours["positive"]
    shapes = [
        dash.format(x=2 + place * 52, fill=green if number < done else "#ffffff", line=green)
        for number, place in enumerate(places)
    ]
    return {"url": drawing(total * 52, 12, "".join(shapes)), "width": f"{min(26 * total, LONGEST_BAR)}"}
