"""Pairing commands, rules, schemas, help: what each prints."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import pytest

from companion import __version__
from companion.cli.arguments import parser
from companion.pairing import PairingBook
from companion.rules.model import Rule
from companion.settings import settings
from tests.cli.conftest import Foreword
from tests.running import EXTENSION

ROOT = Path(__file__).parents[2]


def test_given_pair_then_the_code_it_shows_pairs(foreword: Foreword) -> None:
    printed = foreword("pair")
    shown = re.fullmatch(
        r"Type this code in the extension's options: (\d{3}) (\d{3})\n"
        r"It works once, within ten minutes, while the companion runs\.\n",
        printed.out,
    )
    assert shown
    assert PairingBook(settings().state).exchange(shown[1] + shown[2], "Foreword", EXTENSION)


def test_given_pairings_then_they_are_listed_and_ended_by_name_or_all(foreword: Foreword) -> None:
    book = PairingBook(settings().state)
    assert foreword("pairings").out == "No browser is paired. `foreword pair` shows a code.\n"
    for name in ("One", "Two", "Three"):
        book.exchange(book.new_code("command"), name, EXTENSION)
    listed = foreword("pairings").out.splitlines()
    assert [line.split("  ")[2] for line in listed] == ["One", "Two", "Three"]
    assert foreword("unpair", "Two").out == "Unpaired 1 browser.\n"
    refused = foreword("unpair", "Two")
    assert (refused.code, refused.err) == (
        1,
        "foreword: No browser is paired as 'Two'. `foreword pairings` lists them.\n",
    )
    assert foreword("unpair", "--all").out == "Unpaired 2 browsers.\n"
    assert foreword("unpair", "--all").code == 0


def test_given_a_damaged_pairing_file_then_every_command_says_what_to_do(foreword: Foreword) -> None:
    state = settings().state
    state.mkdir()
    (state / "pairing.json").write_text("[]", "utf-8")
    for command in (["pair"], ["pairings"], ["unpair", "--all"]):
        printed = foreword(*command)
        assert printed.code == 1
        assert printed.err.startswith(f"foreword: {state / 'pairing.json'}: its content is damaged. Delete this file")


class TestRules:
    def test_every_example_runs(self, foreword: Foreword) -> None:
        printed = foreword("rules", "test")
        assert printed.out == "4 rules, 8 examples: 0 failed, 0 files set aside.\n"
        assert printed.code == 0

    def test_one_rule_or_a_folder_of_rules(self, foreword: Foreword) -> None:
        assert foreword("rules", "test", "tone/insult").out.startswith("1 rules, 2 examples")
        assert foreword("rules", "test", "tone/", "guess").out.startswith("2 rules, 4 examples")

    def test_an_unknown_rule_is_said(self, foreword: Foreword) -> None:
        printed = foreword("rules", "test", "tone/nothing")
        assert (printed.code, printed.err) == (
            2,
            "foreword: There is no rule or folder of rules named 'tone/nothing' in harbor.\n",
        )

    def test_a_failing_example_points_at_its_line(self, foreword: Foreword, packs: Path) -> None:
        rule = packs / "harbor" / "rules" / "tone" / "insult.yaml"
        before = rule.read_text("utf-8")
        rule.write_text(before.replace("fires: [What an idiot.]", "fires: [What a fool.]"), "utf-8")
        try:
            printed = foreword("rules", "test")
        finally:
            rule.write_text(before, "utf-8")
        assert printed.code == 1
        assert "harbor/rules/tone/insult.yaml:12:9: tone/insult" in printed.out
        assert printed.out.endswith("4 rules, 8 examples: 1 failed, 0 files set aside.\n")

    def test_a_file_set_aside_fails(self, foreword: Foreword, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FOREWORD_PACK", "mending")
        settings.cache_clear()
        printed = foreword("rules", "test")
        assert printed.code == 1
        assert "mending/rules/tone/broken.yaml:8:1" in printed.out


class TestSchemas:
    def test_those_in_the_repository_are_fresh(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from companion.cli import main

        monkeypatch.delenv("FOREWORD_RULES", raising=False)
        settings.cache_clear()
        assert main(["rules", "schema", "--check"]) == 0, capsys.readouterr().out

    def test_written_once_then_fresh(self, foreword: Foreword, packs: Path) -> None:
        assert foreword("rules", "schema", "--check").code == 1
        assert foreword("rules", "schema").out.count("wrote") == 4
        assert foreword("rules", "schema", "--check").code == 0
        schema = json.loads((packs / "schema" / "rule.schema.json").read_text("utf-8"))
        assert set(schema["properties"]) == {f.alias or name for name, f in Rule.model_fields.items()}

    def test_the_api_is_described_with_every_model(self, foreword: Foreword) -> None:
        document = json.loads(foreword("api-schema").out)
        check = document["paths"]["/v1/check"]["post"]
        assert check["requestBody"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Draft"}
        assert check["responses"]["200"]["content"]["application/json"]["schema"] == {
            "$ref": "#/components/schemas/Review"
        }
        named = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(document)))
        assert named <= set(document["components"]["schemas"])


def commands() -> list[list[str]]:
    """Every command with a help text of its own, found in the parser itself."""
    found: list[list[str]] = []

    def walk(at: argparse.ArgumentParser, path: list[str]) -> None:
        found.append(path)
        for action in at._actions:
            if isinstance(action, argparse._SubParsersAction):
                for name, inner in action.choices.items():
                    walk(inner, [*path, name])

    walk(parser(), [])
    return found


@pytest.mark.parametrize("path", commands(), ids=" ".join)
def test_given_help_then_every_command_explains_itself_in_the_documents_words(
    foreword: Foreword, path: list[str]
) -> None:
    printed = foreword(*path, "--help")
    assert printed.code == 0
    assert printed.out.startswith("usage: foreword")
    assert printed.out.rstrip() in (ROOT / "docs" / "cli.md").read_text("utf-8")


def test_given_version_then_it_is_the_package_s(foreword: Foreword) -> None:
    assert foreword("--version").out == f"foreword {__version__}\n"


def test_given_no_command_then_usage_and_exit_code_2(foreword: Foreword) -> None:
    assert foreword().code == 2
