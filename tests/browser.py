"""Fixtures for tests in Debian's Chromium: `browser`, and `page_for(viewport)` which opens a page of that size."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ("no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync")
PHONE, TABLET, DESK = (360, 780), (768, 1024), (1280, 900)


class PageFor(Protocol):
    def __call__(self, viewport: tuple[int, int] = DESK, *, keeps_offline: bool = False) -> Page: ...


@pytest.fixture(scope="module")  # no longer than needed: while it runs, other tests would find themselves in its loop
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the tests' own thread
        arguments = [f"--{flag}" for flag in FLAGS]
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def page_for(browser: Browser) -> Iterator[PageFor]:
    """Each page has cookies of its own. `northmoor.localhost` and its like are this machine to Chromium.

    `keeps_offline`: with the worker that keeps a page for "no connection", which others would only wait for.
    """
    contexts = []

    def open_page(viewport: tuple[int, int] = DESK, *, keeps_offline: bool = False) -> Page:
        width, height = viewport
        workers = "allow" if keeps_offline else "block"
        size = {"width": width, "height": height}
        contexts.append(browser.new_context(viewport=size, service_workers=workers))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)  # a busy machine takes its time
        return page

    yield open_page
    for context in contexts:
        context.close()
