"""A small pack in a folder, made in the test's body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from companion.detectors.wording import Wording
from companion.draft import Context, Draft
from companion.finding import Finding
from companion.rules.load import Pack, load_pack

PACK = """
title: City of Testing
version: "1"
engine: 1
policy: TEST 1
clauses:
  A.1: {title: Be kind, text: Be kind to people.}
contacts:
  clerk: {name: The clerk, how: Ask her.}
disclaimers: {full: These words are mine alone and nobody else's., short: My own view.}
"""

HEAD = """
clause: [A.1]
severity: advice
title: A title
message: “{words}” may be read otherwise.
why: Because.
"""


def pack(folder: Path, files: dict[str, str]) -> Pack:
    """`files` are rules (`tone/insult.yaml`), lexicons (`rude.txt`) and sites (`site:example.org.yaml`)."""
    (folder / "test" / "rules").mkdir(parents=True, exist_ok=True)
    (folder / "test" / "pack.yaml").write_text(PACK, "utf-8")
    for name, content in files.items():
        path = folder / "test" / ("lexicons" if name.endswith(".txt") else "rules") / name
        if name.startswith("site:"):
            path = folder / "sites" / name.removeprefix("site:")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return load_pack(folder, "test")


def rule(folder: Path, when: str, more: str = "", **files: str) -> Pack:
    """A pack with one rule `a/b` whose `when` is this YAML."""
    indented = "\n".join("  " + line for line in when.strip().splitlines())
    return pack(folder, {"a/b.yaml": f"{HEAD}when:\n{indented}\n{more}", **{k + ".txt": v for k, v in files.items()}})


def check(the_pack: Pack, text: str, **context: Any) -> list[Finding]:
    assert the_pack.set_aside == (), [str(e) for e in the_pack.set_aside]
    return Wording(the_pack).detect(Draft(text=text, context=Context(**context)))


def words(the_pack: Pack, text: str, **context: Any) -> list[str]:
    """The marked words of every finding, in order."""
    return [text[f.start : f.end] for f in check(the_pack, text, **context)]
