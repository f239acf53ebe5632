"""Whose words a text is: a resident who answers the City owes none of the City's duties."""

from __future__ import annotations

import csv
import io
import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from companion.scan.whose import whose
from tests.cli.conftest import Foreword
from tests.scan.reading import Seen, written

WORDS = "Harbor: what an idiot. Call 536-22-8147."
OF_ANYONE, OF_BOTH, OF_ONE = "personal-data/number", "tone/insult", "disclaimer/missing"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The archive of a page where residents comment: everybody writes the same."""
    rows = "".join(f'{author},"{WORDS}"\n' for author in ("Town of Harbor", "Ida", ""))
    return written(tmp_path, "page.csv", f"Author,Message\n{rows}")


def found(foreword: Foreword, path: Path, *arguments: str) -> list[set[str]]:
    lines = foreword("scan", str(path), "--mode", "personal", "--as", "jsonl", *arguments).out.splitlines()
    return [{one["rule"] for one in item["findings"]} for item in map(json.loads, lines[:-1])]


def test_given_who_writes_for_the_town_then_of_others_words_only_what_may_harm_somebody_is_told(
    foreword: Foreword, page: Path
) -> None:
    town, ida, nobody = found(foreword, page, "--own", "town of  harbor")
    assert town == nobody == {OF_ANYONE, OF_BOTH, OF_ONE}
    assert ida == {OF_ANYONE}


def test_given_authors_and_nobody_who_says_which_of_them_is_the_town_then_duties_of_its_own_are_left_out(
    foreword: Foreword, page: Path
) -> None:
    assert found(foreword, page) == [{OF_ANYONE, OF_BOTH}, {OF_ANYONE, OF_BOTH}, {OF_ANYONE, OF_BOTH, OF_ONE}]


def test_given_others_words_then_every_report_says_what_was_left_out_of_them(
    foreword: Foreword, page: Path, tmp_path: Path
) -> None:
    unknown = " ".join(foreword("scan", str(page)).out.split())
    assert "2 of the items name an author, and nobody said who of them writes for the City" in unknown
    assert "Say it with --own NAME." in unknown
    reports = [tmp_path / f"r.{ending}" for ending in ("html", "csv", "jsonl")]
    outs = [part for report in reports for part in ("--out", str(report))]
    table = " ".join(foreword("scan", str(page), "--own", "Town of Harbor", *outs).out.split())
    said = "1 of the items are others' words: of these only what may harm somebody is told."
    html, rows, lines = (report.read_text("utf-8-sig") for report in reports)
    assert said in table
    assert said in html.replace("&#x27;", "'")
    assert "Ida · somebody else" in html
    assert {row["author"]: row["whose"] for row in csv.DictReader(io.StringIO(rows))} == {
        **{"Town of Harbor": "own", "Ida": "others", "": "own"},
    }
    assert json.loads(lines.splitlines()[-1])["whose"] == {"own": 2, "others": 1}


def test_given_redact_then_links_to_what_others_wrote_are_left_out_with_their_names(
    foreword: Foreword, tmp_path: Path
) -> None:
    rows = [{"text": WORDS, "author": who, "url": f"https://pier.example/{who}/1"} for who in ("Harbor", "Ida")]
    path = written(tmp_path, "page.jsonl", "\n".join(map(json.dumps, rows)))
    printed = foreword("scan", str(path), "--own", "Harbor", "--redact", "--as", "jsonl").out
    town, ida, _ = map(json.loads, printed.splitlines())
    assert (town["link"], ida["link"]) == ("https://pier.example/Harbor/1", None)
    assert "Ida" not in printed


@pytest.mark.parametrize(
    ("author", "names", "answer"),
    [
        (None, ("Ida",), "own"),
        ("Ida", (), "unknown"),
        ("@Ida", ("ida",), "own"),
        ("Ida Moss", ("Ida",), "others"),
        ("Ida Moss <ida@harbor.example>", ("@harbor.example",), "own"),
        ("Ida Moss <ida@harbor.example>", ("IDA@harbor.example",), "own"),
        ("Ida Moss <ida@harbor.example>", ("ida moss",), "own"),
        ("Ida Moss <ida@notharbor.example>", ("@harbor.example",), "others"),
        ("Bo <bo@pier.example>", ("Ida", "@harbor.example"), "others"),
        ("@harbor.social.example", ("@harbor.social.example",), "own"),
    ],
)
def test_given_a_name_then_who_is_meant_by_it(author: str | None, names: tuple[str, ...], answer: str) -> None:
    assert whose(author, names) == answer


def test_given_exports_then_readers_know_what_is_the_owners_and_what_was_passed_on(tmp_path: Path) -> None:
    comment = {"timestamp": 1714557602, "comment": "Thank you", "author": "Town of Harbor"}
    talk = {"messages": [{"sender_name": "Bo", "timestamp_ms": 1714557600123, "content": "Hello"}], "participants": []}
    tweets = [{"tweet": {"full_text": "RT @bo_92: What a mess"}}, {"tweet": {"full_text": "RT or not, it rains"}}]
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bo <bo@pier.example>", "Pier"
    written(tmp_path, "1.json", json.dumps({"comments_v2": [{"data": [{"comment": comment}]}]}))
    written(tmp_path, "2.json", json.dumps(talk))
    written(tmp_path, "3.js", f"window.YTD.tweets.part0 = {json.dumps(tweets)}")
    written(tmp_path, "4.eml", mail.as_bytes())
    assert [item.whose for item in Seen(tmp_path).items] == ["own", "unknown", "others", "own", "unknown"]
