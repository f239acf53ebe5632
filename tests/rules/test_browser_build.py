"""What the extension is given to run by itself: which rules, and the same bytes for the same rules."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from companion.rules.browser_build import browser_build
from companion.rules.load import Pack
from tests.rules.world import rule


def built(pack: Pack) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(browser_build(pack))
    return content


def test_given_the_same_rules_then_the_bytes_are_the_same_and_the_hash_is_theirs(tmp_path: Path) -> None:
    one, other = (rule(tmp_path / name, "phrase: council will approve") for name in ("one", "other"))
    assert browser_build(one) == browser_build(other)
    content = built(one)
    said = content.pop("hash")
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    assert said == hashlib.sha256(text.encode()).hexdigest()


def test_given_another_word_then_the_hash_is_another(tmp_path: Path) -> None:
    one, other = (rule(tmp_path / word, f"phrase: {word}") for word in ("deny", "approve"))
    assert built(one)["hash"] != built(other)["hash"]


def test_given_a_part_that_only_the_companion_knows_then_the_rule_is_left_to_it(tmp_path: Path) -> None:
    pack = rule(tmp_path, "any: [{phrase: my card}, {not: {all: [{entity: CREDIT_CARD}]}}]")
    assert built(pack)["rules"] == []
    assert built(pack)["companion_only"] == ["a/b"]


def test_given_a_lexicon_in_two_places_then_its_pattern_is_written_once(tmp_path: Path) -> None:
    pack = rule(tmp_path, "all: [{lexicon: rude}, {not: {lexicon: rude}}]", rude="clown\nfool")
    content = built(pack)
    assert len(content["patterns"]) == 1
    first, second = content["rules"][0]["when"]["all"]
    assert first["match"] == second["not"]["match"] == [0]


def test_given_words_that_go_with_removed_ones_then_both_engines_have_their_patterns(tmp_path: Path) -> None:
    pack = rule(tmp_path, "phrase: 12 Elm", "fixes: [{label: Remove, remove: words, also_before: [at]}]")
    content = built(pack)
    (fix,) = content["rules"][0]["fixes"]
    assert content["patterns"][fix["lead"]].endswith(r"[\s:#=-]*$")
    assert fix["trail"] is None
