"""Many pictures on one, each below its name."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

GAP = 16  # pixels
INK, GROUND = "#1d2733", "#e9edf1"


def contact_sheet(tiles: Sequence[tuple[str, Image.Image]], across: int, letters: int) -> Image.Image:
    """`across` in a row, each with the room of the largest; `letters` is the size of the names, in pixels."""
    wide, tall = max(tile.width for _name, tile in tiles), max(tile.height for _name, tile in tiles)
    label = letters * 5 // 3
    rows = -(-len(tiles) // across)
    made = Image.new("RGB", (across * (wide + GAP) + GAP, rows * (tall + label + GAP) + GAP), GROUND)
    pen, font = ImageDraw.Draw(made), ImageFont.load_default(letters)
    for place, (name, tile) in enumerate(tiles):
        left, top = GAP + place % across * (wide + GAP), GAP + place // across * (tall + label + GAP)
        pen.text((left, top), name, INK, font)
        made.paste(tile, (left, top + label))
    return made
