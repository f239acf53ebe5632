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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_given_any_usual_encoding_then_the_letters_are_right(tmp_path: Path, encoding: str) -> None:
    table = "id,text\n1,Café – “naïve”\n".encode(encoding)
    assert Seen(written(tmp_path, "export.csv", table)).texts == ["Café – “naïve”"]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (
            "Post ID,Page name,Title,Description,Publish time,Permalink",
            '1,Ida,Hi,"",05/01/2024 10:00,https://a.example',
        ),
        ("Post id,Date,Author,Post text,Post Link", '1,"Wed, May 1, 2024",Ida,Hi,https://a.example'),
        ("Date,Author,ShareLink,ShareCommentary,Visibility", "2024-05-01 10:00:00,Ida,https://a.example,Hi,PUBLIC"),
        ("FROM,TO,DATE,SUBJECT,CONTENT,URL", "Ida,Bo,2024-05-01 10:00:00 UTC,,Hi,https://a.example"),
        ("id,permalink,date,from,link,body", "a,https://a.example,2024-05-01 10:00:00 UTC,Ida,https://b.example,Hi"),
        ('"Network","Author Name","Created (UTC)","Post Text","URL"', "X,Ida,2024-05-01 10:00,Hi,https://a.example"),
    ],
)
def test_given_a_table_as_services_write_it_then_its_columns_are_known(tmp_path: Path, heading: str, row: str) -> None:
    (item,) = Seen(written(tmp_path, "export.csv", f"{heading}\n{row}\n")).items
    assert (item.text, item.author, item.link) == ("Hi", "Ida", "https://a.example")
    assert (item.time or "").startswith("2024-05-01")


def test_given_a_table_made_for_excel_then_the_sign_it_names_parts_the_cells(tmp_path: Path) -> None:
    (item,) = Seen(written(tmp_path, "export.csv", "sep=;\nDate;Text\n2024-05-01;One, two\n")).items
    assert (item.text, item.where) == ("One, two", "line 3")


def test_given_rows_without_words_then_nothing_is_checked_and_nothing_is_wrong(tmp_path: Path) -> None:
    written(tmp_path, "a.csv", "Date,Message\n2024-05-01,\n2024-05-02,Hi\n")
    written(tmp_path, "b.jsonl", '{"text": " "}\n{"text": "Ho"}\n')
    seen = Seen(tmp_path)
    assert (seen.texts, seen.unread) == (["Hi", "Ho"], [])


def test_given_objects_inside_objects_then_the_text_can_be_named_by_a_dot(tmp_path: Path) -> None:
    row = '{"post": {"message": "Hi", "by": "Ida"}, "at": {"day": "2024-05-01"}}\n'
    path = written(tmp_path, "posts.jsonl", row)
    (why,) = Seen(path).whys
    assert "--column text=NAME, or text=OUTER.NAME" in why
    (item,) = Seen(path, columns={"text": "post.message", "time": "at.day", "author": "post.by"}).items
    assert (item.text, item.time, item.author) == ("Hi", "2024-05-01T00:00:00Z", "Ida")


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


def mail_of(text: str, kind: str = "text/plain") -> bytes:
    return f"From: ida@harbor.example\nSubject: Pier\nContent-Type: {kind}\n\n{text}".encode()


def test_given_a_sentence_that_begins_with_from_then_the_message_goes_on(tmp_path: Path) -> None:
    body = "Dear all,\n\nFrom now on the pier closes at 9.\n"
    mbox = b"From - Wed May 01 10:00:00 2024\nFrom: ida@harbor.example\nSubject: Pier\n\n" + body.encode() + b"\n"
    assert (
        Seen(written(tmp_path, "Sent", mbox * 2)).texts
        == ["Pier\n\nDear all,\n\nFrom now on the pier closes at 9."] * 2
    )


@pytest.mark.parametrize(
    "quote",
    [
        "On Wed, May 1, 2024 at 10:00 AM Bo Rivers <bo@harbor.example>\nwrote:\n\n> the question\n",
        "From: Bo <bo@harbor.example>\nSent: Wednesday, May 1, 2024\nTo: Ida\nSubject: Pier\n\nthe question\n",
        "From: Bo\nDate: May 1\nTo: Ida\nCc: Al\nSubject: Pier\n\nthe question\n",
    ],
)
def test_given_an_answer_then_what_is_answered_is_kept_aside_however_programs_mark_it(
    tmp_path: Path, quote: str
) -> None:
    (item,) = Seen(written(tmp_path, "one.eml", mail_of(f"My answer\n\n{quote}"))).items
    assert (item.text, item.context.reply_to) == ("Pier\n\nMy answer", "the question")


def test_given_a_message_that_is_passed_on_without_a_word_then_its_heading_stays(tmp_path: Path) -> None:
    passed_on = "From: Bo\nSent: May 1\nTo: Ida\nSubject: Pier\n\nthe question\n"
    assert "From: Bo" in Seen(written(tmp_path, "one.eml", mail_of(passed_on))).texts[0]


def test_given_lines_that_were_broken_to_fit_then_they_are_the_one_they_were(tmp_path: Path) -> None:
    flowed = mail_of("He lives at \n418 Maple Drive.\n  indented\n-- \nIda\n", "text/plain; format=flowed")
    (text,) = Seen(written(tmp_path, "one.eml", flowed)).texts
    assert text == "Pier\n\nHe lives at 418 Maple Drive.\n indented\n-- \nIda"


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


def test_given_what_a_page_does_not_show_then_it_is_not_read(tmp_path: Path) -> None:
    page = """<p>One</p><div hidden><div>canary</div><p>canary</div><p style="color:red; display: none">canary</p>
      <input hidden><textarea>canary</textarea><select><option>canary</select><p>Two</p>"""
    assert Seen(written(tmp_path, "page.html", page)).texts == ["One", "Two"]


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
