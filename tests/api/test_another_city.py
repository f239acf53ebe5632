"""Another city's policy, by choosing its folder: rules, contacts, disclaimers, published numbers, channels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from companion.detectors.personal_data import PersonalData
from companion.rules.load import load_pack
from companion.settings import rules_folder
from tests.running import Running, running


@pytest.fixture(scope="module")
def fernhollow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = rules_folder()
    personal_data = PersonalData(load_pack(folder, "fernhollow"))
    state = tmp_path_factory.mktemp("state")
    with running(state, pack="fernhollow", folder=folder, more=[personal_data]) as companion:
        yield companion


def found(fernhollow: Running, text: str, **context: Any) -> list[str]:
    answer = fernhollow.check(text, **context).json
    assert (answer["status"], answer["not_checked"]) == ("complete", [])
    return [finding["rule"] for finding in answer["findings"]]


def test_given_its_rules_then_its_own_are_found_and_the_other_city_is_nobody(fernhollow: Running) -> None:
    assert found(fernhollow, "The City of Fernhollow fixed the pier.") == ["own-view/city-named"]
    assert found(fernhollow, "The City of Smyrna fixed the road.") == []
    assert found(fernhollow, "the gate code is 4471") == ["tide-works/gate-code"]


def test_given_its_published_numbers_then_they_stay_quiet_and_the_other_city_s_do_not(fernhollow: Running) -> None:
    assert found(fernhollow, "Storm line: 541-555-0111") == []
    assert found(fernhollow, "City Hall: 770-434-6600") == ["private-data/phone"]


def test_given_its_channels_then_they_are_the_approved_ones(fernhollow: Running) -> None:
    assert found(fernhollow, "Low tide at noon.", mode="official", site="nextdoor.com") == []
    assert found(fernhollow, "Low tide at noon.", mode="official", site="x.com") == ["channels/elsewhere"]


def test_given_a_finding_then_clause_contact_and_disclaimer_are_its_own(fernhollow: Running) -> None:
    (finding,) = fernhollow.check("I work for the city").json["findings"]
    assert (finding["clause"], finding["contacts"]) == (["1"], ["press-desk"])
    assert finding["fixes"][1]["replacement"] == ". My view, not Fernhollow's."


def test_given_policy_and_status_then_nothing_of_the_other_city_is_in_them(fernhollow: Running) -> None:
    policy, status = (fernhollow.post(path, {}) for path in ("/v1/policy", "/v1/status"))
    (pack,) = policy.json["packs"]
    assert (pack["id"], pack["contacts"]["press-desk"]["name"]) == ("fernhollow", "The press desk")
    assert b"smyrna" not in (policy.body + status.body).lower()
