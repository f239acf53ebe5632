"""Every kind of identifier, planted in a text in any disguise, is found with its exact UTF-16 span."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.detectors.recognisers.analyzer import RECOGNISERS
from companion.detectors.recognition import Recognition
from companion.offsets import Utf16

# Kind → what is planted, after a bar where a cue before it is no part of it.
PLANTED = {
    "US_SSN": (
        *("219-41-0973", "ssn|219 41 0973", "social security number|219410973"),
        "her ssn is|two one nine, four one, oh nine seven three",
    ),
    "US_ITIN": ("912-70-1234", "itin|912701234"),
    "US_DRIVER_LICENSE": ("driver's license number|054123789", "dl|054123789"),
    "US_PASSPORT": ("passport no.|C12345678", "passport|123456789"),
    "CREDIT_CARD": ("4012 8888 8888 1881", "4012-8888-8888-1881", "4012888888881881", "3782 822463 10005"),
    "IBAN_CODE": ("GB82WEST12345698765432", "DE89 3704 0044 0532 0130 00"),
    "ABA_ROUTING_NUMBER": ("routing|061000104", "aba|061000104"),
    "US_BANK_NUMBER": ("checking account number|123456789", "savings account|000123456789"),
    "PHONE_NUMBER": (
        *("(770) 555-0156", "770.555.0156", "770-555-0156", "+44 20 7946 0958", "call|7705550156"),
        "seven seven zero five five five oh one five six",
    ),
    "EMAIL_ADDRESS": ("dwight.moss@mail.example", "moss at mail dot com", "imani.v [at] mail [dot] org"),
    "STREET_ADDRESS": (
        *("527 Tillery Dr", "527 Tillery Dr, Apt 4B", "P.O. Box 1299", "1420 Amber Hollow Ct, Smyrna, GA 30080"),
        *("lives at|527 Tillery Dr SE", "PSC 1234, Box 5678, APO AE 09012"),
    ),
    "DATE_OF_BIRTH": ("dob|3/14/1987", "born on|March 14, 1987", "date of birth:|1987-03-14"),
    "AGE_OF_MINOR": ("12-year-old", "aged|9", "7 years old"),
    "CASE_NUMBER": ("case number|24-CR-01872", "incident|SPD2024-00417", "citation|E0412345"),
    "PERMIT_NUMBER": ("permit|2024-0113",),
    "STUDENT_ID": ("student id|884213",),
    "UTILITY_ACCOUNT": ("water account|10023344", "sanitation account number|5520-1187"),
    "LICENSE_PLATE": ("license plate|RTX4471", "tag|ABC 1234"),
    "VIN": ("1HGCM82633A004352",),
    "IP_ADDRESS": ("10.20.30.40", "2001:db8::1:2"),
    "MAC_ADDRESS": ("00:1B:44:11:3A:B7", "00-1B-44-11-3A-B7"),
    "GPS_COORDINATES": ("33.8839926, -84.5143761",),
    "CREDENTIAL": ("AKIAIOSFODNN7EXAMPLE", "api key:|9f8a7b6c5d4e3f2a1b0c9d8e", "-----BEGIN RSA PRIVATE KEY-----"),
    "LICENSE_KEY": ("4XK2P-77QRT-LM09B-ZZ3WD-8HHJN",),
    "CRYPTO": ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "0x52908400098527886E0F7030069857D2E4169EE7"),
}
CAPITALS_MATTER = {"CREDENTIAL", "LICENSE_KEY", "CRYPTO"}
NO_SHAPE = {"PERSON", "LOCATION", "ADDRESS_PART"}
"""What the model reads, and parts of addresses."""

BEFORE = ["", "😀", "👩🏽‍🚒 ", "é, ", "“", "(", "שלום ", "\n", "e\u0301 ", "ok: "]
AFTER = ["", "😀", ".", "!", ", ok", ")", "\n", "”", " 👍🏽", "?"]
HIDDEN = ["", "", "\u200b", "\u200d", "\u00ad", "\u2060", "\ufeff"]


@lru_cache(maxsize=1)
def recognition() -> Recognition:
    found = Recognition()
    found.load()
    return found


def test_every_kind_that_has_a_recogniser_is_planted() -> None:
    kinds = {kind for recogniser in RECOGNISERS for kind in recogniser().supported_entities}
    assert kinds - NO_SHAPE == set(PLANTED)


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text)


@pytest.mark.parametrize("kind", sorted(PLANTED))
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_planted_is_found_in_any_disguise_with_its_utf16_span(kind: str, data: st.DataObject) -> None:
    cue, _, words = data.draw(st.sampled_from(PLANTED[kind])).rpartition("|")
    spellings: list[Callable[[str], str]] = [str, full_width]
    spelling = data.draw(st.sampled_from(spellings if kind in CAPITALS_MATTER else [*spellings, str.upper, str.lower]))
    planted = _broken(_hidden(spelling(words), data), data)
    before, after = data.draw(st.sampled_from(BEFORE)), data.draw(st.sampled_from(AFTER))
    text = before + (cue + data.draw(st.sampled_from([" ", "\n", "  "])) if cue else "") + planted + after
    found = [e for e in recognition().entities(text) if e.type == kind]
    assert [_by_utf16(text, e.start, e.end) for e in found] == [planted]


def _hidden(words: str, data: st.DataObject) -> str:
    if len(words) == 1:
        return words
    at = data.draw(st.integers(1, len(words) - 1))
    return words[:at] + data.draw(st.sampled_from(HIDDEN)) + words[at:]


def _broken(words: str, data: st.DataObject) -> str:
    """One of its spaces as a line end."""
    spaces = [i for i, c in enumerate(words) if c == " "]
    at = data.draw(st.sampled_from([None, *spaces]))
    return words if at is None else words[:at] + "\n" + words[at + 1 :]


def _by_utf16(text: str, start: int, end: int) -> str:
    utf16 = Utf16(text)
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * utf16.from_code_point(start) : 2 * utf16.from_code_point(end)].decode("utf-16-le")
