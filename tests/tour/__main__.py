"""Photographs a running demonstration into docs/tour/: `make tour` while `make demo` runs (DATA_DIR as there)."""

import json
import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import FLAGS
from tests.tour import every_page, languages
from tests.tour.stops import STOPS, Stop

FOLDER = Path(__file__).parents[2] / "docs" / "tour"
EVERY_PICTURE = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode().catch(() => null);
}))"""
COLOURS = 128  # of a picture: a quarter of the size, and no difference to the eye


def sign_in(page: Page, base: str, person: dict[str, Any]) -> None:
    """With the password, or with the code from the demonstration's outbox."""
    if person["password"]:
        page.goto(f"{base}accounts/login/")
        page.fill("[name=login]", person["email"])
        page.fill("[name=password]", person["password"])
        page.click(".card button.btn >> nth=0")
        return
    page.goto(f"{base}accounts/login/code/")
    page.fill("[name=email]", person["email"])
    page.click(".card button.btn >> nth=0")
    waiting = page.url
    page.goto(f"{base}outbox/")
    letter = page.locator("article", has_text=person["email"]).first.inner_text()
    code = re.search(r"^\d{6}$", letter, re.MULTILINE)
    assert code, "no code in the outbox"
    page.goto(waiting)
    page.fill("[name=code]", code.group())
    page.click(".card button.btn >> nth=0")


class Photographer:
    """Keeps one signed-in browser context for each person."""

    def __init__(self, browser: Browser, demo: dict[str, Any]) -> None:
        self.browser = browser
        self.portals = {council["slug"]: council["portal_url"] for council in demo["councils"]}
        self.people = {(person["council"], person["name"]): person for person in demo["people"]}
        self.contexts: dict[tuple[str, str], BrowserContext] = {}

    def context_of(self, stop: Stop) -> BrowserContext:
        key = (stop.council, stop.who)
        if key not in self.contexts:
            self.contexts[key] = self.browser.new_context(reduced_motion="reduce")
            if stop.who:
                page = self.contexts[key].new_page()
                sign_in(page, self.portals[stop.council], self.people[key])
                page.wait_for_load_state("networkidle")
                page.close()
        return self.contexts[key]

    def shoot(self, stop: Stop) -> bytes:
        base, context = self.portals[stop.council], self.context_of(stop)
        context.add_cookies([{"name": "language", "value": stop.language, "url": base}])
        page = context.new_page()
        page.set_viewport_size({"width": stop.width, "height": 800})
        page.goto(base.rstrip("/") + stop.path)
        if stop.link:
            page.get_by_role("link", name=re.compile(rf"^{re.escape(stop.link)}\b")).first.click()
            page.wait_for_load_state("networkidle")
        # The phone's menu is fixed to the foot of the window: one as tall as the page shows it once.
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": stop.width, "height": max(800, height)})
        page.evaluate(EVERY_PICTURE)
        picture = page.screenshot()
        page.close()
        return picture


def store(name: str, picture: bytes) -> None:
    image = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS)
    image.save(FOLDER / f"{name}.png", optimize=True)


def main(demo: Path) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        arguments = [*(f"--{flag}" for flag in FLAGS), "--hide-scrollbars"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        photographer = Photographer(browser, json.loads(demo.read_text(encoding="utf-8")))
        for stop in STOPS:
            store(stop.name, photographer.shoot(stop))
        every_page.photograph(photographer)
        languages.photograph(photographer)
        browser.close()


if __name__ == "__main__":
    main(Path(os.environ.get("DATA_DIR", "var")) / "demo.json")
