"""A visitor's fetch of the 66 questions, worked out anew and kept, as a ratio within this run.

`python benchmarks/questionnaire.py`
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import django

TIMES, KEPT = 25, 4  # how often it is worked out, and fetched again after each
CONTRACT = Path(__file__).parents[1] / "tests" / "contract"
VARIABLES = {"code": "outcomes", "language": "ar", "variant": "STANDARD"}
ADDRESS = {"HTTP_HOST": "northmoor.localhost", "PATH_INFO": "/graphql/", "REMOTE_ADDR": "127.0.0.1"}
Fetch = Callable[[], bytes]


def documents() -> dict[str, str]:
    return {
        "as the contract has it": (CONTRACT / "questionnaire.graphql").read_text(),
        "all that runs it offline": (CONTRACT / "offline.graphql").read_text(),
    }


def fetches(query: str) -> dict[str, Fetch]:
    """The application is called as a web server calls it: a client of its own would take as long again."""
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    body = json.dumps({"query": query, "variables": VARIABLES}).encode()
    address = urlencode({"query": query, "variables": json.dumps(VARIABLES)})
    post = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body))}
    get = {"REQUEST_METHOD": "GET", "QUERY_STRING": address}
    return {"POST": partial(answer_of, application, post, body), "GET": partial(answer_of, application, get)}


def answer_of(application: Any, environment: dict[str, str], body: bytes = b"") -> bytes:
    whole = {**ADDRESS, **environment, "wsgi.input": BytesIO(body)}
    setup_testing_defaults(whole)
    response = application(whole, lambda status, headers: None)
    try:
        return b"".join(response)
    finally:
        response.close()


def forget() -> None:
    from django.core.cache import caches

    caches["answers"].clear()


def taken(fetch: Fetch) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    fetch()
    return (time.perf_counter() - start) * 1000


def measure(fetch: Fetch) -> tuple[float, float]:
    """The quickest of each, anew and kept by turns: what is more was taken by other programs."""
    assert fetch().startswith(b'{"data":{"questionnaire":{')
    anew, kept = [], []
    for _time in range(TIMES):
        forget()
        anew.append(taken(fetch))
        kept += [taken(fetch) for _kept in range(KEPT)]
    return min(anew), min(kept)


def main() -> None:
    django.setup()
    sys.stdout.write(f"{'what':<38}{'anew, ms':>10}{'kept, ms':>10}{'ratio':>8}\n")
    for name, query in documents().items():
        for method, fetch in fetches(query).items():
            anew, kept = measure(fetch)
            sys.stdout.write(f"{name + ', ' + method:<38}{anew:>10.1f}{kept:>10.2f}{anew / kept:>8.1f}\n")


if __name__ == "__main__":
    main()
