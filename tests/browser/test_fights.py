"""Pages that fight: they go on working, we say less rather than something wrong, and they learn nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, EditorPage, open_editor

SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
BY_NAME = {editor.name: editor for editor in EDITORS}


@pytest.fixture
def page(editors_browser: Browser) -> Iterator[Page]:
    page = editors_browser.context.new_page()
    yield page
    page.close()


def posts_what_it_says(editor: EditorPage, text: str) -> None:
    """The page's own button still does what it did, whatever stands between."""
    editor.press_post()
    editor.ours.until(
        lambda: editor.published() or editor.ours.seen("button", "Post anyway"), "the post, or a question"
    )
    if not editor.published():
        editor.ours.click("button", "Post anyway")
        editor.ours.until(editor.published, "the post")
    assert editor.published() == [text]


def test_given_a_page_that_throws_us_out_then_we_stay_out_and_it_can_post(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    page.evaluate("""() => {
      const known = new Set(document.documentElement.children);
      const sweep = () => [...document.documentElement.children].forEach((each) => known.has(each) || each.remove());
      new MutationObserver(sweep).observe(document.documentElement, { childList: true });
      window.thrownOut = 0;
      const remove = Element.prototype.remove;
      Element.prototype.remove = function () { window.thrownOut += 1; remove.call(this); };
    }""")
    editor.write(DRAFT)
    editor.ours.until(lambda: page.evaluate("() => window.thrownOut") >= 5, "being thrown out for good")
    editor.ours.until(lambda: not editor.ours.hosts(), "nothing of ours in the page")
    posts_what_it_says(editor, DRAFT)


def test_given_a_thousand_changes_a_second_then_the_draft_is_still_checked(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    page.evaluate("""() => {
      const bar = document.createElement('p');
      document.querySelector('main').prepend(bar);
      setInterval(() => { for (let i = 0; i < 20; i++) bar.replaceChildren(String(Math.random())); }, 20);
    }""")
    editor.write(DRAFT)
    editor.ours.until(lambda: editor.are_underlined(SSN), "the underline")
    posts_what_it_says(editor, DRAFT)


def test_given_a_composer_that_is_rewritten_without_end_then_the_page_still_answers(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(DRAFT)
    editor.ours.until(editor.underlines, "the underline")
    page.evaluate("""() => {
      const box = document.querySelector('.box');
      setInterval(() => { for (let i = 0; i < 20; i++) box.replaceChildren(box.textContent); }, 20);
    }""")
    posts_what_it_says(editor, DRAFT)


def test_given_changed_prototypes_then_the_page_hears_and_sees_nothing_of_ours(page: Page) -> None:
    page.add_init_script("""
      window.seen = [];
      for (const [prototype, name] of [[EventTarget.prototype, 'addEventListener'], [Element.prototype, 'attachShadow'],
          [Element.prototype, 'append'], [Document.prototype, 'createElement'], [Node.prototype, 'appendChild']]) {
        const real = prototype[name];
        prototype[name] = function (...given) {
          window.seen.push([name, String(new Error().stack)]);
          return real.apply(this, given);
        };
      }
      window.fetch = () => { window.seen.push(['fetch', '']); };
      JSON.stringify = () => { window.seen.push(['stringify', '']); return '{}'; };
    """)
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(DRAFT)
    editor.ours.until(lambda: editor.are_underlined(SSN), "the underline")
    seen = page.evaluate("() => window.seen.map(([name, stack]) => name + stack)")
    assert not [each for each in seen if "chrome-extension" in each or "fetch" in each or "stringify" in each]
    posts_what_it_says(editor, DRAFT)


def test_given_a_page_that_is_editable_as_a_whole_then_its_composer_is_checked_and_the_rest_is_not(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    page.evaluate("() => document.body.setAttribute('contenteditable', 'true')")
    editor.write(DRAFT)
    editor.ours.until(lambda: editor.are_underlined(SSN), "the underline")
    page.click("h1")
    page.keyboard.type(SSN)
    editor.ours.find("button", "Foreword: Not checked")
    assert editor.underlines() == []


def test_given_a_script_that_presses_then_nothing_of_ours_is_pressed(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(DRAFT)
    editor.ours.find("button", r"Foreword.*1 finding")
    editor.press_post()
    editor.ours.find("button", "Post anyway")
    reached = page.evaluate("""() => {
      const hosts = [...document.documentElement.children].filter((each) => !['HEAD', 'BODY'].includes(each.tagName));
      const copies = hosts.map((host) => host.cloneNode(true));
      document.body.append(...copies);
      const press = (target, x, y) => ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].forEach((type) =>
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y })));
      for (const host of [...hosts, ...copies]) { press(host, 5, 5); host.click(); }
      for (let x = 0; x < innerWidth; x += 30)
        for (let y = 0; y < innerHeight; y += 30) press(document.elementFromPoint(x, y) ?? document.body, x, y);
      for (const key of ['Enter', 'Escape', ' '])
        for (const target of [document.activeElement, ...hosts, window])
          target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      return [...hosts, ...copies].map((each) => [each.shadowRoot, each.outerHTML]);
    }""")
    assert all(root is None for root, _ in reached)
    assert not any("SSN" in html or SSN in html or "Social" in html for _, html in reached)
    editor.ours.find("button", "Post anyway")
    editor.ours.click("button", "Post anyway")
    editor.ours.until(editor.published, "the post")


def test_given_two_hundred_composers_then_only_the_one_written_in_is_drawn(page: Page) -> None:
    editor = open_editor(page, BY_NAME["textarea"])
    page.evaluate("""() => {
      const place = document.querySelector('.place');
      for (let i = 1; i < 200; i++) place.append(place.firstElementChild.cloneNode());
    }""")
    for nth in (0, 120, 199):
        page.locator("textarea").nth(nth).fill(f"number {SSN} here")
    page.locator("textarea").nth(199).click()
    editor.ours.until(lambda: len(editor.underlines()) == 1, "one underline")
    assert len(editor.ours.hosts()) == 1


@pytest.mark.parametrize("name", ["textarea", "contenteditable"])
def test_given_a_draft_of_a_megabyte_then_it_says_not_checked_and_typing_goes_on(page: Page, name: str) -> None:
    editor = open_editor(page, BY_NAME[name])
    editor.click()
    page.evaluate(
        """selector => {
      const field = document.querySelector(selector);
      const text = 'word and word and word again. '.repeat(35_000);
      if (field.value === undefined) field.textContent = text; else field.value = text;
    }""",
        editor.editor.composer,
    )
    page.keyboard.type("x")
    editor.ours.find("button", "Foreword: Not checked")
    page.keyboard.type("yz")
    editor.ours.until(lambda: "xyz" in editor.text() or "yz" in editor.text(), "what was typed")


def test_given_a_composer_that_is_torn_out_and_another_that_comes_late_then_only_the_present_one_is_shown(
    page: Page,
) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(DRAFT)
    editor.ours.until(editor.underlines, "the underline")
    page.evaluate("() => { window.old = document.querySelector('.box'); window.old.remove() }")
    editor.ours.gone("button", "Foreword")
    page.evaluate("""() => {
      const late = document.createElement('div');
      Object.assign(late, { contentEditable: 'true', className: 'box', ariaLabel: 'Reply' });
      document.querySelector('.place').append(late);
    }""")
    editor.write(f"Another {SSN} here")
    editor.ours.until(lambda: editor.are_underlined(SSN), "the underline")
    page.evaluate("() => document.querySelector('main').prepend(document.querySelector('.box'))")  # and it moves
    editor.click()
    page.keyboard.type(" now")
    editor.ours.until(lambda: editor.are_underlined(SSN), "the underline at the new place")
