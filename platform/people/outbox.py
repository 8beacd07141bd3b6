"""The demonstration's outbox: the e-mails that would have been sent from this council's host."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leavingwell.platform.people.models import User


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str
    sent: str
    body: str


def letters() -> list[Letter]:
    """Those to people of the council whose scope is open, newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)[:50]
    known = set(User.objects.values_list("email", flat=True))
    return [letter for file in files for letter in letters_in(file) if letter.to in known]


def letters_in(file: Path) -> list[Letter]:
    found = []
    for part in file.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
        if part.strip():
            message = message_from_bytes(part, policy=policy.default)
            body = message.get_body(("plain",))
            text = body.get_content() if body else ""
            found.append(Letter(str(message["To"]), str(message["Subject"]), str(message["Date"]), text))
    return found


def outbox(request: HttpRequest) -> HttpResponse:
    return render(request, "people/outbox.html", {"letters": letters()})
