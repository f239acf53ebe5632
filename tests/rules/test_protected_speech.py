"""Guards: what a person may say as a citizen is said to be theirs, and not advised against."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.cli.rules import models_for
from companion.detectors.meaning import Meaning
from companion.detectors.protected_speech import ProtectedSpeech
from companion.detectors.wording import Wording
from companion.draft import Context, Draft
from companion.finding import Finding
from companion.review import Reviewer
from companion.rules.check import check_guard
from companion.rules.load import Pack, load_pack
from companion.rules.protected import Guard
from companion.settings import rules_folder
from tests.rules.world import HEAD, pack

SMYRNA = load_pack(rules_folder(), "smyrna")
RULES = {
    "gripe/boss.yaml": f"{HEAD}when: {{phrase: my boss}}",
    "say-so/city.yaml": f"{HEAD}when: {{phrase: the city}}",
    "harm/bat.yaml": HEAD.replace("advice", "warning") + "when: {phrase: a bat}",
}
GUARD = """
line: You may say this as a citizen.
modes: [personal]
silences: [gripe, harm]
assures: [say-so]
when: {phrase: (our|the) union}
except: [{phrase: the union of peanut butter}]
"""


def with_guard(folder: Path, guard: str = GUARD) -> Pack:
    (folder / "test" / "protected").mkdir(parents=True)
    (folder / "test" / "protected" / "union.yaml").write_text(guard, "utf-8")
    return pack(folder, RULES)


def reviewed(the_pack: Pack, text: str, **context: str) -> dict[str, Finding]:
    guarding = ProtectedSpeech(the_pack, Meaning(the_pack)).guarded
    reviewer = Reviewer([Wording(the_pack)], max_characters=1000, budget_ms=5000, guarded=guarding)
    reviewer.load()
    review = reviewer.review(Draft(text=text, context=Context.model_validate(context)))
    return {finding.rule: finding for finding in review.findings}


def test_given_protected_speech_then_advice_of_its_themes_is_not_given(tmp_path: Path) -> None:
    the_pack = with_guard(tmp_path)
    assert reviewed(the_pack, "My boss ignores the union.") == {}
    assert list(reviewed(the_pack, "My boss ignores us.")) == ["gripe/boss"]


def test_given_protected_speech_then_what_is_still_said_comes_with_the_line(tmp_path: Path) -> None:
    the_pack = with_guard(tmp_path)
    assert reviewed(the_pack, "The union and the city met.")["say-so/city"].citizen == "You may say this as a citizen."
    assert reviewed(the_pack, "We and the city met.")["say-so/city"].citizen is None


def test_given_a_warning_then_no_guard_takes_it_away(tmp_path: Path) -> None:
    assert list(reviewed(with_guard(tmp_path), "The union should bring a bat.")) == ["harm/bat"]


def test_given_an_official_account_or_an_exception_then_the_guard_does_not_speak(tmp_path: Path) -> None:
    the_pack = with_guard(tmp_path)
    assert list(reviewed(the_pack, "My boss ignores the union.", mode="official")) == ["gripe/boss"]
    assert list(reviewed(the_pack, "My boss is the union of peanut butter and jelly.")) == ["gripe/boss"]


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (GUARD.replace("gripe, harm", "grumble"), "union.yaml:4:12: “grumble” is no theme of this pack"),
        (GUARD.replace("phrase: (our|the) union", "entity: US_SSN"), "neither for personal data nor for"),
        (GUARD.replace("phrase: (our|the) union", "like: unions"), "nothing is learned for “unions”"),
        (GUARD + "lines: a\n", "“lines” is not a word Foreword knows here; did you mean “line”?"),
    ],
)
def test_given_a_bad_guard_then_it_is_named_and_the_rules_run(tmp_path: Path, mistake: str, said: str) -> None:
    the_pack = with_guard(tmp_path, mistake)
    assert len(the_pack.rules) == 3
    assert the_pack.protected == ()
    assert said in str(the_pack.set_aside[0])


def test_given_a_changed_guard_then_the_pack_has_another_version(tmp_path: Path) -> None:
    one, other = with_guard(tmp_path / "1"), with_guard(tmp_path / "2", GUARD.replace("union}", "unions}"))
    assert one.version != other.version


@pytest.mark.parametrize("guard", SMYRNA.protected, ids=lambda g: g.id)
def test_guard_speaks_and_stays_quiet_as_its_examples_say(guard: Guard) -> None:
    models = models_for(SMYRNA, [rule for rule in SMYRNA.rules if rule.needs_meaning] if guard.meanings else [])
    failures = check_guard(guard, SMYRNA, models)
    assert not failures, "\n" + "\n".join(map(str, failures))


@pytest.mark.parametrize("guard", SMYRNA.protected, ids=lambda g: g.id)
def test_guard_carries_at_least_six_examples_each_way(guard: Guard) -> None:
    assert len(guard.file.fires) >= 6
    assert len(guard.file.quiet) >= 6
