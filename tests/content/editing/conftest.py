"""A browser for the tests of editing."""

from tests.browser import browser, page_for  # noqa: F401
