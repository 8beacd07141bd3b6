"""Requests that are no GraphQL request, or not one that may run: each with a status and a code."""

from collections.abc import Mapping


class Refusal(Exception):
    """`message` is for people, in the reader's language."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        self.status, self.code, self.message, self.headers = status, code, message, headers or {}
        super().__init__(code)


def bad_request(message: str) -> Refusal:
    return Refusal(400, "BAD_REQUEST", message)
