"""DNS rebinding as it is done: a name that leads to a page first and to this computer afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.test_hostile_page import WITHOUT_THE_BROWSERS_HELP
from tests.egress.enclosure import ADDRESS, enclosed, why_not

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["guarded", "unguarded"])
def is_guarded(request: pytest.FixtureRequest) -> bool:
    """By the browser's Local Network Access, beside the companion's own guards."""
    return bool(request.param == "guarded")


def rebound(folder: Path, *options: str) -> dict[str, Any]:
    attack = [sys.executable, "-m", "tests.attacks.rebinding", str(folder), *options]
    own_names = enclosed(folder, *attack, name_server="127.0.0.1")
    done = subprocess.run(own_names, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert (folder / "seen.json").exists(), done.stderr[-2_000:]
    told: dict[str, Any] = json.loads((folder / "seen.json").read_text("utf-8"))
    return told


def test_given_a_page_whose_name_is_led_to_the_companion_then_it_reads_nothing_but_a_refusal(
    tmp_path: Path, is_guarded: bool
) -> None:
    if why := why_not(tmp_path):
        pytest.skip(why)
    told = rebound(tmp_path, *([] if is_guarded else [WITHOUT_THE_BROWSERS_HELP]))
    assert "Free pancakes" in told["before"], "the page could read its own server"
    assert told["names"][0] == ADDRESS
    assert told["names"][-1] == "127.0.0.1", "the name was asked for again, and flipped"
    read = {name: said for name, said in told["seen"].items() if said is not None}
    assert [name for name, said in read.items() if "Foreword answers as 127.0.0.1" not in said] == []
    if not is_guarded:
        assert "POST /v1/check" in read, "the companion was reached, and refused by Host"
    assert told["state"] == "ready", "the writer's own browser is served as before"
