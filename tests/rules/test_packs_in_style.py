"""Every pack that Foreword comes with has nothing to mend, as far as its files show."""

from __future__ import annotations

import pytest

from companion.rules.authoring.lint import pack_remarks, written_remarks
from companion.rules.load import load_pack
from companion.settings import rules_folder

PACKS = sorted(path.parent.name for path in rules_folder().glob("*/pack.yaml"))


@pytest.mark.parametrize("name", PACKS)
def test_given_a_pack_of_ours_then_lint_finds_nothing_to_mend(name: str) -> None:
    pack = load_pack(rules_folder(), name)
    remarks = [*pack_remarks(pack, rules_folder() / name), *(r for rule in pack.rules for r in written_remarks(rule))]
    assert [str(remark) for remark in remarks if remark.level != "note"] == []
