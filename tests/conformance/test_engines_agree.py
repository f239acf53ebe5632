"""Two engines, one truth: the extension finds what the companion finds, in every example of every basic rule.

Every draft is asked of all basic rules, so an example of one rule is also a test of the others. Needs Node and
`npm ci` in extension/; `make test` brings both.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from companion.draft import Context, Draft
from companion.finding import Review
from companion.rules.browser_build import basic_rules, browser_build
from companion.rules.evaluate import Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack, load_pack
from companion.rules.protected import guarded
from companion.settings import rules_folder
from companion.settling import in_order, without_echoes
from tests.running import PACKS

ENGINE = Path(__file__).with_name("engine.mjs")
Findings = list[dict[str, Any]]


def examples(pack: Pack) -> list[Draft]:
    return [
        Draft(text=example.text, context=example.as_context(loaded.rule.modes, loaded.rule.surfaces))
        for loaded in basic_rules(pack)
        for kind in ("fires", "quiet")
        for example in loaded.examples(kind)
    ] + [
        Draft(text=example.text, context=example.as_context(guard.file.modes, guard.file.surfaces))
        for guard in pack.protected
        for example in [*guard.file.examples("fires"), *guard.file.examples("quiet")]
    ]


def by_the_companion(pack: Pack, draft: Draft) -> Findings:
    found = findings(basic_rules(pack), Evidence(draft, pack.site_id(draft)), pack, "wording")
    guards = [guard for guard in pack.protected if not guard.meanings]
    settled = tuple(in_order(guarded(without_echoes(found), guards, Evidence(draft, pack.site_id(draft)))))
    review = Review(draft_id="draft", revision=0, status="complete", findings=settled).in_utf16(draft.text)
    return [finding.model_dump(mode="json", exclude={"id"}) for finding in review.findings]


def by_the_extension(pack: Pack, drafts: Iterable[Draft], folder: Path) -> list[Findings]:
    (folder / "rules.json").write_text(browser_build(pack), "utf-8")
    (folder / "drafts.json").write_text(json.dumps([draft.model_dump(mode="json") for draft in drafts]), "utf-8")
    command = ["node", str(ENGINE), str(folder / "rules.json"), str(folder / "drafts.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    checked = json.loads(done.stdout)
    assert [each["left"] for each in checked if each["left"]] == [], "rules that the extension could not run"
    return [[{key: f[key] for key in f if key != "id"} for f in each["findings"]] for each in checked]


def differences(pack: Pack, drafts: list[Draft], folder: Path) -> list[str]:
    wanted = [by_the_companion(pack, draft) for draft in drafts]
    return [
        f"{draft.text!r} {draft.context!r}\n  companion: {by_us}\n  extension: {by_it}"
        for draft, by_us, by_it in zip(drafts, wanted, by_the_extension(pack, drafts, folder), strict=True)
        if by_us != by_it
    ]


@pytest.fixture(scope="module")
def smyrna() -> Pack:
    return load_pack(rules_folder(), "smyrna")


def test_given_every_example_then_both_engines_find_the_same(smyrna: Pack, tmp_path: Path) -> None:
    drafts = examples(smyrna)
    assert any(by_the_companion(smyrna, draft) for draft in drafts[:20])
    assert differences(smyrna, drafts, tmp_path) == []


def spelled_out(text: str) -> str:
    return " ".join(" ".join(word) if 3 < len(word) < 7 else word for word in text.split(" "))


def with_marks(text: str) -> str:
    return "".join(letter + "\u0301" if at % 7 == 0 else letter for at, letter in enumerate(text))


DISTURBED: dict[str, Callable[[str], str]] = {
    "emoji and capitals": lambda text: "😀 " + text.upper(),
    "combining marks": with_marks,
    "letters set apart": spelled_out,
    "look-alikes": lambda text: text.replace("a", "а").replace("o", "0").replace("i", "1") + " \u2028 1️⃣ ½ ①",
    "other spaces, and a line": lambda text: text.replace(" ", "\u00a0").replace("'", "’") + "-" * 40 + " " + text,
    "vowels masked": lambda text: "".join("*" if c in "aeiou" and at % 3 else c for at, c in enumerate(text)),
}


def test_given_disturbed_spelling_then_both_engines_find_the_same(smyrna: Pack, tmp_path: Path) -> None:
    drafts = [
        draft.model_copy(update={"text": disturbed(draft.text)})
        for draft in examples(smyrna)[::20]
        for disturbed in DISTURBED.values()
    ]
    assert differences(smyrna, drafts, tmp_path) == []


TRICKY = [
    Draft(
        text="Thanks @asshole, your a$$ is a f***ing 455 in 0's and 1's, you m0r0n_x and m0r0n, "
        "you i.d.i.o.t. and i d i o t sat"
    ),
    Draft(
        text="Open Tuesday from 9 a.m. to noon",
        context=Context(previous_text="Opne Tuesday from 9 a.m. to noon", surface="edit"),
    ),
    Draft(
        text="Open Tuesday from 9 a.m. to noon",
        context=Context(previous_text="Open Thursday from 9 to noon", surface="edit"),
    ),
    Draft(text="Mr. B. Doe is an idiot. So there.\n\nYou idiot", context=Context(site="mobile.x.com", surface="reply")),
    Draft(text="x" * 270 + " you idiot 😀", context=Context(site="x.com")),
    Draft(text="", context=Context(mode="official", surface="post")),
    Draft(text=" \x1c\u2028\ufeff", context=Context(mode="official", surface="profile")),
    Draft(text="\ud83d you idiot \ude00", context=Context(reply_to="\ud83d", media=("image",))),
]


def test_given_tricky_drafts_then_both_engines_find_the_same(smyrna: Pack, tmp_path: Path) -> None:
    assert sum(bool(by_the_companion(smyrna, draft)) for draft in TRICKY) >= 5
    assert differences(smyrna, TRICKY, tmp_path) == []


@pytest.mark.parametrize(("folder", "pack"), [(PACKS, "harbor"), (rules_folder(), "fernhollow")])
def test_given_another_citys_pack_then_both_engines_find_the_same(tmp_path: Path, folder: Path, pack: str) -> None:
    other = load_pack(folder, pack)
    assert differences(other, examples(other), tmp_path) == []
