"""What a provider says about somebody, once the signature is checked."""

from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]  # none with a shared key
REQUIRED = ["iss", "sub", "aud", "exp", "iat"]
LEEWAY = 60  # seconds that two clocks may differ
TRUE = (True, "true", 1, "1")
VERIFIED = ("email_verified", "xms_edov")  # the second is Microsoft Entra's: the tenant owns the address's domain


def verified_claims(token: str, keys: dict[str, Any], *, issuer: str, client_id: str) -> dict[str, Any]:
    """Raises `OAuth2Error` for a token that is not this issuer's, not for us, over, or not signed by its keys."""
    try:
        wanted = jwt.get_unverified_header(token).get("kid")
        key = next((key for key in jwt.PyJWKSet.from_dict(keys).keys if key.key_id == wanted), None)
        if key is None:
            raise OAuth2Error("unknown key")
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=ALGORITHMS,
            audience=client_id,
            issuer=issuer,
            leeway=LEEWAY,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError as error:
        raise OAuth2Error("not a token of the provider") from error
    if claims.get("azp", client_id) != client_id:
        raise OAuth2Error("made for another client")
    return claims


def verified_email(claims: dict[str, Any]) -> str:
    """In small letters; empty when the provider does not vouch for it."""
    email = claims.get("email")
    vouched = any(claims.get(name) in TRUE for name in VERIFIED)
    return email.strip().lower() if isinstance(email, str) and vouched else ""
