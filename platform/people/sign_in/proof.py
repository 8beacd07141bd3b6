"""Before a provider's identity becomes a way in to an account that was in use: a code, sent to the account's address.

Such an account belongs to whoever reads its e-mails, and not to whoever runs the provider. Everybody whose address the
provider vouches for gets the same page, so that it tells nobody who has an account.
"""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leavingwell.platform.people.models import Person, User

KEY = "council_account_proof"
LASTS = 15 * 60  # seconds
TRIES = 3


def was_in_use(user: User) -> bool:
    """Somebody has signed in with it, or has made it theirs by a password or a second step."""
    owned = user.last_login is not None or user.has_usable_password()
    return owned or Authenticator.objects.filter(user=user).exists()


def ask_for_proof(request: HttpRequest, found: Any, email: str, person: Person | None, next_url: str | None) -> bool:
    """Sends the code, where there is an account. False: that was too often for this address."""
    asks = {"app": "allauth.account", "action": "request_login_code", "key": email}
    if ratelimit.consume(request, **asks, limit_get=True) is None:
        return False
    code = get_adapter(request).generate_login_code()
    request.session[KEY] = {
        "provider": found.provider,
        "uid": found.uid,
        "email": email,
        "code": code,
        "at": time.time(),
        "tries": 0,
        "next": next_url,
    }
    if person:
        send_code(person, code)
    return True


def send_code(person: Person, code: str) -> None:
    assert person.user
    assert person.council
    address = settings.PORTAL_ADDRESS.format(host=person.council.host)
    with translation.override(person.language or person.council.default_language):
        text = render_to_string("people/proof.txt", {"code": code, "portal_url": address, "minutes": LASTS // 60})
        send_mail(_("Your code for the first sign-in with the council account"), text, None, [person.user.email])


def pending(request: HttpRequest, key: str = KEY) -> dict[str, Any] | None:
    """What this browser is asked to prove; None for nothing, or no longer."""
    proof: dict[str, Any] | None = request.session.get(key)
    if proof is None or time.time() - proof["at"] > LASTS or proof["tries"] >= TRIES:
        request.session.pop(key, None)
        return None
    return proof


def is_proved(request: HttpRequest, proof: dict[str, Any], code: str, key: str = KEY) -> bool:
    """Each code can be tried three times."""
    if compare_user_code(actual=code, expected=proof["code"]):
        del request.session[key]
        return True
    request.session[key] = {**proof, "tries": proof["tries"] + 1}
    return False
