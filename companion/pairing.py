"""Who may talk to this companion: a one-time code is exchanged for a token; only hashes are kept.

The server and the `foreword pair`, `unpair` and `pairings` commands share one small file; each of them reads it
anew when it has changed and replaces it whole. A code lives ten minutes, once, and dies after five wrong guesses.
A token can be renewed: the new one takes the old one's place when it is first used, so a lost answer loses nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from companion.errors import PairingRefused
from companion.state_file import StateFile

CODE_SECONDS = 600
WRONG_GUESSES = 5
PAGE_PAIRINGS = 4  # a closed tab never says goodbye, so only the newest few of the companion's own page are kept

Purpose = Literal["start", "command", "page"]
_EXTENSION = re.compile(r"(chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_OWN_PAGE = "http://127.0.0.1:"


class Code(BaseModel):
    """A code waiting to be typed. One for each purpose: a new one takes the place of the old."""

    model_config = ConfigDict(frozen=True)

    hash: str
    salt: str
    expires: float
    guesses_left: int = WRONG_GUESSES


class Pairing(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    origin: str
    since: str
    token_hash: str
    next_hash: str | None = None

    @property
    def hashes(self) -> tuple[str, ...]:
        return (self.token_hash,) if self.next_hash is None else (self.token_hash, self.next_hash)


class Pairings(BaseModel):
    """The whole pairing file."""

    codes: dict[Purpose, Code] = {}
    clients: list[Pairing] = []


def is_extension(origin: str) -> bool:
    return _EXTENSION.fullmatch(origin) is not None


class PairingBook:
    """Every change is written before it is answered."""

    def __init__(self, folder: Path, now: Callable[[], float] = time.time) -> None:
        self._file = StateFile(folder / "pairing.json", Pairings)
        self._now = now

    @property
    def clients(self) -> list[Pairing]:
        return list(self._file.read().clients)

    @property
    def has_extension(self) -> bool:
        return any(is_extension(client.origin) for client in self.clients)

    def knows(self, origin: str) -> bool:
        return any(client.origin == origin for client in self._file.read().clients)

    def new_code(self, purpose: Purpose) -> str:
        """Six digits to be typed or clicked; whoever sends them back first is paired."""
        code = f"{secrets.randbelow(1_000_000):06}"
        salt = secrets.token_hex(16)
        with self._file.changing() as book:
            book.codes[purpose] = Code(hash=_hashed(salt + code), salt=salt, expires=self._now() + CODE_SECONDS)
        return code

    def exchange(self, code: str, name: str, origin: str) -> str:
        """A token for a code. Raises PairingRefused; a wrong guess counts against every waiting code."""
        with self._file.changing() as book:
            purpose = self._purpose_of(code, origin, book)
            if purpose is None:
                _count_wrong_guess(book)
            else:
                del book.codes[purpose]
                token = secrets.token_urlsafe(32)
                book.clients.append(self._client(token, name, origin))
                book.clients = _without_closed_tabs(book.clients)
        if purpose is None:
            raise PairingRefused("This code is wrong, used already or older than ten minutes. Ask for a new one.")
        return token

    def connect(self, name: str, origin: str) -> str:
        """A token without a code, for whoever the browser vouches for (service/host.py); the last one is void."""
        token, name = secrets.token_urlsafe(32), f"{name}, by itself"
        with self._file.changing() as book:
            others = [c for c in book.clients if (c.name, c.origin) != (name, origin)]
            book.clients = [*others, self._client(token, name, origin)]
        return token

    def client_of(self, token: str) -> Pairing | None:
        """Every stored hash is compared, in constant time."""
        hashed, found = _hashed(token), None
        for client in self._file.read().clients:
            for known in client.hashes:
                if hmac.compare_digest(known, hashed):
                    found = client
        return self._moved_on(found, hashed) if found and found.token_hash != hashed else found

    def renew(self, id_: str) -> str:
        """A new token for a client; its old one holds until the new one is first used."""
        token = secrets.token_urlsafe(32)
        with self._file.changing() as book:
            book.clients = [
                client.model_copy(update={"next_hash": _hashed(token)}) if client.id == id_ else client
                for client in book.clients
            ]
        return token

    def proofs(self, origin: str, nonce: str, port: int) -> list[str]:
        """For each token of this origin, HMAC-SHA256 (hex) under its hash of `PORT NONCE`.

        Whoever answers so has the pairing file, and listens on this very port: the asker knows it before it sends
        a token or a draft.
        """
        said = f"{port} {nonce}".encode()
        mine = [client for client in self._file.read().clients if client.origin == origin]
        return [hmac.new(known.encode(), said, "sha256").hexdigest() for client in mine for known in client.hashes]

    def _moved_on(self, client: Pairing, hashed: str) -> Pairing:
        moved = client.model_copy(update={"token_hash": hashed, "next_hash": None})
        with self._file.changing() as book:
            book.clients = [moved if each.id == client.id else each for each in book.clients]
        return moved

    def unpair(self, name_or_id: str | None) -> int:
        """Revoke all (None) or those of this name or id; how many there were."""
        with self._file.changing() as book:
            before = len(book.clients)
            book.clients = [c for c in book.clients if name_or_id is not None and name_or_id not in (c.name, c.id)]
        return before - len(book.clients)

    def _purpose_of(self, code: str, origin: str, book: Pairings) -> Purpose | None:
        found: Purpose | None = None
        for purpose, waiting in book.codes.items():
            is_right = hmac.compare_digest(waiting.hash, _hashed(waiting.salt + code))
            # Not longer than ten minutes either: a clock that was set back must not make an old code live on.
            is_young = 0 < waiting.expires - self._now() <= CODE_SECONDS
            # A code made for the page's button is for an extension; no page may use it.
            if is_right and is_young and (purpose != "page" or is_extension(origin)):
                found = purpose
        return found

    def _client(self, token: str, name: str, origin: str) -> Pairing:
        since = datetime.fromtimestamp(self._now(), UTC).strftime("%Y-%m-%d")
        return Pairing(id=secrets.token_hex(4), name=name, origin=origin, since=since, token_hash=_hashed(token))


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _count_wrong_guess(book: Pairings) -> None:
    counted = {p: c.model_copy(update={"guesses_left": c.guesses_left - 1}) for p, c in book.codes.items()}
    book.codes = {purpose: code for purpose, code in counted.items() if code.guesses_left > 0}


def _without_closed_tabs(clients: list[Pairing]) -> list[Pairing]:
    tabs = [client for client in clients if client.origin.startswith(_OWN_PAGE)]
    closed = tabs[:-PAGE_PAIRINGS]
    return [client for client in clients if client not in closed]
