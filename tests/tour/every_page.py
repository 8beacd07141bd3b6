"""Photographs every page of the demonstration that its links lead to, as contact sheets in docs/tour/every-page/.

One sheet for each council, language and kind of person, on the telephone and on the desk by turns. Part of `make tour`.
"""

import re
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from PIL import Image

from tests.tour.contact_sheet import contact_sheet
from tests.tour.stops import DESK, PHONE, Stop

FOLDER = Path(__file__).parents[2] / "docs" / "tour" / "every-page"
ROLES = {
    "young-people": "young_person",
    "supporters": "supporter",
    "workers": "personal_adviser",
    "managers": "team_manager",
    "analysts": "analyst",
}
LANGUAGES = ("en", "ar")
SIZES = {PHONE: (200, 520), DESK: (400, 460)}  # a tile's width and most height, in pixels
ACROSS = {PHONE: 11, DESK: 6}  # tiles in a row
LETTERS = 13  # pixels
ELSEWHERE = ("/admin/", "/graphql/", "/static/", "/media/", "/api/", "/outbox/", "/documents/", "/accounts/logout/")
PAGE_OF_THE_COUNCIL = re.compile(r"^(/(?:answers|events|news|offers|places|stories)/)[^/]+/$")
# Asked by the browser, which knows the hosts of the demonstration; other programs may not.
READ = """async address => {
  const answer = await fetch(address);
  return answer.ok && (answer.headers.get("content-type") || "").includes("text/html") ? answer.text() : "";
}"""
ONE_OF_MANY = re.compile(r"(?<=/)(?:[A-Za-z0-9_=%-]{24,}|[A-Z]+-\d+|[A-Z_]{3,}|\d+)(?=/)")


def kind_of(address: str) -> str:
    """The address without what tells one young person, question, plan or page of the council from another."""
    return PAGE_OF_THE_COUNCIL.sub(r"\1*/", ONE_OF_MANY.sub("*", urlsplit(address).path))


def addresses(context: Any, base: str) -> list[str]:
    """One of each kind, as links lead there from the first page."""
    waiting, kinds, found = ["/"], {"/"}, []
    page = context.new_page()
    page.goto(base)
    while waiting:
        address = waiting.pop(0)
        if not (text := page.evaluate(READ, address)):
            continue
        found.append(address)
        for link in BeautifulSoup(text, "html.parser").select("a[href]"):
            to = urlsplit(urljoin(base + address, str(link["href"])))
            path = f"{to.path}?{to.query}" if to.query else to.path
            here = f"{to.scheme}://{to.netloc}" == base and not path.startswith(ELSEWHERE)
            if here and kind_of(path) not in kinds:
                kinds.add(kind_of(path))
                waiting.append(path)
    page.close()
    return found


def tile(picture: bytes, width: int) -> Image.Image:
    wide, tall = SIZES[width]
    image = Image.open(BytesIO(picture)).convert("RGB")
    image = image.resize((wide, image.height * wide // image.width), Image.Resampling.LANCZOS)
    return image.crop((0, 0, wide, min(tall, image.height)))


def name_of(stop: Stop) -> str:
    """The end of its address, as much as has room above its picture."""
    return kind_of(stop.path)[-SIZES[stop.width][0] // 7 :]


def photograph(photographer: Any) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for (council, portal), (name, role) in product(photographer.portals.items(), ROLES.items()):
        people = (one for (slug, _name), one in photographer.people.items() if slug == council)
        who = next(one["name"] for one in people if one["role"] == role)
        found = addresses(photographer.context_of(Stop("", council, who, "/")), portal.rstrip("/"))
        for number, language in enumerate(LANGUAGES, start=list(photographer.portals).index(council)):
            width = (PHONE, DESK)[number % 2]
            stops = [Stop("", council, who, address, width, language) for address in found]
            tiles = [(name_of(stop), tile(photographer.shoot(stop), width)) for stop in stops]
            sheet = contact_sheet(tiles, ACROSS[width], LETTERS)
            sheet.save(FOLDER / f"{council}-{language}-{name}.webp", quality=55, method=6)
