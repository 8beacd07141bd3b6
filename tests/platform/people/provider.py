"""An OpenID Connect provider of our own, which can be told to say anything."""

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import SignInRules
from leavingwell.platform.people.sign_in.sealing import seal
from tests.factories import Household

CLIENT, SECRET = "leaving-well", "a secret between the two"


@cache
def key(number: int = 0) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Provider:
    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)  # what differs from what is right
    signed_with: int = 0
    algorithm: str = "RS256"
    discovery: Any = None  # what is said instead of the configuration
    keys: Any = None
    tokens: Any = None
    is_broken: bool = False
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def configuration(self) -> dict[str, Any]:
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.issuer, **{name: f"{self.issuer}/{path}" for name, path in names.items()}}

    def authorize(self, asked: str) -> dict[str, str]:
        """What a browser brings back: the provider's own page is left out."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(asked).query).items()}
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        return {"code": code, "state": query["state"]}

    def token(self, sent: dict[str, str]) -> Any:
        query = self.codes.pop(sent.get("code", ""), None)
        verifier = sent.get("code_verifier", "").encode()
        challenge = urlsafe_b64encode(sha256(verifier).digest()).rstrip(b"=").decode()
        known = (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
        if query is None or not known or query["code_challenge"] != challenge:
            return None
        if query["redirect_uri"] != sent["redirect_uri"]:
            return None
        return {"access_token": "unused", "token_type": "Bearer", "id_token": self.id_token(query)}

    def id_token(self, query: dict[str, str]) -> str:
        now = int(time.time())
        right = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": query.get("nonce")}
        claims = {**right, "sub": "subject-1", "email_verified": True, **self.claims}
        claims = {name: value for name, value in claims.items() if value is not None}
        secret = key(self.signed_with) if self.algorithm == "RS256" else "x" * 64
        return jwt.encode(claims, secret, algorithm=self.algorithm, headers={"kid": "first"})

    def public_keys(self) -> dict[str, Any]:
        described = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key(0).public_key()))
        return {"keys": [{**described, "kid": "first", "use": "sig"}]}  # no `alg`, as with Microsoft Entra

    def answer(self, path: str, sent: dict[str, str]) -> Any:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return self.discovery if self.discovery is not None else self.configuration()
        if path == "/keys":
            return self.keys if self.keys is not None else self.public_keys()
        return self.tokens if self.tokens is not None else self.token(sent)


def handler_for(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
            answer = None if provider.is_broken else provider.answer(urlsplit(self.path).path, sent)
            body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(500 if provider.is_broken else 400 if answer is None else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *args: object) -> None:
            """Nothing: a test's output is for what went wrong."""

    return Handler


@contextmanager
def running_provider() -> Iterator[Provider]:
    provider = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(provider))
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()


def set_rules(house: Household, provider: Provider, **fields: Any) -> None:
    with scope(house.council):
        given = {"issuer": provider.issuer, "client_id": CLIENT, "sealed_client_secret": seal(SECRET), **fields}
        SignInRules.objects.update_or_create(defaults={"single_sign_on": True, **given})
