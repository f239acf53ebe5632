"""The invented city's rules and their own examples: a pack that a city would start from."""

from __future__ import annotations

import pytest

from companion.detectors.personal_data import PersonalData
from companion.rules.check import check_rule
from companion.rules.evaluate import Models
from companion.rules.load import LoadedRule, load_pack
from companion.settings import rules_folder

FERNHOLLOW = load_pack(rules_folder(), "fernhollow")


@pytest.fixture(scope="module")
def personal_data() -> PersonalData:
    detector = PersonalData(FERNHOLLOW)
    detector.load()
    return detector


def test_given_the_pack_when_loaded_then_no_file_was_set_aside() -> None:
    assert [str(error) for error in FERNHOLLOW.set_aside] == []


@pytest.mark.parametrize("rule", FERNHOLLOW.rules, ids=lambda r: r.id)
def test_rule_fires_and_stays_quiet_as_its_examples_say(rule: LoadedRule, personal_data: PersonalData) -> None:
    failures = check_rule(rule, FERNHOLLOW, Models(personal_data.entities))
    assert not failures, "\n" + "\n".join(map(str, failures))
