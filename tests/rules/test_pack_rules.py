"""Every rule of every pack carries its own examples; here they run. One test a rule, named by its id."""

from __future__ import annotations

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
def test_rule_carries_at_least_six_examples_each_way(rule: LoadedRule) -> None:
    assert len(rule.examples("fires")) >= 6
    assert len(rule.examples("quiet")) >= 6
