"""Underlines sit on their words in every layout, and stay there when the page moves them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import Browser
from tests.browser.editor_pages import EDITORS, EditorPage, open_editor

SSN = "536-22-8714"
BY_NAME = {editor.name: editor for editor in EDITORS}
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="

# What stands in the composer; each has the number once, and something before it that makes counting hard.
LAYOUTS = {
    "line breaks": f"one<br>two<br><br>number {SSN} here",
    "nested blocks": f"<div><div>one</div><div>two <div>three</div></div></div><div>number {SSN} here</div>",
    "a list in a list": f"<ul><li>one<ol><li>two</li><li>number {SSN} here</li></ol></li></ul>",
    "flex": f'<div style="display:flex;gap:9px"><span>one</span><span>number {SSN} here</span><b>three</b></div>',
    "a table": f"<table><tr><td>one</td><td>two</td></tr><tr><td>three</td><td>number {SSN} here</td></tr></table>",
    "collapsed spaces": f"<p>one   \n   two\t\n</p>\n\n   <p>   number   \n {SSN}   here </p>",
    "kept spaces": f'<p style="white-space:pre-wrap">one   two\n\n   number {SSN}   here</p>',
    "hidden nodes": f'one <i style="display:none">not {SSN}</i><i hidden>nor this</i> number {SSN} here',
    "invisible nodes": f'one <i style="visibility:hidden">unseen</i> number {SSN} here',
    "a mention": f'with <span contenteditable="false">@Dana Whitfield</span> number {SSN} here',
    "an emoji image": f'with <img alt="\U0001f389" src="{PIXEL}" width="16" height="16"> number {SSN} here',
    "bold in the middle": f"one number {SSN[:4]}<b>{SSN[4:6]}</b>{SSN[6:]} here",
    "a link and a comment": f'<a href="#">one</a><!-- two --> number <a href="#">{SSN[:3]}</a>{SSN[3:]} here',
    "split text nodes": "one number " + "<wbr>".join(SSN) + " here",
    "upper case by style": f'<p style="text-transform:uppercase">straße number {SSN} here</p>',
    "display: contents": f'<p style="display:contents">one</p><p style="display:contents">number {SSN} here</p>',
    "inline blocks": f'<span style="display:inline-block">one</span><span>number {SSN} here</span>',
    "combining marks and emoji": f"e\u0301\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 number {SSN} here",
    "no-break and zero-width spaces": f"one\u00a0\u00a0two\u200b\ufeff number {SSN} here",
    "right to left": f'<p dir="rtl">\u05e9\u05dc\u05d5\u05dd {SSN} \u05ea\u05d5\u05d3\u05d4</p>',
    "a narrow column": f'<p style="width:60px;overflow-wrap:anywhere">one two number {SSN} here</p>',
    "columns": f'<div style="columns:2;height:60px"><p>one two three four five six</p><p>number {SSN} here</p></div>',
    "vertical writing": f'<div style="writing-mode:vertical-rl;height:180px">one number {SSN} here</div>',
    "a very long text": "<p>word and word and word again.</p>" * 60 + f"<p>number {SSN} here</p>",
}


@pytest.fixture(scope="module")
def editable(editors_browser: Browser) -> Iterator[EditorPage]:
    page = editors_browser.context.new_page()
    yield open_editor(page, BY_NAME["contenteditable"])
    page.close()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_given_a_layout_then_the_very_words_are_underlined(editable: EditorPage, layout: str) -> None:
    editable.click()
    editable.page.evaluate("html => { document.querySelector('.box').innerHTML = html }", LAYOUTS[layout])
    nth = 1 if layout == "hidden nodes" else 0
    editable.ours.until(lambda: editable.are_underlined(SSN, nth), f"the underline in {layout}")


# A font comes after the words are drawn, as on most sites: nothing about the composer's own styles changes then.
LATE_FONT = """async (composer) => {
  composer.style.fontFamily = 'Late, monospace';
  const names = ['Liberation Serif', 'DejaVu Serif', 'Noto Serif', 'Times New Roman', 'Arial'];
  const face = new FontFace('Late', names.map((name) => `local("${name}")`).join(), { sizeAdjust: '130%' });
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  document.fonts.add(await face.load());
}"""
MOVES = {
    "scrolled page": "() => { document.body.style.minHeight = '3000px'; scrollTo(0, 60) }",
    "scrolled composer": "composer => { composer.style.cssText = 'height:60px;overflow:auto'; composer.scrollTop = 9 }",
    "narrower": "composer => { composer.style.width = '150px' }",
    "pushed down": "composer => composer.before(Object.assign(document.createElement('p'), { textContent: 'News' }))",
    "zoomed": "() => { document.body.style.zoom = '1.5' }",
    "scaled": "composer => { composer.style.transform = 'scale(1.4)'; composer.style.transformOrigin = '0 0' }",
    "larger type": "composer => { composer.style.fontSize = '23px' }",
    "another font": "composer => { composer.style.fontFamily = 'monospace' }",
    "a font that comes late": LATE_FONT,
    "right to left": "composer => { composer.dir = 'rtl' }",
}


@pytest.mark.parametrize("name", ["contenteditable", "textarea", "shadow-textarea"])
def test_given_underlined_words_when_the_page_moves_them_then_the_underline_goes_along(
    editors_browser: Browser, name: str
) -> None:
    page = editors_browser.context.new_page()
    editor = open_editor(page, BY_NAME[name])
    editor.write(f"Some words first, a whole line of them and more. Then {SSN} and the end of it. " + "More. " * 12)
    for move, script in MOVES.items():
        editor.frame.locator(editor.editor.composer).first.evaluate(f"(composer) => ({script})(composer)")
        editor.ours.until(lambda: is_marked(editor), f"the underline, {move}")
        editor.frame.locator(editor.editor.composer).first.evaluate("composer => composer.removeAttribute('style')")
        page.evaluate("() => document.body.removeAttribute('style')")
    page.close()


def is_marked(editor: EditorPage) -> bool:
    marks = editor.underlines()
    return all(any(box.near(mark, within=4) for mark in marks) for box in editor.words_boxes(SSN))


def test_given_a_field_that_is_turned_then_nothing_is_drawn_beside_its_words(editors_browser: Browser) -> None:
    page = editors_browser.context.new_page()
    editor = open_editor(page, BY_NAME["textarea"])
    editor.write(f"number {SSN} here")
    editor.ours.until(editor.underlines, "an underline")
    page.evaluate("() => { document.querySelector('textarea').style.transform = 'rotate(8deg)' }")
    editor.ours.until(lambda: not editor.underlines(), "no underline")
    editor.ours.find("button", r"Foreword.*1 finding")
    page.close()
