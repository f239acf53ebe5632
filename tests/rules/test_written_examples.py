"""The rule that shared_rules/README.md teaches with, taken from the page and run."""

from __future__ import annotations

import re
from pathlib import Path

from companion.rules.check import check_rule
from companion.rules.evaluate import Models
from companion.rules.load import load_pack
from companion.settings import rules_folder

README = Path(__file__).parents[2] / "shared_rules" / "README.md"


def test_given_the_first_rule_as_written_in_the_readme_then_it_passes_its_own_tests(tmp_path: Path) -> None:
    named = re.search(r"```yaml\n# smyrna/(rules/\S+)\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert named is not None
    path = tmp_path / "smyrna" / named[1]
    path.parent.mkdir(parents=True)
    path.write_text(named[2], "utf-8")
    shared = (rules_folder() / "smyrna" / "pack.yaml").read_text("utf-8")
    alone = re.sub(r"(?m)^(redact|anyone): .*\n", "", shared)  # which names themes of the pack's other rules
    (tmp_path / "smyrna" / "pack.yaml").write_text(alone, "utf-8")

    pack = load_pack(tmp_path, "smyrna")

    assert [str(error) for error in pack.set_aside] == []
    (rule,) = pack.rules
    assert [str(failure) for failure in check_rule(rule, pack, Models())] == []
