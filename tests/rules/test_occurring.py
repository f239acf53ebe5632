"""Rules are asked only where a pattern of theirs occurs: it must never cost a finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.rules.check import example_draft
from companion.rules.compile import compiled
from companion.rules.evaluate import Evidence
from companion.rules.load import load_pack
from companion.rules.matches import evaluate
from companion.rules.needed import Need, needed
from companion.rules.occurring import Occurring
from companion.rules.search import prepare
from companion.settings import rules_folder

PATTERNS = [
    r"(?i)\bheard\b",
    r"\d{3}-\d{2}",
    "^so",
    "[aeiou]{3}",
    "(?s)x.*y",
    r"\bé",
    "",
    "🙂+",
    "a|b",
    "end$",
    "never",
    "z{2,}",
]
HUGE = r"(\pL{30}){10}x"


@given(st.text(st.sampled_from("so heard123-45aeixyzé🙂\nnd"), max_size=60))
def test_given_any_text_then_the_patterns_that_occur_are_those_that_each_find_something(text: str) -> None:
    data = text.encode()
    alone = {pattern for pattern in PATTERNS if compiled(pattern, longest=False).search(data)}
    assert Occurring().and_of(PATTERNS[:5]).and_of(PATTERNS).of(data) == alone


def test_given_patterns_too_large_for_one_automaton_then_they_are_not_known_and_the_others_are() -> None:
    large = [HUGE + str(number) for number in range(10)]
    occurring = Occurring().and_of([*large, *PATTERNS])
    assert occurring.knows == set(PATTERNS)
    assert "a|b" in occurring.of(b"a")


def match(*patterns: str, source: str = "text") -> dict[str, object]:
    return {"match": list(patterns), "in": source, "disguised": False}


@pytest.mark.parametrize(
    ("node", "needs"),
    [
        (match("a", "b"), (Need("text", frozenset("ab")),)),
        ({"all": [match("a"), match("b"), {"not": match("c")}], "within": "text"}, (("text", {"a"}), ("text", {"b"}))),
        ({"any": [match("a"), {"all": [match("b", "c"), match("d")], "within": 5}]}, (("text", {"a", "d"}),)),
        ({"any": [match("a"), {"context": {"mode": ["official"]}}]}, ()),
        ({"any": [match("a"), match("b", source="reply_to")]}, ()),
        ({"absent": [match("a")]}, ()),
        ({"not": match("a")}, ()),
    ],
)
def test_given_a_rule_then_what_it_cannot_do_without_is_known(node: dict[str, object], needs: tuple[Need, ...]) -> None:
    assert needed(node) == needs


def test_given_the_pack_s_own_drafts_then_a_rule_that_lacks_what_it_needs_has_nothing_to_say() -> None:
    pack = load_pack(rules_folder(), "smyrna")
    prepare(rule.compiled for rule in pack.rules)
    drafts = [
        example_draft(one, rule) for rule in pack.rules for one in rule.examples("fires") + rule.examples("quiet")
    ]
    lacking = 0
    for draft in drafts[::25]:
        evidence = Evidence(draft, pack.site_id(draft))
        for rule in pack.rules:
            if any(evidence.searched(need.source).lacks(need.patterns) for need in rule.needs):
                lacking += 1
                assert evaluate(rule.compiled, evidence) is None
    assert lacking > 50 * len(drafts[::25]), "most rules are not asked about most drafts"
