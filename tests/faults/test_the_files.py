"""A model or rules are spoilt: the rest is checked, and the gap is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.companion_process import Companion
from tests.browser.conftest import Browser
from tests.browser.imitations import x
from tests.faults.writing import INSULT, goes_out, in_place_of


def corrupted(folder: Path, spoil: Callable[[Path], object]) -> Path:
    """A copy of the companion's package and rules with something in it spoilt."""
    root = Path(__file__).parents[2]
    for name in ("companion", "shared_rules"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    spoil(folder)
    return folder


def cut_short(folder: Path) -> None:
    model = folder / "companion" / "meaning" / "minilm" / "encoder.onnx"
    model.write_bytes(model.read_bytes()[:100_000])


def scribble(folder: Path) -> None:
    for rule in (folder / "shared_rules" / "smyrna" / "rules" / "personal-data").glob("*.yaml"):
        rule.write_bytes(b"\xff\x00 not: [a rule")


@pytest.mark.parametrize(
    ("spoil", "what"), [(cut_short, "could not be started"), (scribble, None)], ids=["model", "rules"]
)
def test_given_a_spoilt_model_or_rules_then_the_rest_is_checked_and_a_gap_is_said(
    browser: Browser, companion: Companion, tmp_path: Path, spoil: Callable[[Path], object], what: str | None
) -> None:
    copy = Companion(companion.state, code=corrupted(tmp_path / "copy", spoil))
    with in_place_of(companion, browser, copy, until="loaded") as spoilt:
        site = x(browser)
        site.write(INSULT)
        site.ours.find("button", "Foreword: .*finding.*" if what is None else "Foreword: .*finding.*partly checked")
        status = spoilt.post("/v1/status", {})
        if what is None:
            assert status["packs"][0]["set_aside"], "the rule files that could not be read are named"
        else:
            assert [d["name"] for d in status["detectors"] if d["state"] == "failed"] == ["meaning"]
        goes_out(site, INSULT)
