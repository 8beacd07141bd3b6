"""HTML to PDF: by the default engine where it draws every letter right, else by the one that shapes and tags."""

from leavingwell.platform.documents.engines import weasyprint, xhtml2pdf
from leavingwell.platform.documents.engines.fitness import Fitness
from leavingwell.platform.documents.markup import mark, read, text_of
from leavingwell.themes.typefaces import every_letter

UNDRAWN = frozenset(map(ord, "\n\t\r\ufe0e\ufe0f\u200c\u200d\u200e\u200f"))


class CannotDraw(Exception):
    """No installed engine can make this document right: refused, never misprinted. `code` is one of `problems`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def missing_letters(text: str) -> str:
    """The letters of a text that none of our fonts holds."""
    return "".join(sorted({letter for letter in text if ord(letter) not in every_letter() | UNDRAWN}))


def engine_for(text: str, language: str, *, accessible: bool) -> str:
    """`xhtml2pdf` or `weasyprint`. Raises `CannotDraw`."""
    if missing_letters(text):
        raise CannotDraw("LETTERS_MISSING")
    if accessible and not weasyprint.is_installed():
        raise CannotDraw("CANNOT_TAG")
    fitness = Fitness.WRONG if accessible else xhtml2pdf.fitness(text, language)
    if fitness is not Fitness.RIGHT and weasyprint.is_installed():
        return "weasyprint"
    if fitness is Fitness.WRONG:
        raise CannotDraw("CANNOT_DRAW")
    return "xhtml2pdf"


def render(html: str, language: str, accessible: bool = False) -> bytes:
    """The PDF of a page in `language`; `accessible` tags it for screen readers. Raises `CannotDraw`."""
    root = read(html)
    title = root.findtext("head/title", "").strip()
    engine = engine_for(text_of(root), language, accessible=accessible)
    mark(root)
    if engine == "weasyprint":
        return weasyprint.draw(root, title=title, accessible=accessible)
    return xhtml2pdf.draw(root, title=title)
