"""Personal data: what is found, where exactly, what is left alone, and that nothing leaves the computer."""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.detectors.personal_data import PersonalData
from companion.detectors.published import Published
from companion.detectors.recognition import Recognition
from companion.draft import Context, Draft
from companion.rules.check import applied
from companion.rules.load import load_pack
from companion.settings import rules_folder

SURE_ENOUGH = {"STREET_ADDRESS": 0.7}  # the rules' own thresholds; for the others 0.35
ALONE_NOTHING = ("PERSON", "LOCATION")


@lru_cache(maxsize=1)
def detector() -> PersonalData:
    found = PersonalData(load_pack(rules_folder(), "smyrna"))
    found.load()
    return found


@lru_cache(maxsize=1)
def recognition() -> Recognition:
    found = Recognition()
    found.load()
    return found


def entities(text: str) -> list[tuple[str, str]]:
    found = detector().entities(text)
    kept = [e for e in found if e.score >= SURE_ENOUGH.get(e.type, 0.35) and e.type not in ALONE_NOTHING]
    return [(e.type, text[e.start : e.end]) for e in kept]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ssn 219-41-0973.", [("US_SSN", "219-41-0973")]),
        ("SSN#219410973", [("US_SSN", "219410973")]),
        ("219410973 is my ssn", [("US_SSN", "219410973")]),
        ("ssn 219-41-0973, routing 123456789", [("US_SSN", "219-41-0973")]),
        ("219410973", []),
        ("card 4012-8888-8888-1881, exp", [("CREDIT_CARD", "4012-8888-8888-1881")]),
        ("4012 8888 8888 1881 04/28", [("CREDIT_CARD", "4012 8888 8888 1881")]),
        ("call(770)555-0156!", [("PHONE_NUMBER", "(770)555-0156")]),
        ("770-555-0156/0164", [("PHONE_NUMBER", "770-555-0156")]),
        ("770•555•0163", [("PHONE_NUMBER", "770•555•0163")]),
        ("over the line end: 770\n555 0163", [("PHONE_NUMBER", "770\n555 0163")]),
        ("+44 20 7946 0958", [("PHONE_NUMBER", "+44 20 7946 0958")]),
        ("https://x.com/a/7705550156 and $770-555-0156", []),
        ("7705550156", []),
        ("text 7705550156", [("PHONE_NUMBER", "7705550156")]),
        ("٧٧٠-٥٥٥-٠١٦٣", [("PHONE_NUMBER", "٧٧٠-٥٥٥-٠١٦٣")]),
        (
            "<q.r@mail.example>, 'a+b@c.co.uk'.",
            [("EMAIL_ADDRESS", "q.r@mail.example"), ("EMAIL_ADDRESS", "a+b@c.co.uk")],
        ),
        ("x@y.zzzz and @handle and a@localhost", []),
        (
            "527 Tillery Dr. Apt 4B, Smyrna, GA 30080.",
            [("STREET_ADDRESS", "527 Tillery Dr. Apt 4B, Smyrna, GA 30080")],
        ),
        ("527 Tillery Dr. Ms. Delgado", [("STREET_ADDRESS", "527 Tillery Dr")]),
        ("527 S.E. Tillery Park Dr SE", [("STREET_ADDRESS", "527 S.E. Tillery Park Dr SE")]),
        ("12 elm st", []),
        ("lives at 12 elm st", [("STREET_ADDRESS", "12 elm st")]),
        ("420 St. John Street", [("STREET_ADDRESS", "420 St. John Street")]),
        ("4500 Highway 41 is closed", [("STREET_ADDRESS", "4500 Highway 41")]),
        ("", []),
    ],
)
def test_what_is_found_is_marked_to_the_character(text: str, found: list[tuple[str, str]]) -> None:
    assert entities(text) == found


@given(st.sampled_from([*range(1), 666, *range(900, 1000)]), st.integers(1, 99), st.integers(1, 9999))
@settings(max_examples=50, deadline=None)
def test_a_number_of_an_area_never_issued_is_no_ssn(area: int, group: int, serial: int) -> None:
    assert "US_SSN" not in dict(entities(f"ssn {area:03}-{group:02}-{serial:04}"))


