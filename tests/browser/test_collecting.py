"""What a scan reads of a page, and what it leaves alone: the real script in a real page, asked as the panel asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.benchmarks.pages_read import tally
from tests.browser.collecting import collecting_on
from tests.browser.conftest import Browser, launched
from tests.browser.panel import PAGES, open_page

PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
PROFILES: dict[str, dict[str, Any]] = json.loads((PAGES / "profiles.json").read_text("utf-8"))
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader(
    playwright: Playwright, extension_with_hosts: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """One browser for all pages: nothing here depends on settings, and nothing is switched on."""
    with launched(playwright, extension_with_hosts, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


def told(item: dict[str, Any]) -> dict[str, Any]:
    return {key: item[key] for key in ("text", "author", "time", "permalink")}


@pytest.mark.parametrize("name", EXPECTED)
def test_given_a_page_when_scanned_whole_then_its_texts_are_read_with_who_when_and_where(
    reader: Browser, name: str
) -> None:
    expected = EXPECTED[name]
    page = open_page(reader, expected.get("served", expected["host"]), name)
    collecting = collecting_on(reader, page, expected["host"])
    items, unread = collecting.collect("page")
    assert [told(item) for item in items] == expected["items"]
    assert [each["reason"] for each in unread] == expected["unread"]


@pytest.mark.parametrize(
    "name", ["news_article", "wordpress", "phpbb", "discourse", "table_thread", "questions"], ids=str
)
def test_given_a_page_of_software_of_any_kind_then_what_people_wrote_is_read_with_who_when_and_where(
    reader: Browser, name: str
) -> None:
    folder = PAGES.parent / "scanned_later"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))[f"{name}.html"]
    page = open_page(reader, expected["host"], f"{name}.html", folder, expected["path"])
    seen = tally(collecting_on(reader, page, expected["host"]).collect("page")[0], expected)
    people = [item for item in expected["items"] if "author" in item]
    assert seen.due_read >= sum(len(item["text"].split("\n")) for item in people)
    assert {about: right for about, (right, of) in seen.about.items() if right < of} == {}
    page.close()


def test_given_what_an_answer_quotes_then_it_is_a_text_of_its_own_whose_author_nobody_knows(reader: Browser) -> None:
    page = open_page(reader, "forum.example.org", "forum.html")
    _, answer, quoted = collecting_on(reader, page).collect("page")[0]
    assert (answer["author"], answer["text"]) == ("oldtimer", "Call 311, they are quick.")
    assert (quoted["author"], quoted["text"]) == (None, "The light on Spring Road is out again.")


def test_given_a_page_with_fields_and_hidden_words_then_neither_is_read(reader: Browser) -> None:
    page = open_page(reader, "news.example.org", "blog.html")
    said = json.dumps(collecting_on(reader, page).collect("page"))
    for kept_out in ("4111", "hunter2", "123456", "nobody can see", "screen readers only", "Home and the newest"):
        assert kept_out not in said


def test_given_my_name_then_only_what_i_wrote_is_read(reader: Browser) -> None:
    page = open_page(reader, "x.com", "x_feed.html")
    items, unread = collecting_on(reader, page).collect("mine", me="Jordan_Avery")
    assert [item["text"] for item in items] == [
        "Whoever planned parking at the City of Smyrna library is a complete moron.",
        "Look at this:",
    ]
    assert {item["own"] for item in items} == {True}
    assert [each["reason"] for each in unread] == ["picture"]


def test_given_a_selection_then_only_the_selected_words_are_read_and_shown_where_they_stand(reader: Browser) -> None:
    page = open_page(reader, "news.example.org", "blog.html")
    select(page, ".comment p:not(.byline)", 4, 29)
    collecting = collecting_on(reader, page)
    items, _ = collecting.collect("selection")
    assert [item["text"] for item in items] == ["are a complete moron, Sam"]
    assert collecting.jump(items[0]["item_id"], 6, 20)
    assert highlighted(page)["fw-scan-words"] == "complete moron"


@pytest.mark.parametrize(
    ("host", "name", "text", "words"),
    [
        ("x.com", "x_feed.html", "Dana Whitfield", "536-22-8714"),
        ("news.example.org", "blog.html", "Who decided", "418 Maple Hollow Drive"),
        ("intranet.example.org", "plain.html", "Deep in two", "complete moron"),
        ("intranet.example.org", "plain.html", "Notice", "770-434-6600"),
    ],
)
def test_given_words_of_an_item_when_shown_then_exactly_they_are_highlighted_and_no_node_changes(
    reader: Browser, host: str, name: str, text: str, words: str
) -> None:
    page = open_page(reader, host, name)
    before = page.content()
    collecting = collecting_on(reader, page)
    items, _ = collecting.collect("page")
    item = next(each for each in items if each["text"].startswith(text))
    start = len(item["text"].split(words)[0].encode("utf-16-le")) // 2
    assert collecting.jump(item["item_id"], start, start + len(words))
    assert highlighted(page)["fw-scan-words"] == words
    assert page.content() == before


def test_given_words_in_a_frame_when_shown_then_they_are_highlighted_there(reader: Browser) -> None:
    page = open_page(reader, "intranet.example.org", "plain.html")
    collecting = collecting_on(reader, page)
    items, _ = collecting.collect("page")
    item = next(each for each in items if each["text"].startswith("Inside the frame"))
    assert collecting.jump(item["item_id"], 18, 23)
    marked = "[...frames[0].CSS.highlights.get('fw-scan-words')].map(String)"
    assert page.evaluate(marked) == ["guess"]


def test_given_a_text_that_is_gone_when_shown_then_that_is_said(reader: Browser) -> None:
    page = open_page(reader, "x.com", "x_feed.html")
    collecting = collecting_on(reader, page)
    items, _ = collecting.collect("page")
    page.evaluate("document.querySelector('article').remove()")
    assert not collecting.jump(items[0]["item_id"], None, None)
    assert collecting.jump(items[1]["item_id"], None, None)


def test_given_the_panel_closes_then_nothing_is_left_in_the_page(reader: Browser) -> None:
    page = open_page(reader, "x.com", "x_feed.html")
    collecting = collecting_on(reader, page)
    items, _ = collecting.collect("page", follow=True)
    collecting.jump(items[0]["item_id"], 0, 7)
    assert highlighted(page)
    collecting.close()
    page.wait_for_function("CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0")


def test_given_scan_as_i_scroll_then_new_rows_are_read_once_each_and_none_after_it_is_switched_off(
    reader: Browser,
) -> None:
    page = open_page(reader, "list.example.org", "endless.html")
    collecting = collecting_on(reader, page)
    items, _ = collecting.collect("page", follow=True)
    assert len(items) == 10
    more = collecting.while_scrolling(lambda: page.mouse.wheel(0, 5_000), until=30)
    numbers = [int(item["text"].split("Row number ")[1].split()[0]) for item in [*items, *more]]
    assert numbers == sorted(set(numbers))
    assert {item["author"] for item in more} == {"Person 0", "Person 1", "Person 2"}
    collecting.wish({"kind": "follow", "on": False})
    count = collecting.count()
    page.evaluate("add(10)")
    collecting.look()  # an answer that comes after whatever the new rows would have caused
    page.evaluate("() => new Promise((done) => setTimeout(done, 600))")
    assert collecting.count() == count


def test_given_a_page_that_goes_on_for_ever_then_the_scan_ends_and_says_so(reader: Browser) -> None:
    page = open_page(reader, "list.example.org", "endless.html")
    page.evaluate("made = 100; add(3_100)")
    items, unread = collecting_on(reader, page).collect("page")
    assert len(items) == 3_000
    assert [(each["reason"], each["about"]) for each in unread] == [("many", "3000")]


def test_given_a_very_long_text_then_its_beginning_is_read_and_the_rest_is_named(reader: Browser) -> None:
    page = open_page(reader, "x.com", "x_feed.html")
    page.evaluate("document.querySelector('[data-testid=tweetText]').textContent = 'word '.repeat(9_000)")
    items, unread = collecting_on(reader, page).collect("page")
    assert len(items[0]["text"]) == 20_000
    assert ("long", items[0]["item_id"]) in [(each["reason"], each["item_id"]) for each in unread]


def test_given_another_extension_page_of_ours_then_a_web_page_cannot_reach_the_script(reader: Browser) -> None:
    page = open_page(reader, "x.com", "x_feed.html")
    collecting_on(reader, page).collect("page")
    assert page.evaluate("typeof forewordCollects + typeof chrome.runtime?.connect") == "undefinedundefined"


@pytest.mark.parametrize("host", PROFILES)
def test_given_a_profile_page_then_name_words_pictures_and_links_are_read(reader: Browser, host: str) -> None:
    page = open_page(reader, "profile.example.org", "plain.html")
    page.set_content(PROFILES[host]["html"].replace("PIXEL", PIXEL))
    parts = collecting_on(reader, page, host).profile()
    assert [[part["kind"], part["text"]] for part in parts] == PROFILES[host]["parts"]


def select(page: Page, css: str, start: int, end: int) -> None:
    page.evaluate(
        """([css, start, end]) => {
          const node = document.querySelector(css).firstChild;
          getSelection().setBaseAndExtent(node, start, node, end);
        }""",
        [css, start, end],
    )


def highlighted(page: Page) -> dict[str, str]:
    """What is highlighted, by the highlight's name."""
    found: dict[str, str] = page.evaluate(
        "() => Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].join('')]))"
    )
    return found
