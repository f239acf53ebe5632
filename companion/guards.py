"""Pure ASGI: who may ask what, decided from headers and size before anything is parsed.

What went wrong for other local servers (rebinding, missing Origin checks, open CORS, secrets in URLs) is refused
here in one place; tests/api/test_guards.py is the list.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import NoReturn

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from companion.attempts import Attempts
from companion.errors import ForewordError, NotPaired, PairingRefused, Refused, ServerFault
from companion.pairing import Pairing, PairingBook, is_extension
from companion.problem import MEDIA_TYPE, problem

MAX_BODY_BYTES = 1_000_000
BODY_SECONDS = 10.0
HEADER_SECONDS = 10.0
BYTES_AT_ONCE = 32_000_000
"""Of all requests together: what many large drafts may hold of this computer's memory."""
API_PREFIX = "/v1/"
PAIR = "/v1/pair"
HELLO = "/v1/hello"
_JSON = (b"application/json", b"application/json; charset=utf-8", b"application/json;charset=utf-8")

_ON_EVERYTHING = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        b"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    ),
]

_log = logging.getLogger("companion")


class Headers:
    """Request headers by lower-case name; one that is sent twice counts as absent where exactly one is wanted."""

    def __init__(self, scope: Scope) -> None:
        self._all: list[tuple[bytes, bytes]] = scope["headers"]

    def one(self, name: bytes) -> bytes | None:
        values = [value for key, value in self._all if key == name]
        return values[0] if len(values) == 1 else None


@dataclass(frozen=True)
class Limits:
    body_bytes: int = MAX_BODY_BYTES
    body_seconds: float = BODY_SECONDS
    header_seconds: float = HEADER_SECONDS
    bytes_at_once: int = BYTES_AT_ONCE
    wrong_tokens_a_minute: int = 20
    wrong_codes_a_minute: int = 10


