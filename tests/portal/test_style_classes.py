"""Each class that a page uses is one that a stylesheet knows: one that nobody defines changes nothing."""

import re
from pathlib import Path

PORTAL = Path(__file__).parents[2] / "themes" / "portal"
CLASSES = re.compile(r'\bclass="((?:[^"{]|\{%.*?%\}|\{\{.*?\}\})*)"|block body_class %\}(.*?)\{% endblock')
PUT_TOGETHER = re.compile(r"[^\s}]*\{\{.*?\}\}[^\s{]*")  # half a name, half a value: `s{{ number }}`
SELECTOR, NAME = re.compile(r"([^{}]+)\{"), re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
COMMENT = re.compile(r"/\*.*?\*/|\{# .*? #\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)


def text_of(path: Path) -> str:
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def used_in(path: Path) -> set[str]:
    found = (one or body for one, body in CLASSES.findall(text_of(path)))
    return {name for one in found for name in re.sub(r"\{%.*?%\}", " ", PUT_TOGETHER.sub(" ", one)).split()}


def test_no_class_is_without_a_rule() -> None:
    sheets = "".join(text_of(path) for path in (PORTAL / "static" / "portal").glob("*.css"))
    defined = {name for selector in SELECTOR.findall(sheets) for name in NAME.findall(selector)}
    pages = [path for path in (PORTAL / "templates").rglob("*.html") if "email" not in path.parts]
    used = {path.relative_to(PORTAL).as_posix(): used_in(path) for path in [*pages, *(PORTAL / "tags").glob("*.py")]}
    assert sum(map(len, used.values())) > 500  # it found them
    assert {path: names - defined for path, names in used.items() if names - defined} == {}