@given(st.integers(0, 9))
@settings(max_examples=10, deadline=None)
def test_only_the_right_check_digit_makes_a_card(last: int) -> None:
    assert bool(entities(f"card 401288888888188{last}")) == (last == 1)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_spans_inside_it_in_order(text: str) -> None:
    draft = Draft(text=text)
    found = recognition().entities(draft.text)
    edges = [edge for e in found for edge in (e.start, e.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(draft.text) for edge in edges)


@pytest.mark.parametrize(
    ("kind", "entry", "same", "other"),
    [
        ("PHONE_NUMBER", "770-434-6600", "+1 (770) 434.6600 x2", "770-434-6601"),
        ("PHONE_NUMBER", "800-*", "1-800-321-6742", "770-800-6742"),
        ("EMAIL_ADDRESS", "@smyrnaga.gov", "Clerk@police.smyrnaga.gov", "clerk@notsmyrnaga.gov"),
        ("EMAIL_ADDRESS", "a@b.example", "A@b.example", "x.a@b.example"),
        ("STREET_ADDRESS", "2800 King Street", "2800 King St. SE, Smyrna, GA 30080", "2801 King Street"),
        ("STREET_ADDRESS", "2800 King Street", "2800 KING ST", "2800 Kingston Street"),
        ("US_SSN", "078-05-1120", "078051120", "078-05-1121"),
        ("LOCATION", "City of Smyrna", "CITY OF  SMYRNA", "Smyrna Heights"),
    ],
)
def test_what_the_pack_publishes_is_known_in_any_writing(kind: str, entry: str, same: str, other: str) -> None:
    published = Published({kind: [entry]})
    assert published.holds(kind, same)
    assert not published.holds(kind, other)
    assert not published.holds("PERSON", same)


def test_published_things_are_recognised_yet_no_evidence() -> None:
    text = "City Hall, 2800 King St, 770-434-6600, clerk@smyrnaga.gov"
    assert [e.type for e in recognition().entities(text)] == ["STREET_ADDRESS", "PHONE_NUMBER", "EMAIL_ADDRESS"]
    assert detector().entities(text) == ()


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("her cell is 770-555-0156", "personal-data/phone", "warning"),
        ("my cell is 770-555-0156", "personal-data/own-phone", "advice"),
        ("my sister's cell is 770-555-0156", "personal-data/phone", "warning"),
        ("call me and I give you her number, 770-555-0156", "personal-data/phone", "warning"),
        ("our address: 527 Tillery Dr", "personal-data/own-address", "advice"),
        ("Mr. Harlan, 527 Tillery Dr, again", "personal-data/street-address", "warning"),
        ("my ssn is 219-41-0973", "personal-data/own-ssn", "warning"),
        ("my card: 4012888888881881", "personal-data/own-card", "warning"),
    ],
)
def test_whose_it_is_decides_rule_and_severity(text: str, rule: str, severity: str) -> None:
    (finding,) = detector().detect(Draft(text=text))
    assert (finding.rule, finding.severity) == (rule, severity)
    assert text[finding.start : finding.end] not in finding.message + finding.why + finding.title


@pytest.mark.parametrize(
    ("text", "label", "mended"),
    [
        ("my ssn is 219-41-0973, thanks", "Show only the last four digits", "my ssn is XXX-XX-0973, thanks"),
        ("use card 4012888888881881 today", "Show only the last four digits", "use card XXXX-1881 today"),
        ("Coach, her number is 770-555-0156, call", "Remove the number", "Coach, call"),
        ("the guy (770-555-0156) is rude", "Remove the number", "the guy is rude"),
        ("Ms. Delgado at 527 Tillery Dr waved.", "Remove the address", "Ms. Delgado waved."),
        ("Hi! Ida lives here: 527 Tillery Ln. Bye", "Remove the sentence", "Hi! Bye"),
        ("write him at a@b.example or not", "Remove the address", "write him or not"),
    ],
)
def test_a_fix_clears_the_finding_and_leaves_a_clean_sentence(text: str, label: str, mended: str) -> None:
    (finding,) = detector().detect(Draft(text=text))
    (fix,) = [fix for fix in finding.fixes if fix.label == label]
    assert applied(fix, text) == mended
    assert detector().detect(Draft(text=mended)) == []


def test_asked_before_it_is_loaded_it_says_so_instead_of_finding_nothing() -> None:
    fresh = PersonalData(load_pack(rules_folder(), "smyrna"))
    with pytest.raises(RuntimeError, match="load"):
        fresh.detect(Draft(text="ssn 219-41-0973", context=Context(mode="official")))


IN_A_CAGE = """
import os, sys

def refuse(event, args):
    if event.startswith("socket.") and event not in {"socket.__new__", "socket.gethostname"}:
        raise RuntimeError(f"network: {event}")
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        raise RuntimeError(f"write: {args[0]}")
    if event in {"os.mkdir", "subprocess.Popen", "os.system"}:
        raise RuntimeError(event)

sys.dont_write_bytecode = True
sys.addaudithook(refuse)
from companion.detectors.personal_data import PersonalData
from companion.draft import Draft
from companion.rules.load import load_pack
from companion.settings import rules_folder

detector = PersonalData(load_pack(rules_folder(), "smyrna"))
detector.load()
found = detector.detect(Draft(text="Ida, 527 Tillery Dr, ida@mail.example, https://some.host.example/x, 770-555-0156"))
print(len(found), "torch" in sys.modules, "transformers" in sys.modules)
"""


def test_nothing_is_sent_written_or_started_and_torch_stays_out(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_CAGE],
        env={"HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("3 False False", "")
    assert list(tmp_path.iterdir()) == []
