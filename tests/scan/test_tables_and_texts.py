"""Given a table, e-mail, a page or plain text, when read, then its texts; what is broken is said in its place."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.scan.reading import Seen, written


def test_given_json_lines_then_each_with_its_context_and_bad_ones_in_their_place(tmp_path: Path) -> None:
    lines = [
        b'{"id": 7, "text": "one", "mode": "personal", "surface": "comment", "site": "x.com", "date": 1714557600}',
        b'{"text": "canary',
        b"",
        b'{"text": 5}',
        b'["canary"]',
        '{"body": "café", "author": {"name": "Ida"}, "url": "https://www.facebook.com/1"}'.encode("latin-1"),
        b'{"nothing": "canary"}',
        b'{"text": "boss", "mode": "boss"}',
        b'{"text": "' + b"x" * 200_000 + b'"}',
        b'{"text": "last"}',
    ]
    seen = Seen(written(tmp_path, "posts.jsonl", b"\n".join(lines)))
    assert seen.texts == ["one", "café", "last"]
    first, second, _ = seen.items
    assert (first.id, first.where, first.line, first.time) == ("7", "line 1", 1, "2024-05-01T10:00:00Z")
    assert (first.context.mode, first.context.surface, first.context.site) == ("personal", "comment", "x.com")
    assert (second.author, second.link, second.context.mode) == ("Ida", "https://www.facebook.com/1", "official")
    assert [one.where for one in seen.unread] == ["line 2", "line 4", "line 5", "line 7", "line 8", "line 9"]
    assert "canary" not in "".join(seen.whys)
    assert seen.whys[-1] == "line 9: It is longer than 100,000 bytes."


def test_given_a_first_line_that_is_broken_then_the_file_is_lines_all_the_same(tmp_path: Path) -> None:
    seen = Seen(written(tmp_path, "posts.json", '{"text": \n{"text": "two"}\n{"text": "three"}\n'))
    assert seen.texts == ["two", "three"]


def test_given_a_table_then_its_columns_are_found_by_their_names(tmp_path: Path) -> None:
    table = 'Post ID;Created At;Author;Message\n1;05/01/2024 10:00 AM;Town;"Two\nlines; one cell"\n2;;;Next\n'
    seen = Seen(written(tmp_path, "export.csv", table))
    assert seen.texts == ["Two\nlines; one cell", "Next"]
    first, second = seen.items
    assert (first.id, first.time, first.author, first.where) == ("1", "2024-05-01T10:00:00Z", "Town", "line 2")
    assert (second.where, second.time) == ("line 4", None)


def test_given_columns_of_other_names_then_they_can_be_told(tmp_path: Path) -> None:
    path = written(tmp_path, "export.csv", "Wann,Was,Wer\n2024-05-01,Hallo,Ida\n")
    assert Seen(path).whys == [
        "line 1: No column could be the text; name it: --column text=NAME. Columns: Wann, Was, Wer."
    ]
    (item,) = Seen(path, columns={"text": "was", "time": "Wann", "author": "Wer"}).items
    assert (item.text, item.time, item.author) == ("Hallo", "2024-05-01T00:00:00Z", "Ida")


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-32", b""), ("cp1252", b"")]
)
def test_given_any_usual_encoding_then_the_letters_are_right(tmp_path: Path, encoding: str, mark: bytes) -> None:
    table = "id,text\n1,Café – “naïve”\n".encode(encoding)
    assert Seen(written(tmp_path, "export.csv", mark + table)).texts == ["Café – “naïve”"]


def test_given_an_mbox_then_own_words_apart_from_quoted_ones(tmp_path: Path) -> None:
    plain, html = EmailMessage(), EmailMessage()
    plain["From"], plain["Subject"], plain["Date"] = (
        "Ida <ida@harbor.example>",
        "Pier",
        "Wed, 01 May 2024 10:00:00 +0000",
    )
    plain.set_content("My answer\n\nOn Tue, Bo wrote:\n> the question\n> From here\nFrom me.\n")
    html["From"] = "bo@harbor.example"
    html.set_content("<p>Only <b>HTML</b></p><script>canary()</script>", subtype="html")
    html.add_attachment(b"\x00", maintype="application", subtype="octet-stream", filename="a.bin")
    mbox = b"".join(b"From ida Wed May  1 10:00:00 2024\n" + _escaped(m) + b"\n\n" for m in (plain, html))
    seen = Seen(written(tmp_path, "mail.mbox", mbox))
    first, second = seen.items
    assert first.text == "Pier\n\nMy answer\n\nFrom me."
    assert first.context.reply_to == "the question\nFrom here"
    assert (first.time, first.author, first.context.surface) == (
        "2024-05-01T10:00:00Z",
        "Ida <ida@harbor.example>",
        "email",
    )
    assert second.text == "Only HTML"
    assert seen.whys == ["message 2: It has attachments, which are not read."]
    assert Seen(written(tmp_path, "one.eml", plain.as_bytes())).texts == [first.text]


def _escaped(message: EmailMessage) -> bytes:
    """As mail programs store it: a line that begins like a new message gets a mark."""
    return message.as_bytes().replace(b"\nFrom ", b"\n>From ")


def test_given_mail_of_an_encoding_nobody_knows_then_it_is_read_as_well_as_can_be(tmp_path: Path) -> None:
    raw = b"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=klingon\n\nqapla\xe9\n"
    assert Seen(written(tmp_path, "odd.eml", raw)).texts == ["x\n\nqaplaé"]


def test_given_a_page_then_blocks_and_articles_and_no_script(tmp_path: Path) -> None:
    page = """<!doctype html><title>Town</title><style>canary</style><script>document.write("canary")</script>
      <p>One <b>bold</b>
      line</p><img src="x" onerror="canary()" alt="A pier"><article><h2>Post</h2><p>Two</p><p>Three</p></article>
      <noscript>canary</noscript><div>Four<br>five &amp; six</div><p>Seven"""
    seen = Seen(written(tmp_path, "page.html", page))
    assert seen.texts == ["Town", "One bold line", "A pier", "Post\nTwo\nThree", "Four\nfive & six", "Seven"]
    assert seen.items[1].where == "line 2"


def test_given_a_page_that_names_its_encoding_then_it_is_used(tmp_path: Path) -> None:
    page = '<html><meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2")
    assert Seen(written(tmp_path, "page.html", page)).texts == ["Łódź"]


def test_given_plain_text_then_it_is_whole_and_a_long_one_is_cut_between_paragraphs(tmp_path: Path) -> None:
    assert Seen(written(tmp_path, "a.txt", "\nA letter.\n\nIts end.\n")).texts == ["A letter.\n\nIts end."]
    paragraphs = "\n\n".join(f"{number} " + "word " * 300 for number in range(30))
    seen = Seen(written(tmp_path, "b.txt", paragraphs))
    assert all(len(text) <= 10_000 for text in seen.texts)
    assert "".join("".join(seen.texts).split()) == "".join(paragraphs.split())
    assert all(text.split(" ", 1)[0].isdigit() for text in seen.texts)


def test_given_one_endless_line_then_all_of_it_is_read(tmp_path: Path) -> None:
    seen = Seen(written(tmp_path, "line.txt", "é" * 25_000))
    assert "".join(seen.texts) == "é" * 25_000


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.txt", '{"text": "one"}\n{"text": "two"}\n', "JSON Lines"),
        ("a.txt", '[{"text": "one"}]', "JSON rows"),
        ("a.txt", '{"posts": [\n {"text": "one"}\n]}', "JSON rows"),
        ("a.txt", "window.YTD.tweet.part1 = []", "X archive"),
        ("a.txt", "From ida Wed May  1 10:00:00 2024\nSubject: x\n\ny\n", "e-mail"),
        ("a.txt", "Date: today\nFrom: ida\nSubject: x\n\ny\n", "e-mail"),
        ("a.txt", "<!DOCTYPE html><p>one", "HTML"),
        ("a.txt", "id,date,text\n1,2024-05-01,one\n", "CSV"),
        ("a.csv", "wann,was\n1,2\n", "CSV"),
        ("a.txt", "Dear all, read this text\nthank you, bye\n", "plain text"),
        ("a.txt", "Text, as it is\n", "plain text"),
        ("a.txt", "Note: call me\nAlso: bring the text\n", "plain text"),
    ],
)
def test_given_a_file_then_its_format_is_told_from_its_content(
    tmp_path: Path, name: str, content: str, title: str
) -> None:
    assert Seen(written(tmp_path, name, content)).formats == [title]


def test_given_a_format_then_it_goes_before_what_the_content_looks_like(tmp_path: Path) -> None:
    path = written(tmp_path, "a.html", '{"text": "<p>one"}')
    assert Seen(path, "text").texts == ['{"text": "<p>one"}']


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x89PNG\r\n\x1a\n", "A picture: Foreword reads no pictures."),
        (b"\0\0\0\x18ftypmp42", "Sound or film: Foreword does not listen."),
        (b"%PDF-1.7", "A document of an office program; save it as text to have it read."),
        (b"\x1f\x8b\x08", "A packed file; unpack it, or pack it as ZIP."),
        (b"\x7fELF\x02\0\0", "It is neither text nor anything else that Foreword knows."),
    ],
)
def test_given_what_holds_no_text_then_it_is_named(tmp_path: Path, content: bytes, why: str) -> None:
    (unread,) = Seen(written(tmp_path, "a.dat", content)).unread
    assert (unread.why, unread.is_mistake) == (why, False)
