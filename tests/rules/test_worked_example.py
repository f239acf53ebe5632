"""docs/writing-rules.md, “From an idea to a green test”: the finished rule as it stands on the page."""

from __future__ import annotations

import re
from pathlib import Path

from companion.detectors.wording import Wording
from companion.review import Reviewer
from companion.rules.authoring.lint import tried_remarks, written_remarks
from companion.rules.check import check_rule
from companion.rules.evaluate import Models
from companion.rules.load import load_pack
from companion.settings import rules_folder

PAGE = Path(__file__).parents[2] / "docs" / "writing-rules.md"


def test_given_the_rule_of_the_page_then_its_tests_pass_and_lint_has_nothing_to_say(tmp_path: Path) -> None:
    named = re.search(r"```yaml\n# smyrna/(rules/\S+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert named is not None
    path = tmp_path / "smyrna" / named[1]
    path.parent.mkdir(parents=True)
    path.write_text(named[2], "utf-8")
    shared = (rules_folder() / "smyrna" / "pack.yaml").read_text("utf-8")
    alone = re.sub(r"(?m)^(redact|anyone): .*\n", "", shared)  # which names themes of the pack's other rules
    (tmp_path / "smyrna" / "pack.yaml").write_text(alone, "utf-8")
    pack = load_pack(tmp_path, "smyrna")
    reviewer = Reviewer([Wording(pack)], max_characters=1000, budget_ms=5000)
    reviewer.load()

    assert [str(error) for error in pack.set_aside] == []
    (rule,) = pack.rules
    assert [str(failure) for failure in check_rule(rule, pack, Models())] == []
    assert [str(r) for r in (*written_remarks(rule), *tried_remarks(rule, pack, reviewer.review, Models()))] == []
