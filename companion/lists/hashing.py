"""The two hashes of a term, both keyed by this computer's secret and the list's salt.

`tag` is fast and says of 255 in 256 other words that they are none of the list's; `slow` decides about the rest.
Whoever holds key and file can try terms, as this program does: docs/confidential-lists.md says what that means.
"""

from __future__ import annotations

import hashlib
import hmac
from array import array

KEY_BYTES = 32
SALT_BYTES = 16
MAC_BYTES = 32
BITS_A_TERM = 256
"""Bits of the filter for each term: one in so many other words passes it."""
# scrypt over 32 KiB: 100,000 terms within a minute, and less than a millisecond for the few words that pass the filter.
_COST = {"n": 32, "r": 8, "p": 1}


class TermHash:
    def __init__(self, key: bytes, salt: bytes) -> None:
        self._salt = salt
        self._tag_key, self._slow_key, self._file_key = (_derived(key, salt, use) for use in (b"tag", b"slow", b"file"))

    def tag(self, term: str) -> int:
        return int.from_bytes(hashlib.blake2b(term.encode(), key=self._tag_key, digest_size=8).digest(), "big")

    def slow(self, term: str) -> int:
        keyed = hashlib.blake2b(term.encode(), key=self._slow_key).digest()
        return int.from_bytes(hashlib.scrypt(keyed, salt=self._salt, dklen=8, **_COST), "big")

    def mac(self, content: bytes | memoryview) -> bytes:
        return hashlib.blake2b(content, key=self._file_key, digest_size=MAC_BYTES).digest()

    def is_whole(self, content: bytes | memoryview, mac: bytes | memoryview) -> bool:
        return hmac.compare_digest(self.mac(content), mac)


def key_id(key: bytes) -> str:
    """Tells keys apart; says nothing about them."""
    return hashlib.blake2b(key=key, person=b"foreword key id", digest_size=8).hexdigest()


def _derived(key: bytes, salt: bytes, use: bytes) -> bytes:
    return hashlib.blake2b(salt, key=key, person=b"foreword " + use, digest_size=KEY_BYTES).digest()


def filter_of(tags: array[int]) -> bytes:
    """One bit for each tag, in an array with BITS_A_TERM bits a term."""
    bits = bytearray(max(len(tags), 1) * BITS_A_TERM // 8)
    for tag in tags:
        place = tag % (len(bits) * 8)
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def passes(tag: int, bits: bytes) -> bool:
    place = tag % (len(bits) * 8)
    return bool(bits[place >> 3] >> (place & 7) & 1)
