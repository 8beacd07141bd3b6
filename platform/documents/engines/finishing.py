"""What neither engine does by itself: a title as it was written, and tables that say which way their headings point."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf


def finished(content: bytes, title: str) -> bytes:
    """The same PDF with its title and the scope of its table headings. The same input gives the same bytes."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.docinfo["/Title"] = title
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if tree := pdf.Root.get("/StructTreeRoot"):
            for heading, is_column in headings(tree, inside_head=False):
                heading.A.Scope = pikepdf.Name.Column if is_column else pikepdf.Name.Row
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
        return written.getvalue()


def headings(element: pikepdf.Object, *, inside_head: bool) -> Iterator[tuple[pikepdf.Object, bool]]:
    """Each table heading below an element of the structure tree, with whether it stands at the head of a column."""
    if not isinstance(element, pikepdf.Dictionary):
        return
    kind = element.get("/S")
    if kind == "/TH":
        yield element, inside_head
    children = element.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        yield from headings(child, inside_head=inside_head or kind == "/THead")
