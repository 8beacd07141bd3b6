"""Photographs the demonstration in every language, as contact sheets in docs/tour/languages/: part of `make tour`.

The council offers all languages while the pictures are made, and then those that it offered before.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import Page

from leavingwell.translations.languages import LANGUAGES
from tests.tour.contact_sheet import contact_sheet
from tests.tour.stops import DESK, PHONE, Stop

FOLDER = Path(__file__).parents[2] / "docs" / "tour" / "languages"
COUNCIL, YOUNG_PERSON, EDITOR = "northmoor", "Wren", "council_admin"
IN_A_ROW, LETTERS = 6, 22  # tiles; pixels
TALL = 900  # of a telephone's page, what is shown of it
PAPER = 2  # the page of the document: the first is a cover
WAIT = 300_000  # milliseconds: the documents are made one after the other
FETCH = "async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())]"


@contextmanager
def offering_all(photographer: Any, editor: str) -> Iterator[None]:
    """Sets the council's languages in its admin, as its administrator does."""
    page = photographer.context_of(Stop("", COUNCIL, editor, "/")).new_page()
    address = f"{photographer.portals[COUNCIL].rstrip('/')}/admin/languages/"
    before = choose(page, address, None)
    try:
        yield
    finally:
        choose(page, address, before)
        page.close()


def choose(page: Page, address: str, wanted: set[str] | None) -> set[str]:
    page.goto(address)
    boxes = page.locator("input[name=languages]").all()
    before = {str(box.get_attribute("value")) for box in boxes if box.is_checked()}
    for box in boxes:
        box.set_checked(wanted is None or box.get_attribute("value") in wanted)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state("networkidle")
    return before


def in_each(photographer: Any, path: str) -> list[tuple[str, Image.Image]]:
    found = []
    for code in LANGUAGES:
        picture = photographer.shoot(Stop("", COUNCIL, YOUNG_PERSON, path, PHONE, code))
        found.append((code, Image.open(BytesIO(picture)).convert("RGB").crop((0, 0, PHONE, TALL))))
    return found


def papers(photographer: Any) -> list[tuple[str, Image.Image]]:
    """A page of the plan's document in each language."""
    base = photographer.portals[COUNCIL].rstrip("/")
    context = photographer.context_of(Stop("", COUNCIL, YOUNG_PERSON, "/"))
    page = context.new_page()
    page.set_default_timeout(WAIT)
    waiting = []
    for code in LANGUAGES:
        page.goto(f"{base}/plan/")
        form = "form[action$='/plan/documents/']"
        page.eval_on_selector(
            form, "(form, code) => { form.elements.language.value = code; form.requestSubmit(); }", code
        )
        page.wait_for_url("**/documents/*/")
        waiting.append((code, page.url))
    found = []
    for code, address in waiting:
        page.goto(address)
        link = page.locator("a[href*='/plans/documents/']").first
        link.wait_for()
        found.append((code, drawn(bytes(page.evaluate(FETCH, link.get_attribute("href"))))))
    page.close()
    return found


def drawn(paper: bytes) -> Image.Image:
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.pdf").write_bytes(paper)
        pages = ["-f", str(PAPER), "-l", str(PAPER), "-singlefile"]
        subprocess.run(["pdftoppm", "-png", "-scale-to-x", "480", "-scale-to-y", "-1", *pages, "a.pdf", "a"],
                       cwd=folder, check=True)  # fmt: skip
        return Image.open(Path(folder) / "a.png").convert("RGB")


def opened(photographer: Any, editor: str, code: str, chosen: str) -> Page:
    """The first text of a list in the workbench."""
    context = photographer.context_of(Stop("", COUNCIL, editor, "/"))
    page: Page = context.new_page()
    page.set_viewport_size({"width": DESK, "height": 1000})
    base = photographer.portals[COUNCIL].rstrip("/")
    page.goto(f"{base}/admin/translate/?language={code}&status=&{chosen}")
    page.locator(".bench-list tbody th a").first.click()
    page.wait_for_load_state("networkidle")
    return page


def taken(page: Page) -> Image.Image:
    picture = page.screenshot()
    page.close()
    return Image.open(BytesIO(picture)).convert("RGB")


def in_place(photographer: Any, editor: str) -> Image.Image:
    """Words on the portal's first page before anybody has approved them."""
    bench = opened(photographer, editor, "ar", "area=portal&q=Nothing+here+has+to+be")
    with bench.context.expect_page() as shown:
        bench.get_by_role("button", name="See it in its place").click()
    page = shown.value
    page.set_viewport_size({"width": DESK, "height": 800})
    page.wait_for_load_state("networkidle")
    page.evaluate("scrollTo(0, 0)")
    bench.close()
    return taken(page)


def sheet(tiles: list[tuple[str, Image.Image]]) -> Image.Image:
    named = [(f"{LANGUAGES[code].english_name} ({code})", tile) for code, tile in tiles]
    return contact_sheet(named, IN_A_ROW, LETTERS)


def store(name: str, image: Image.Image) -> None:
    image.save(FOLDER / f"{name}.webp", quality=60, method=6)


def photograph(photographer: Any) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    people = photographer.people.values()
    editor = next(one["name"] for one in people if one["council"] == COUNCIL and one["role"] == EDITOR)
    with offering_all(photographer, editor):
        for code in ("ar", "cy"):
            store(f"workbench-{code}", taken(opened(photographer, editor, code, "area=questions&q=warm+enough")))
        store("in-place", in_place(photographer, editor))
        store("home", sheet(in_each(photographer, "/")))
        store("question", sheet(in_each(photographer, "/questions/HOME-03/")))
        store("paper", sheet(papers(photographer)))
