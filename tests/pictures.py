"""Draws the pictures of the easy-read questions, `make pictures`: beside each SVG the WebP that the wheel loads.

The WebP files are committed, so that loading them needs no browser.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser import FLAGS

PICTURES = Path(__file__).parents[1] / "questionnaires" / "data" / "pictures"
WIDTH, HEIGHT = 600, 400
PAGE = "<style>body {{ margin: 0 }} svg {{ display: block }}</style>{}"


def draw(page: Page, source: Path) -> None:
    page.set_content(PAGE.format(source.read_text(encoding="utf-8")))
    seen = page.screenshot(omit_background=True)
    Image.open(BytesIO(seen)).save(source.with_suffix(".webp"), "WEBP", quality=70, method=4)


def main() -> None:
    with sync_playwright() as playwright:
        arguments = [f"--{flag}" for flag in FLAGS]
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for source in sorted(PICTURES.glob("*.svg")):
            draw(page, source)
        chromium.close()


if __name__ == "__main__":
    main()
