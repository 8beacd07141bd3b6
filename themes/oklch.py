"""Colours as people see them (OKLCH): lightness 0 to 1, chroma 0 (grey) to about 0.37, hue in radians.

The matrices are those of CSS Color 4. Two colours of one lightness are equally far from black to the eye, whatever
their hue, so that a table of lightnesses holds for every council's colours.
"""

from math import atan2, cos, hypot, sin

from leavingwell.themes.contrast import channels

Triple = tuple[float, float, float]
TO_CONES = ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005))  # fmt: skip
TO_LAB = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099),
          (0.0259040371, 0.7827717662, -0.8086757660))  # fmt: skip
FROM_LAB = ((1, 0.3963377774, 0.2158037573), (1, -0.1055613458, -0.0638541728),
            (1, -0.0894841775, -1.2914855480))  # fmt: skip
FROM_CONES = ((4.0767416621, -3.3077115913, 0.2309699292), (-1.2684380046, 2.6097574011, -0.3413193965),
              (-0.0041960863, -0.7034186147, 1.7076147010))  # fmt: skip


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def gamma(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def oklch(colour: str) -> Triple:
    """Lightness, chroma and hue of `#rgb` or `#rrggbb`."""
    red, green, blue = (linear(channel / 255) for channel in channels(colour))
    cones = times(TO_CONES, (red, green, blue))
    lightness, a, b = times(TO_LAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))
    return lightness, hypot(a, b), atan2(b, a)


def lights(lightness: float, chroma: float, hue: float) -> Triple:
    roots = times(FROM_LAB, (lightness, chroma * cos(hue), chroma * sin(hue)))
    return times(FROM_CONES, (roots[0] ** 3, roots[1] ** 3, roots[2] ** 3))


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """`#rrggbb`. What a screen cannot show is made greyer, never lighter or darker."""
    while chroma > 0 and not all(-0.0001 <= light <= 1.0001 for light in lights(lightness, chroma, hue)):
        chroma = max(0.0, chroma - 0.004)
    shares = (gamma(min(1.0, max(0.0, light))) for light in lights(lightness, chroma, hue))
    return "#" + "".join(f"{round(share * 255):02x}" for share in shares)
