"""What the pack names as published (allow/PHONE_NUMBER.txt and the like): never a finding of that kind.

One entry a line. Telephone: any writing, `800-*` for a prefix. E-mail: an address, or `@host` for all of a host.
Street address: number, name and suffix; directions, units and the city need not be given. Person, place: the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from companion.detectors.street_words import DIRECTIONS, short_suffix


class Published:
    """`holds("PHONE_NUMBER", "(770) 434-6600")`: is this one of the pack's published things?"""

    def __init__(self, allow: Mapping[str, Iterable[str]]) -> None:
        self._entries = {kind: tuple(entries) for kind, entries in allow.items()}

    def holds(self, kind: str, text: str) -> bool:
        matches = _MATCHES.get(kind, _same_digits)
        return any(matches(entry, text) for entry in self._entries.get(kind, ()))


def _same_digits(entry: str, text: str) -> bool:
    return _digits(entry) == _digits(text)


def _same_words(entry: str, text: str) -> bool:
    return entry.casefold().split() == text.casefold().split()


def _same_phone(entry: str, text: str) -> bool:
    number = _national(text.lower().partition("x")[0].partition("e")[0])
    wanted = _national(entry.rstrip("*"))
    return number.startswith(wanted) if entry.endswith("*") else number == wanted


def _national(number: str) -> str:
    digits = _digits(number)
    return digits[1:] if digits.startswith("1") else digits


def _same_email(entry: str, text: str) -> bool:
    address, wanted = text.lower(), entry.lower()
    if not wanted.startswith("@"):
        return address == wanted
    return address.endswith(wanted) or address.rpartition("@")[2].endswith("." + wanted[1:])


def _same_address(entry: str, text: str) -> bool:
    wanted, given = _address_words(entry), _address_words(text)
    return given[: len(wanted)] == wanted


def _address_words(address: str) -> list[str]:
    words = "".join(c if c.isalnum() else " " for c in address.lower().replace(".", "")).split()
    return [short_suffix(word) for word in words if word not in DIRECTIONS]


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


_MATCHES: dict[str, Callable[[str, str], bool]] = {
    "PHONE_NUMBER": _same_phone,
    "EMAIL_ADDRESS": _same_email,
    "STREET_ADDRESS": _same_address,
    "PERSON": _same_words,
    "LOCATION": _same_words,
}
