"""Every rule of every pack carries its own examples; here they run. One test a rule, named by its id."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from companion.cli.rules import models_for
from companion.rules.check import check_rule
from companion.rules.evaluate import Models
from companion.rules.load import LoadedRule, load_pack
from companion.settings import rules_folder

SMYRNA = load_pack(rules_folder(), "smyrna")


@lru_cache(maxsize=1)
def models() -> Models:
    return models_for(SMYRNA, list(SMYRNA.rules))


def test_given_the_pack_when_loaded_then_no_rule_was_set_aside() -> None:
    assert [str(error) for error in SMYRNA.set_aside] == []


@pytest.mark.parametrize("rule", SMYRNA.rules, ids=lambda r: r.id)
def test_rule_fires_and_stays_quiet_as_its_examples_say(rule: LoadedRule) -> None:
    failures = check_rule(rule, SMYRNA, models())
    assert not failures, "\n" + "\n".join(map(str, failures))


@pytest.mark.parametrize("rule", SMYRNA.rules, ids=lambda r: r.id)
def test_rule_carries_at_least_six_examples_of_different_wording_each_way(rule: LoadedRule) -> None:
    for kind in ("fires", "quiet"):
        wordings = {" ".join(re.findall(r"\w+", example.text.casefold())) for example in rule.examples(kind)}
        assert len(wordings) >= 6, kind


@pytest.mark.parametrize("rule", SMYRNA.rules, ids=lambda r: r.id)
def test_rule_tells_what_why_and_whom_to_ask(rule: LoadedRule) -> None:
    said = rule.rule
    assert all([said.title, said.message, said.why, said.clause, said.contacts])


BY_HAND = {"copyright", "image-permission", "live-video", "off-topic", "picking-fights", "profile-consistency"}
"""Nothing a click could do: a picture, a stream, another's text, a correction that needs approval."""


@pytest.mark.parametrize("rule", SMYRNA.rules, ids=lambda r: r.id)
def test_rule_offers_a_fix_where_one_is_possible(rule: LoadedRule) -> None:
    assert rule.rule.fixes or rule.id.partition("/")[0] in BY_HAND | {"unapproved-channel"}
