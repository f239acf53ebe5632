"""It feels as if the site had built it: under any policy of the page, for every pair of eyes and ears, and at rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, Route

from tests.browser.conftest import PAGES, Browser
from tests.browser.editor_pages import EDITORS, HOST, EditorPage, open_editor

SSN = "536-22-8714"
DRAFT = f"Write down {SSN} somewhere safe"
LAWFUL = f"The overtime policy of the City of Smyrna is unfair to the crews. My number is {SSN}."
BY_NAME = {editor.name: editor for editor in EDITORS}
AXE = (Path(__file__).parent / "editors" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
OWN_PAGES = ["welcome.html", "options.html", "popup.html"]


@pytest.fixture
def page(editors_browser: Browser) -> Iterator[Page]:
    page = editors_browser.context.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("name", ["textarea", "contenteditable"])
def test_given_the_strictest_policy_of_a_page_then_everything_is_drawn_and_nothing_violates_it(
    page: Page, name: str
) -> None:
    policy = "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'"
    html = (PAGES / "editors" / f"{name}.html").read_text("utf-8")

    def strict(route: Route) -> None:
        headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": policy}
        route.fulfill(body=html, headers=headers)

    page.route(f"https://{HOST}/{name}?strict", strict)
    page.add_init_script("""
      window.violations = [];
      addEventListener('securitypolicyviolation', (event) =>
        window.violations.push([event.violatedDirective, event.sourceFile, event.sample].join(' ')));
    """)
    editor = open_editor(page, BY_NAME[name], "?strict")
    before = page.evaluate("() => window.violations.length")  # the page's own styles are refused by its own policy
    editor.write(DRAFT)
    editor.ours.until(lambda: editor.are_underlined(SSN), "the underline")
    editor.press_words(SSN)
    editor.ours.click("button", "^Show only")
    editor.until_text(DRAFT.replace(SSN, "XXX-XX-8714"))
    assert page.evaluate("() => window.violations").__len__() == before


def test_given_a_long_spell_of_typing_then_the_live_region_speaks_of_changes_only(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write("Good morning to all of you. ")
    editor.ours.find("button", "Foreword.*[Nn]othing|Foreword.*[Cc]lear")
    said: list[str] = []
    for word in ("The", "park", "opens", "at", "nine,", "bring", "a", "chair", "and", "a", "friend."):
        page.keyboard.type(word + " ")
        editor.ours.find("button", "Foreword.*[Nn]othing|Foreword.*[Cc]lear")
        said += spoken(editor)
    assert len(set(said)) <= 1, said  # the same outcome is not said again at every pause
    page.keyboard.type(f"My number is {SSN}. ")
    editor.ours.find("button", r"Foreword.*1 finding")
    assert any("1 finding" in each for each in spoken(editor))


def spoken(editor: EditorPage) -> list[str]:
    """What stands in the live region now: the badge's own words do not begin with our name."""
    said = [control.name for control in editor.ours.controls() if control.role == "StaticText"]
    return [each for each in said if each.startswith("Foreword:")]


