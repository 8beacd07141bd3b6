"""What axe-core finds on a page in a real browser, once nothing on it moves."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "portal" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
# What is still fading in has not yet the colours that a reader sees. What never ends is not waited for.
STILL = """() => document.readyState === 'complete' && document.getAnimations().every(one =>
    one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity)"""
FIND = """part => axe.run(part, {resultTypes: ['violations']})
    .then(found => found.violations.map(one => [one.id, one.nodes[0].html]))"""


def violations(page: Page, part: str = "html") -> list[Any]:
    """Rule and element of each violation within the element `part`."""
    page.wait_for_function(STILL)
    page.evaluate(AXE)
    found: list[Any] = page.evaluate(FIND, part)
    return found
