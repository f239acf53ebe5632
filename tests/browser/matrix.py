"""What came of each behaviour in each editor; `python -m tests.browser.matrix` writes it into the document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.editor_pages import EDITORS

ROOT = Path(__file__).parents[2]
OUTCOMES = ROOT / "build" / "compatibility.json"
DOCUMENT = ROOT / "docs" / "compatibility.md"
BEGIN, END = "<!-- matrix: python -m tests.browser.matrix -->", "<!-- end of matrix -->"

BEHAVIOURS = {
    "read": "reads the text as the model has it",
    "underline": "underlines the very words",
    "clean": "nothing of ours in the text or in what is saved",
    "fix": "the fix arrives in the model",
    "undo": "one undo takes it back, and nothing else",
    "caret": "the caret stays, typing goes on",
    "bold": "fixes the second of three equal words, partly bold",
    "typing": "typing during the fix loses nothing",
    "composing": "an input method's composition stays whole",
    "submit": "the second look asks, and posts once",
}


@dataclass
class Outcomes:
    """Filled by the tests: editor → behaviour → whether it passed, or in words why it does not apply."""

    of: dict[str, dict[str, bool | str]] = field(default_factory=dict)

    @contextmanager
    def record(self, editor: str, behaviour: str) -> Iterator[None]:
        assert behaviour in BEHAVIOURS
        row = self.of.setdefault(editor, {})
        row[behaviour] = False
        yield
        row[behaviour] = True

    def limit(self, editor: str, behaviour: str, why: str) -> None:
        """The behaviour is not there, and the page says so: what it does instead, in a few words."""
        self.of.setdefault(editor, {})[behaviour] = why

    def keep(self) -> None:
        """A run of some editors replaces the rows of those only."""
        kept = json.loads(OUTCOMES.read_text("utf-8")) if OUTCOMES.is_file() else {}
        for editor, row in self.of.items():
            kept[editor] = {**kept.get(editor, {}), **row}
        OUTCOMES.parent.mkdir(exist_ok=True)
        OUTCOMES.write_text(json.dumps(kept, indent=1), "utf-8")


def table(outcomes: dict[str, dict[str, bool | str]]) -> str:
    """As a Markdown table; a behaviour that was not tried says so."""

    def cell(outcome: bool | str | None) -> str:
        if isinstance(outcome, str):
            return outcome
        return "not tried" if outcome is None else ("yes" if outcome else "**no**")

    lines = [["editor", *BEHAVIOURS], ["---"] * (len(BEHAVIOURS) + 1)]
    for editor in EDITORS:
        row = outcomes.get(editor.name, {})
        lines.append([editor.title, *(cell(row.get(behaviour)) for behaviour in BEHAVIOURS)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    if not OUTCOMES.is_file():
        raise SystemExit(
            f"There are no outcomes yet: run `python -m pytest {Path(__file__).parent / 'test_editors.py'}`."
        )
    before, rest = DOCUMENT.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    made = table(json.loads(OUTCOMES.read_text("utf-8")))
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
