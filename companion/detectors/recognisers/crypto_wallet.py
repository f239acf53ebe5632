"""Wallets of Bitcoin (Base58Check; Bech32 and Bech32m, BIP 173 and 350) and Ethereum (40 hexadecimal digits)."""

from __future__ import annotations

import hashlib

from companion.detectors.recognisers.finder import PatternFinder, exact

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CONSTANTS = (1, 0x2BC830A3)  # Bech32, Bech32m


class CryptoWallet(PatternFinder):
    TYPE = "CRYPTO"
    PATTERNS = (
        (exact(r"(?<!\w)[13][1-9A-HJ-NP-Za-km-z]{25,34}(?!\w)"), 0.9),
        (exact(r"(?<!\w)bc1[02-9ac-hj-np-z]{11,71}(?!\w)"), 0.9),
        (exact(r"(?<!\w)0x[0-9a-fA-F]{40}(?!\w)"), 0.86),
    )

    def is_valid(self, words: str) -> bool:
        if words.startswith("0x"):
            return True
        return _is_bech32(words) if words.startswith("bc1") else _is_base58check(words)


def _is_base58check(words: str) -> bool:
    number = 0
    for sign in words:
        number = number * 58 + _BASE58.index(sign)
    data = number.to_bytes(26, "big")[-25:] if number < 1 << 200 else b""
    return len(data) == 25 and hashlib.sha256(hashlib.sha256(data[:21]).digest()).digest()[:4] == data[21:]


def _is_bech32(words: str) -> bool:
    values = [3, 3, 0, 2, 3, *(_BECH32.index(sign) for sign in words[3:])]  # “bc” expanded, as BIP 173 has it
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            check ^= generator if top >> bit & 1 else 0
    return check in _CONSTANTS
