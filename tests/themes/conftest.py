from tests.browser import browser, page_for

__all__ = ["browser", "page_for"]