def test_given_only_a_keyboard_then_a_finding_is_read_mended_and_left(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(DRAFT)
    editor.ours.find("button", r"Foreword.*1 finding")
    page.keyboard.press("Control+Enter")
    editor.ours.find("button", "Post anyway")
    page.keyboard.press("Escape")
    editor.ours.gone("button", "Post anyway")
    page.keyboard.press("Control+Enter")
    editor.ours.find("button", "Post anyway")
    while not is_focused(editor, "^Show only"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    editor.until_text(DRAFT.replace(SSN, "XXX-XX-8714"))
    page.keyboard.press("Escape")
    editor.ours.gone("button", "^Post$")
    page.keyboard.type("!")
    editor.until_text(DRAFT.replace(SSN, "XXX-XX-8714") + "!")


def is_focused(editor: EditorPage, name: str) -> bool:
    control = editor.ours.find("button", name)
    return editor.ours.is_focused(control)


@pytest.mark.parametrize("state", ["badge", "card", "dialog"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_given_what_we_show_in_a_page_then_axe_finds_no_violation(
    editors_browser: Browser, page: Page, state: str, scheme: str
) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    if scheme == "dark":
        page.add_style_tag(content="body, main { background: #111 !important; color: #eee !important }")
    editor.write(DRAFT if state == "card" else LAWFUL)
    editor.ours.until(editor.underlines, "the underline")
    if state == "card":
        editor.press_words(SSN)
        editor.ours.find("button", "^Show only")
    elif state == "dialog":
        editor.press_post()
        editor.ours.find("button", "Post anyway")
        editor.ours.find("StaticText", "You may say this as a citizen")
    assert violations_in_our_root(editors_browser, editor) == []


def violations_in_our_root(browser: Browser, editor: EditorPage) -> list[str]:
    page = browser.context.new_page()
    copy_our_root(editor, page)
    found = _axe(page)
    page.close()
    return found


def copy_our_root(editor: EditorPage, page: Page) -> None:
    """No script reaches a closed root: the same nodes and styles are looked at in an open one, on another page."""
    cdp = editor.page.context.new_cdp_session(editor.page)
    made = _copied(cdp, editor)
    page.goto(f"https://{HOST}/input")
    page.evaluate(
        """({ html, css, isDark }) => {
          document.body.replaceChildren();
          document.body.style.background = isDark ? '#111' : '#fff';
          const main = document.createElement('main');
          document.body.append(main);
          main.innerHTML = '<h1>Page</h1>';
          const root = main.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          root.adoptedStyleSheets = [sheet];
          root.innerHTML = html;
        }""",
        made,
    )


def _copied(cdp: CDPSession, editor: EditorPage) -> dict[str, Any]:
    (host,) = editor.ours.hosts()
    (root,) = host["shadowRoots"]
    cdp.send("DOM.enable")
    cdp.send("DOM.getDocument", {"depth": -1, "pierce": True})
    object_id = cdp.send("DOM.resolveNode", {"backendNodeId": root["backendNodeId"]})["object"]["objectId"]
    script = """function () {
      const rules = this.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      const css = rules.map((rule) => rule.cssText).join(" ");
      return { html: this.innerHTML, css, isDark: this.querySelector('.dark') !== null };
    }"""
    call = {"objectId": object_id, "functionDeclaration": script, "returnByValue": True}
    made: dict[str, Any] = cdp.send("Runtime.callFunctionOn", call)["result"]["value"]
    return made


@pytest.mark.parametrize("name", OWN_PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_given_our_own_pages_then_axe_finds_no_violation(editors_browser: Browser, name: str, scheme: str) -> None:
    page = editors_browser.own_page(name)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.wait_for_load_state("networkidle")
    found = _axe(page)
    page.close()
    assert found == []


def _axe(page: Page) -> list[str]:
    page.evaluate(AXE)
    result = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [f"{each['id']}: {json.dumps([node['target'] for node in each['nodes']])}" for each in result["violations"]]


@pytest.mark.parametrize("name", ["textarea", "contenteditable"])
def test_given_twice_the_size_forced_colours_and_no_motion_then_all_controls_are_in_sight(
    page: Page, name: str
) -> None:
    page.set_viewport_size({"width": 550, "height": 450})  # 1,100 by 900 at 200 %
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    editor = open_editor(page, BY_NAME[name])
    editor.write(DRAFT)
    editor.ours.until(lambda: editor.are_underlined(SSN), "the underline")
    editor.press_words(SSN)
    editor.ours.click("button", "^Show only")
    editor.until_text(DRAFT.replace(SSN, "XXX-XX-8714"))


def test_given_twice_the_size_and_forced_colours_then_what_can_be_answered_is_in_the_window(page: Page) -> None:
    page.set_viewport_size({"width": 550, "height": 450})
    page.emulate_media(forced_colors="active")
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(LAWFUL)
    editor.ours.until(editor.underlines, "the underline")
    editor.ours.click("button", r"Foreword: \d finding")
    editor.ours.find("button", "^Show only")
    assert_in_window(editor, "^Close", "^Show only")
    page.keyboard.press("Escape")
    editor.press_post()
    editor.ours.find("button", "Post anyway")
    assert_in_window(editor, "^Edit$", "Post anyway")


def assert_in_window(editor: EditorPage, *names: str) -> None:
    width, height = editor.page.evaluate("() => [innerWidth, innerHeight]")
    for name in names:
        box = editor.ours.box("button", name)
        assert 0 <= box.left < box.right <= width, (name, box)
        assert 0 <= box.top < box.bottom <= height, (name, box)


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_given_reduced_motion_then_nothing_of_ours_moves(
    editors_browser: Browser, page: Page, motion: Any, moves: bool
) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.write(DRAFT)
    editor.ours.until(editor.underlines, "the underline")
    editor.press_words(SSN)
    editor.ours.find("button", "^Show only")
    copy = editors_browser.context.new_page()
    copy.emulate_media(reduced_motion=motion)
    copy_our_root(editor, copy)
    script = "() => document.querySelector('main > div').shadowRoot.getAnimations({ subtree: true }).length > 0"
    assert copy.evaluate(script) is moves
    copy.close()


def test_given_everything_we_show_then_the_page_never_shifts(page: Page) -> None:
    editor = open_editor(page, BY_NAME["contenteditable"])
    editor.click()  # a box that takes the focus may change by itself
    page.evaluate("""() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift' });
    }""")
    editor.write(DRAFT)
    editor.ours.until(editor.underlines, "the underline")
    editor.press_words(SSN)
    editor.ours.find("button", "^Show only")
    page.keyboard.press("Escape")
    editor.press_post()
    editor.ours.find("button", "Post anyway")
    page.keyboard.press("Escape")
    editor.ours.gone("button", "Post anyway")
    assert page.evaluate("() => window.shifts") == []
