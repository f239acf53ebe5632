"""The table of editors is about the editors and the behaviours that are tried."""

from __future__ import annotations

from tests.browser.editor_pages import EDITORS
from tests.browser.matrix import BEGIN, BEHAVIOURS, DOCUMENT, END


def cells() -> list[list[str]]:
    made = DOCUMENT.read_text("utf-8").split(BEGIN)[1].split(END)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in made.strip().splitlines()]


def test_given_the_table_then_it_has_every_editor_and_every_behaviour() -> None:
    head, _, *rows = cells()
    assert head[1:] == list(BEHAVIOURS)
    assert [row[0] for row in rows] == [editor.title for editor in EDITORS]


def test_given_the_table_then_everything_in_it_was_tried() -> None:
    _, _, *rows = cells()
    untried = [row[0] for row in rows if {"not tried", "**no**"} & set(row)]
    assert untried == [], "run tests/browser/test_editors.py, then `python -m tests.browser.matrix`"
