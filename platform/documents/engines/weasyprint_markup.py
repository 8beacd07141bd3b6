"""What WeasyPrint would tag wrongly, written in the way that it tags right."""

from xml.etree.ElementTree import Element

from leavingwell.platform.documents.markup import drawn


def adapt(root: Element) -> None:
    for element in list(drawn(root)):
        if element.tag == "img" and not element.get("alt"):
            make_decoration(element)


def make_decoration(element: Element) -> None:
    """A picture that says nothing becomes a background: as an image, a screen reader would stop at it."""
    element.tag = "span"
    element.set("class", f"{element.get('class', '')} decoration".strip())
    element.set("style", f"{element.get('style', '')}; background-image: url({element.get('src', '')})")
    for name in ("src", "alt"):
        element.attrib.pop(name, None)
