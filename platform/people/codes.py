"""The codes of invitations: short enough to type from a letter, and kept as a keyed hash alone."""

import secrets
import unicodedata

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
    return salted_hmac(f"invitation:{scope.current_council_id()}", bare(code), algorithm="sha256").hexdigest()