class Guards:
    """Wraps the app; what passes carries the asking client in `scope["state"]`."""

    def __init__(self, app: ASGIApp, *, port: int, book: PairingBook, limits: Limits | None = None) -> None:
        self._app = app
        self._host = f"127.0.0.1:{port}".encode()
        self._own_origin = f"http://127.0.0.1:{port}"
        self._book = book
        self._limits = limits or Limits()
        self._wrong_tokens = Attempts(self._limits.wrong_tokens_a_minute, 60)
        self._held_bytes = 0
        self._wrong_codes = Attempts(self._limits.wrong_codes_a_minute, 60)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        is_api = scope["path"].startswith(API_PREFIX)
        answer = _Answer(send, allowed=b"POST" if is_api else b"GET")
        held = 0
        try:
            if is_api:
                scope.setdefault("state", {}).update(self._api_caller(scope))
            else:
                self._page(scope)
            body = await self._whole_body(Headers(scope), receive)
            if body is not None:
                held = self._hold(len(body))
                await self._app(scope, _replay(body, receive), answer.send)
            if scope["path"] == PAIR and answer.status == PairingRefused.status:
                self._wrong_codes.failed(PAIR)
        except ForewordError as error:
            await answer.refuse(error)
        except Exception as error:
            # The name of the error only: its message could hold words of a draft.
            _log.error("a request ended with %s", type(error).__name__)
            await answer.refuse(ServerFault(f"The request ended with an error ({type(error).__name__})."))
        finally:
            self._held_bytes -= held

    def _hold(self, size: int) -> int:
        if self._held_bytes + size > self._limits.bytes_at_once:
            raise Refused(503, "Too much is being checked at once. Ask again in a moment.")
        self._held_bytes += size
        return size

    def _page(self, scope: Scope) -> None:
        """The static page: plain GET, and never as a part of another site."""
        headers = Headers(scope)
        self._exact_host(headers)
        if scope["method"] != "GET":
            raise Refused(405, "Only GET is answered here.")
        is_foreign = headers.one(b"sec-fetch-site") in (b"cross-site", b"same-site")
        if is_foreign and headers.one(b"sec-fetch-dest") != b"document":
            raise Refused(403, "This page cannot be used inside another site.")

    def _api_caller(self, scope: Scope) -> dict[str, object]:
        headers = Headers(scope)
        self._exact_host(headers)
        if scope["method"] != "POST":
            raise Refused(405, "Only POST is answered here.")
        if (headers.one(b"content-type") or b"").lower() not in _JSON:
            raise Refused(415, "Send the request as application/json.")
        origin = self._known_kind_of_origin(headers)
        if scope["path"] == PAIR:
            if self._wrong_codes.too_many(PAIR):
                raise Refused(429, "Too many wrong codes. Wait a minute and ask for a new one.")
            return {"origin": origin, "client": None}
        if scope["path"] == HELLO:  # asked before a token is shown; who was never paired learns nothing
            if not self._book.knows(origin):
                self._stranger(origin)
            return {"origin": origin, "client": None}
        return {"origin": origin, "client": self._client(headers, origin)}

    def _exact_host(self, headers: Headers) -> None:
        if headers.one(b"host") != self._host:
            raise Refused(421, f"Foreword answers as {self._host.decode()} only.")

    def _known_kind_of_origin(self, headers: Headers) -> str:
        """An extension, or our own page. Browsers let no page forge Origin or Sec-Fetch-Site."""
        origin = (headers.one(b"origin") or b"").decode("latin-1")
        if origin != self._own_origin and not is_extension(origin):
            raise Refused(403, "Only the Foreword extension and Foreword's own page may ask.")
        is_foreign = headers.one(b"sec-fetch-site") in (b"cross-site", b"same-site")
        # Firefox names requests of extensions by other rules than Chromium; its Origin is as unforgeable.
        if is_foreign and not origin.startswith("moz-extension://"):
            raise Refused(403, "This request came from another site.")
        return origin

    def _client(self, headers: Headers, origin: str) -> Pairing:
        scheme, _, token = (headers.one(b"authorization") or b"").decode("latin-1").partition(" ")
        client = self._book.client_of(token) if scheme.lower() == "bearer" and token else None
        if client is None:  # a known token is never slowed down by somebody else's guesses
            self._stranger(origin)
        if client.origin != origin:
            raise Refused(403, "This token was given to someone else.")
        return client

    def _stranger(self, origin: str) -> NoReturn:
        if self._wrong_tokens.too_many(origin):
            raise Refused(429, "Too many requests with an unknown token. Wait a minute.")
        self._wrong_tokens.failed(origin)
        raise NotPaired("This browser is not paired with Foreword. Run `foreword pair` and type the code it shows.")

    async def _whole_body(self, headers: Headers, receive: Receive) -> bytes | None:
        """None when the caller hung up before the end."""
        limit = self._limits.body_bytes
        too_large = Refused(413, f"The request is larger than {limit:,} bytes.")
        declared = headers.one(b"content-length")
        if declared is not None and int(declared) > limit:
            raise too_large
        body = bytearray()
        try:
            async with asyncio.timeout(self._limits.body_seconds):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return None
                    body += message.get("body", b"")
                    if len(body) > limit:
                        raise too_large
                    if not message.get("more_body", False):
                        return bytes(body)
        except TimeoutError:
            raise Refused(408, "The request did not arrive in time.") from None


class _Answer:
    """Passes an answer on with our headers, or gives a refusal when none has begun."""

    def __init__(self, send: Send, allowed: bytes) -> None:
        self._send = send
        self._allowed = allowed
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": [*message.get("headers", []), *_ON_EVERYTHING]}
        await self._send(message)

    async def refuse(self, error: ForewordError) -> None:
        if self.status is not None:
            return
        body = problem(error)
        headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode())]
        if error.status == 405:
            headers.append((b"allow", self._allowed))
        if error.status == 401:
            headers.append((b"www-authenticate", b"Bearer"))
        if error.status == 429:
            headers.append((b"retry-after", b"60"))
        await self.send({"type": "http.response.start", "status": error.status, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


def _replay(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
