"""A policy weighs rules otherwise: everywhere, on one site, a whole theme or one rule."""

from __future__ import annotations

from pathlib import Path

from companion.detectors.wording import Wording
from companion.draft import Context, Draft
from companion.rules.load import Pack, load_pack
from tests.rules.world import HEAD, PACK, pack

RULES = {
    "tone/fool.yaml": f"{HEAD}when: {{phrase: fool}}\n",
    "tone/clown.yaml": f"{HEAD}when: {{phrase: clown}}\n",
    "site:pier.example.yaml": "title: Pier\nhosts: [pier.example]\nsurfaces: [{surface: post}]\n",
}


def weighed(folder: Path, severity: str) -> Pack:
    pack(folder, RULES)
    (folder / "test" / "pack.yaml").write_text(f"{PACK}severity:\n{severity}", "utf-8")
    return load_pack(folder, "test")


def severities(the_pack: Pack, site: str | None = None) -> dict[str, str]:
    draft = Draft(text="a fool, a clown", context=Context(site=site))
    return {f.rule: f.severity for f in Wording(the_pack).detect(draft)}


def test_given_a_severity_for_a_theme_then_a_rule_s_own_entry_goes_before_it(tmp_path: Path) -> None:
    made = weighed(tmp_path, "  everywhere: {tone: info, tone/clown: serious}\n")
    assert made.set_aside == ()
    assert severities(made) == {"tone/clown": "serious", "tone/fool": "info"}


def test_given_a_severity_for_a_site_then_it_holds_there_and_on_its_hosts_alone(tmp_path: Path) -> None:
    made = weighed(tmp_path, "  everywhere: {tone/clown: info}\n  pier.example: {tone: warning}\n")
    assert severities(made) == {"tone/clown": "info", "tone/fool": "advice"}
    assert severities(made, "pier.example") == severities(made, "www.pier.example")
    assert severities(made, "pier.example") == {"tone/clown": "warning", "tone/fool": "warning"}
    assert severities(made, "else.example") == {"tone/clown": "info", "tone/fool": "advice"}


def test_given_names_nobody_knows_then_each_is_said_with_its_line_and_the_rest_holds(tmp_path: Path) -> None:
    made = weighed(tmp_path, "  everywhere: {tome: info, tone/fool: info}\n  dock.example: {tone: info}\n")
    assert [str(error).partition(";")[0] for error in made.set_aside] == [
        "test/pack.yaml:12:22: “tome” is neither a rule nor a theme of this pack",
        "test/pack.yaml:13:17: “dock.example” is no site here",
    ]
    assert severities(made) == {"tone/clown": "advice", "tone/fool": "info"}


def test_given_another_weight_then_the_pack_s_version_is_another(tmp_path: Path) -> None:
    one = weighed(tmp_path / "1", "  pier.example: {tone: info}\n")
    other = weighed(tmp_path / "2", "  pier.example: {tone: serious}\n")
    assert one.version != other.version


def test_given_a_theme_to_redact_that_nobody_knows_then_it_is_said_with_its_line(tmp_path: Path) -> None:
    pack(tmp_path, RULES)
    (tmp_path / "test" / "pack.yaml").write_text(f"{PACK}redact:\n  - tone\n  - tome\n", "utf-8")
    made = load_pack(tmp_path, "test")
    assert [str(error).partition(";")[0] for error in made.set_aside] == [
        "test/pack.yaml:13:5: “tome” is no theme of this pack",
    ]
    assert made.file.redact == ["tone", "tome"]


def test_given_themes_and_rules_for_everybody_then_their_compiled_form_says_so(tmp_path: Path) -> None:
    pack(tmp_path, RULES)
    (tmp_path / "test" / "pack.yaml").write_text(f"{PACK}anyone: [tone/clown]\n", "utf-8")
    made = load_pack(tmp_path, "test")
    assert {rule.id: rule.compiled.get("anyone", False) for rule in made.rules} == {
        "tone/clown": True,
        "tone/fool": False,
    }
    (tmp_path / "test" / "pack.yaml").write_text(f"{PACK}anyone: [tone, tome]\n", "utf-8")
    made = load_pack(tmp_path, "test")
    assert all(rule.compiled["anyone"] for rule in made.rules)
    assert [str(error).partition(";")[0] for error in made.set_aside] == [
        "test/pack.yaml:11:16: “tome” is neither a rule nor a theme of this pack"
    ]
