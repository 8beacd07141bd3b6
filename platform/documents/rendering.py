class CannotDraw(Exception):
    pass


def render(html: str, language: str, accessible: bool = False) -> bytes:
    raise CannotDraw
