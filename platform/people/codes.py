"""The codes of invitations: short enough to type from a letter, and kept as a keyed hash alone."""

import secrets
import unicodedata

from django.conf import settings
from django.utils.crypto import salted_hmac

from leavingwell.platform.councils import scope

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without letters and digits that look alike: I L O 0 1
LENGTH, GROUP = 8, 4


def new_code() -> str:
    """Two groups of four, as `AB3D-EF9H`: about 850,000 million possible ones."""
    signs = "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH))
    return f"{signs[:GROUP]}-{signs[GROUP:]}"


def bare(code: str) -> str:
    """As it is compared: small letters, spaces, dashes and the digits of other scripts make no difference."""
    signs = unicodedata.normalize("NFKC", code[:100]).upper()
    return "".join(str(unicodedata.digit(sign, sign)) for sign in signs if sign.isalnum())


def hash_of(code: str) -> str:
    """Keyed with the installation's secret, so that a stolen table tells no code; another for each council."""
    return keyed(code, settings.SECRET_KEY)


def hashes_of(code: str) -> list[str]:
    """With former secret keys too: letters that were printed before a change of keys are good until their day."""
    return [keyed(code, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def keyed(code: str, secret: str | bytes) -> str:
    purpose = f"invitation:{scope.current_council_id()}"
    return salted_hmac(purpose, bare(code), secret=secret, algorithm="sha256").hexdigest()
