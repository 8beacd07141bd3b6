"""Secrets that must be used again, so that no hash will do: sealed with a key made from the installation's secret."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac

from leavingwell.platform.councils import scope


class BrokenSeal(Exception):
    """Sealed by another council, or with a secret key that this installation no longer has."""


def _box(secret_key: str | bytes) -> Fernet:
    purpose = f"sign-in secret:{scope.current_council_id()}"
    return Fernet(urlsafe_b64encode(salted_hmac(purpose, "", secret=secret_key, algorithm="sha256").digest()))


def seal(text: str) -> str:
    return _box(settings.SECRET_KEY).encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Raises `BrokenSeal`. Former secret keys (`SECRET_KEY_FALLBACKS`) open it too."""
    for secret_key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _box(secret_key).decrypt(sealed.encode()).decode()
        except InvalidToken:
            continue
    raise BrokenSeal
