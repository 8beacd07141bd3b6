"""Looking at a page in a browser: axe-core, what overflows, what is too small to hit, and whether focus is seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Page

from tests.axe import violations
from tests.browser import DESK, PHONE, TABLET
from tests.portal.walk.crawling import Walk, kind_of

SMALLEST = (320, 640)  # 1280 px at 400 %
# By how much the page is wider than its window, and what sticks out.
WIDER = """() => {
  const page = document.documentElement, wider = page.scrollWidth - page.clientWidth;
  const out = one => { const box = one.getBoundingClientRect(); return box.right > innerWidth + .5 || box.left < -.5 };
  const last = [...document.body.querySelectorAll('*')].filter(one => out(one)).at(-1);
  return wider ? [[`${wider} px too wide`, innerWidth, (last || page).outerHTML.slice(0, 160)]] : [] }"""
LARGE_TEXT = "size => { document.documentElement.style.fontSize = size }"

# WCAG 2.2, 2.5.8: at least 24 by 24 px, unless it stands in a line of text. What is hidden until it has the focus, such
# as the way past the menu, is measured by nobody's finger.
TOO_SMALL = """() => [...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), summary')]
  .filter(one => one.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .filter(one => !one.closest('p, li:not(:has(form)), dd, label, td, .hide, .skip'))
  .map(one => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && box.height > 1 && (box.width < 23.5 || box.height < 23.5))
  .map(([html, box]) => [html, Math.round(box.width), Math.round(box.height)])"""

# What has the focus looks otherwise than before: by its outline, its shadow, or that of what holds it.
NO_FOCUS = """() => {
  const look = one => [one, one.parentElement, one.nextElementSibling, one.closest('label')].filter(Boolean)
    .map(part => { const is = getComputedStyle(part);
      return [is.outlineStyle, is.outlineWidth, is.outlineColor, is.boxShadow, is.borderColor, is.backgroundColor] })
    .join();
  const stops = [...document.querySelectorAll('a[href], button, select, textarea, input:not([type=hidden]), summary')]
    .filter(one => !one.disabled && one.checkVisibility());
  return stops.filter(one => {
    one.blur(); const before = look(one); one.focus({preventScroll: true});
    return document.activeElement === one && look(one) === before }).map(one => one.outerHTML.slice(0, 120)) }"""


@dataclass(frozen=True)
class Screen:
    language: str
    size: tuple[int, int]
    light: Literal["light", "dark"] = "light"
    contrast: Literal["more", "no-preference"] = "no-preference"


SCREENS = (
    Screen("en", PHONE),
    Screen("ar", PHONE, "dark"),
    Screen("en", DESK, "dark"),
    Screen("ar", DESK),
    Screen("en", TABLET, "dark", "more"),
    Screen("ar", PHONE, "light", "more"),
)


def one_of_a_kind(walks: dict[str | None, Walk]) -> Iterator[tuple[str | None, str]]:
    """Every kind of page once, by whoever reached it first."""
    kinds = set()
    for who, one in walks.items():
        for address in one.pages:
            if kind_of(address) not in kinds:
                kinds.add(kind_of(address))
                yield who, address


def faults_of(page: Page, screen: Screen) -> list[Any]:
    """Of the page that is open."""
    found: list[Any] = list(violations(page))
    found += [("too small", *one) for one in page.evaluate(TOO_SMALL)]
    found += [("focus is not seen", one) for one in page.evaluate(NO_FOCUS)]
    for width, height in (PHONE, SMALLEST, DESK):
        page.set_viewport_size({"width": width, "height": height})
        found += page.evaluate(WIDER)
    page.evaluate(LARGE_TEXT, "200%")
    return found + [("with large text", *one) for one in page.evaluate(WIDER)]


def look_at(page: Page, address: str, screen: Screen) -> list[Any]:
    page.emulate_media(reduced_motion="reduce", color_scheme=screen.light, contrast=screen.contrast)
    page.set_viewport_size({"width": screen.size[0], "height": screen.size[1]})
    page.goto(address)
    assert page.evaluate("document.documentElement.lang") == screen.language
    return faults_of(page, screen)
