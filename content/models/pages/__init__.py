from leavingwell.content.models.pages.home import HomePage
from leavingwell.content.models.pages.offer import OfferIndexPage, OfferPage
from leavingwell.content.models.pages.standard import StandardPage

__all__ = ["HomePage", "OfferIndexPage", "OfferPage", "StandardPage"]
