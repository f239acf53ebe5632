"""Every way a page may send what is written: held when there is a reason, passed on exactly once, never lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitated import imitated
from tests.browser.on_site import Asked, OnSite
from tests.browser.ours import Ours
from tests.browser.places import Place

HOST = "some.site.example"
NEWS = "news.site.example"
SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
HARMLESS = "Pancakes for supper again, and nobody complains."
ONLY_ADVICE = "The City of Smyrna closes the library too early on Sundays."
BUTTON = "#send, #host, main button:not(#draft), main ~ button"
BY_PRESS = [
    *("click", "pointerdown", "mousedown", "pointerup", "mouseup", "open shadow root", "closed shadow root"),
    *("form button", "form button outside", "requestSubmit", "form.submit()"),
    *("emptied late", "drafts saved"),
]
BY_KEY = {
    "Enter in a line": "Enter",
    "Ctrl+Enter": "Control+Enter",
    "Cmd+Enter": "Meta+Enter",
    "Ctrl+Enter on keyup": "Control+Enter",
    "Ctrl+Enter on keypress": "Control+Enter",
}


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, companion: Companion, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    with imitated(
        playwright, tmp_path_factory.mktemp("ways"), {HOST: "triggers", NEWS: "framed"}, companion
    ) as running:
        yield running


def open_way(browser: Browser, way: str) -> OnSite:
    place = Place("triggers", HOST, "post", "textarea, main input, #plain", "", BUTTON, path=f"/?way={quote(way)}")
    return OnSite(browser.context, place)


@pytest.fixture
def way(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OnSite]:
    opened = open_way(browser, request.param)
    yield opened
    opened.close()


def send(way: OnSite, name: str) -> None:
    if name in BY_KEY:
        way.page.keyboard.press(BY_KEY[name])
    else:
        way.page.mouse.click(*middle(way))


def middle(way: OnSite) -> tuple[float, float]:
    """Of the button; pressed there as a hand does, whatever lies on it by then."""
    box = way.page.locator(BUTTON).last.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


EVERY_WAY = pytest.mark.parametrize(
    ("way", "name"), [(each, each) for each in (*BY_PRESS, *BY_KEY)], indirect=["way"], ids=str
)


@EVERY_WAY
def test_given_a_finding_then_it_is_held_and_post_anyway_sends_it_once(way: OnSite, name: str) -> None:
    way.write(DRAFT)
    way.ours.find("button", "Foreword: 1 finding")
    send(way, name)
    way.ours.find("dialog", "[Ss]econd look")
    assert way.published() == []
    way.ours.click("button", "Post anyway")
    way.ours.until(lambda: way.published() == [DRAFT], "the post, once and as written")
    # A second dialog, or a second post, would come within the time a site gets to show that it took the press.
    way.page.wait_for_function("() => document.querySelector('textarea, main input').value === ''")
    assert way.published() == [DRAFT]
    assert way.ours.seen("dialog", "[Ss]econd look") is None


@EVERY_WAY
def test_given_a_harmless_draft_not_checked_yet_then_it_goes_out_once(way: OnSite, name: str) -> None:
    way.write(HARMLESS)
    send(way, name)
    way.ours.until(lambda: way.published() == [HARMLESS], "the post, once and as written")


@pytest.mark.parametrize("way", ["click"], indirect=True)
def test_given_nothing_open_but_advice_then_nobody_is_asked(way: OnSite) -> None:
    way.write(ONLY_ADVICE)
    way.ours.find("button", "Foreword: 1 finding")
    send(way, "click")
    way.ours.until(lambda: way.published() == [ONLY_ADVICE], "the post, once and as written")
    assert way.ours.seen("dialog", "[Ss]econd look") is None


@pytest.mark.parametrize("way", ["click", "form button"], indirect=True)
def test_given_two_quick_clicks_then_one_question_and_one_post(way: OnSite) -> None:
    way.write(DRAFT)
    way.ours.find("button", "Foreword: 1 finding")
    way.page.mouse.dblclick(*middle(way))
    way.ours.find("dialog", "[Ss]econd look")
    assert way.published() == []
    way.ours.click("button", "Post anyway")
    way.ours.until(lambda: way.published() == [DRAFT], "the post, once and as written")


@pytest.mark.parametrize(
    ("way", "name"),
    [("trusted clicks only", "press"), ("trusted keys only", "Ctrl+Enter")],
    indirect=["way"],
    ids=str,
)
def test_given_a_site_that_tests_for_a_person_then_the_person_presses_again(way: OnSite, name: str) -> None:
    way.write(DRAFT)
    way.ours.find("button", "Foreword: 1 finding")
    send(way, name)
    way.ours.click("button", "Post anyway")
    way.ours.find("StaticText", "Press Post again")
    assert way.published() == []
    way.field.focus()
    send(way, name)
    way.ours.until(lambda: way.published() == [DRAFT], "the post, once and as written")


@pytest.mark.parametrize("way", ["click"], indirect=True)
def test_given_a_button_drawn_anew_while_the_question_is_open_then_the_new_one_is_pressed(way: OnSite) -> None:
    way.write(DRAFT)
    way.ours.find("button", "Foreword: 1 finding")
    way.page.mouse.click(*middle(way))
    way.ours.find("dialog", "[Ss]econd look")
    way.page.evaluate("redraw()")
    way.ours.click("button", "Post anyway")
    way.ours.until(lambda: way.published() == [DRAFT], "the post, once and as written")


@pytest.mark.parametrize("way", ["drafts saved"], indirect=True)
def test_given_a_draft_that_is_saved_then_nobody_is_asked(way: OnSite) -> None:
    way.write(DRAFT)
    way.ours.find("button", "Foreword: 1 finding")
    way.page.click("#draft")
    way.page.get_by_text("Draft saved").wait_for()
    assert way.ours.seen("dialog", "[Ss]econd look") is None
    assert way.text() == DRAFT


@pytest.mark.parametrize("way", ["click"], indirect=True)
def test_given_a_script_that_presses_post_then_it_is_no_person_and_is_not_asked(way: OnSite) -> None:
    way.write(DRAFT)
    way.ours.find("button", "Foreword: 1 finding")
    way.page.evaluate("() => document.querySelector('#send').click()")
    assert way.published() == [DRAFT]


@pytest.mark.parametrize("way", ["click"], indirect=True)
def test_given_a_long_paste_from_elsewhere_then_the_rule_on_copyright_speaks(way: OnSite) -> None:
    story = " ".join(f"On day {day} the tide brought a chair, and a gull sat down on it to read." for day in range(20))
    way.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=f"https://{HOST}")
    way.page.evaluate("text => navigator.clipboard.writeText(text)", story)
    way.field.click()
    way.page.keyboard.press("Control+v")
    way.ours.find("button", "Foreword: 1 finding")
    way.ours.click("button", "Foreword: 1 finding")
    way.ours.find("StaticText", "somebody else's work whole")


@pytest.fixture
def official(browser: Browser) -> Iterator[None]:
    browser.switch_on(HOST, "official")
    yield
    browser.switch_on(HOST, "personal")


@pytest.mark.usefixtures("official")
@pytest.mark.parametrize("way", ["go live"], indirect=True)
def test_given_an_official_account_that_goes_live_without_a_word_then_it_is_asked(way: OnSite) -> None:
    way.field.click()
    way.page.mouse.click(*middle(way))
    way.ours.find("dialog", "[Ss]econd look")
    way.ours.find("StaticText", "public meeting")
    assert way.published() == []
    way.ours.click("button", "Post anyway")
    way.ours.until(lambda: way.published() == ["live"], "the broadcast")


@pytest.mark.usefixtures("official")
@pytest.mark.parametrize("way", ["go live, no words"], indirect=True)
def test_given_a_page_without_a_composer_when_an_official_goes_live_then_each_broadcast_is_asked_about(
    way: OnSite,
) -> None:
    for before in ([], ["live"]):
        way.page.mouse.click(*middle(way))
        way.ours.find("dialog", "[Ss]econd look")
        way.ours.find("StaticText", "public meeting")
        assert way.published() == before
        way.page.keyboard.press("Escape")
        way.ours.gone("dialog", "[Ss]econd look")
        way.page.mouse.click(*middle(way))
        way.ours.click("button", "Post anyway")
        way.ours.until(lambda b=before: way.published() == [*b, "live"], "the broadcast")  # type: ignore[misc]
        way.ours.gone("button", "Foreword")


@pytest.mark.usefixtures("official")
@pytest.mark.parametrize("way", ["go live"], indirect=True)
def test_given_a_broadcast_that_was_not_started_then_what_is_written_next_is_a_post(
    browser: Browser, way: OnSite
) -> None:
    asked = Asked(browser.context)
    way.page.mouse.click(*middle(way))
    way.ours.find("dialog", "[Ss]econd look")
    way.page.keyboard.press("Escape")
    way.write("Pancakes for supper")
    told = way.ours.until(lambda: asked.about("Pancakes for supper"), "the draft to be checked")
    assert told["surface"] == "post"


@pytest.mark.parametrize("way", ["go live, no words"], indirect=True)
def test_given_somebody_who_goes_live_for_themselves_then_it_just_starts(way: OnSite) -> None:
    way.page.mouse.click(*middle(way))
    way.ours.until(lambda: way.published() == ["live"], "the broadcast, once")


def test_given_words_in_a_frame_and_their_button_outside_then_it_is_held_and_posts_once(browser: Browser) -> None:
    page = browser.context.new_page()
    page.goto(f"https://{NEWS}/wp-admin/post.php")
    block = page.frame_locator("iframe").locator("p")
    block.click()
    page.keyboard.type(DRAFT)
    ours = Ours(page)
    ours.find("button", "Foreword: 1 finding")
    page.click("#publish")
    ours.find("dialog", "[Ss]econd look")
    assert page.locator(".published").all_inner_texts() == []
    ours.click("button", "Post anyway")
    page.locator(".published").first.wait_for()
    assert page.locator(".published").all_inner_texts() == [DRAFT]
    page.close()


@pytest.fixture
def slow_companion(tmp_path: Path) -> Iterator[Companion]:
    running = Companion(tmp_path / "state").start()
    yield running
    os.kill(running.pid, signal.SIGCONT)
    running.stop()


def test_given_a_companion_that_is_too_slow_then_the_post_goes_out_and_the_badge_says_so(
    playwright: Playwright, slow_companion: Companion, tmp_path: Path
) -> None:
    with imitated(playwright, tmp_path, {HOST: "triggers"}, slow_companion) as browser:
        way = open_way(browser, "click")
        way.write("Pancakes")
        way.ours.find("button", "Foreword: Clear")
        os.kill(slow_companion.pid, signal.SIGSTOP)
        way.page.keyboard.type(" for supper")
        way.page.mouse.click(*middle(way))
        way.ours.until(lambda: way.published() == ["Pancakes for supper"], "the post, once and as written")
        way.ours.find("button", "Foreword: Not checked")
