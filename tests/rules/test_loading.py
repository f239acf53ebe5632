"""Bad files: precise words, and nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.errors import RuleError
from companion.rules.load import load_pack
from tests.rules.world import HEAD, PACK, pack, words

GOOD = f"{HEAD}when: {{phrase: hello}}\n"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("when: [", "test/rules/a/bad.yaml:1:8: this is not valid YAML"),
        (f"{HEAD}when: {{fraze: x}}\n", "test/rules/a/bad.yaml:7:8: “fraze” is not a word Foreword knows here"),
        (f"{HEAD}when: {{phrases: x}}\n", "“phrases” is not a word Foreword knows here; did you mean “phrase”?"),
        (f"{HEAD}when: {{fraze: x}}\n", "knows here; docs/writing-rules.md lists them"),
        (f"{HEAD}when: {{phrase: x, lexicon: y}}\n", "test/rules/a/bad.yaml:7:7: “when”: one test is needed here"),
        (f"{HEAD}when: {{lexicon: nowhere}}\n", "test/rules/a/bad.yaml:7:17: there is no lexicon named “nowhere”"),
        (f"{HEAD}when: {{pattern: '(?=a)b'}}\n", "test/rules/a/bad.yaml:7:17: this pattern is not valid RE2"),
        (f"{HEAD}when: {{pattern: '(?=a)b'}}\n", "RE2 has no look-around: say it with `not` or `except`"),
        (f"{HEAD}when: {{pattern: '(a)\\1'}}\n", "RE2 has no back-references"),
        (f"{HEAD}when: {{pattern: '((a{{1,99}}){{1,99}}){{1,99}}'}}\n", "this pattern is not valid RE2: "),
        (f"{HEAD}when: {{phrase: 'a (b'}}\n", "“a (b”: a bracket “(” is never closed"),
        (f"{HEAD}when: {{phrase: 'a [b'}}\n", "“a [b”: a bracket “[” is never closed"),
        (f"{HEAD}when: {{phrase: 'a (b]'}}\n", "“a (b]”: “]” closes a bracket of another kind"),
        (f"{HEAD}when: {{phrase: 'a|b'}}\n", "“a|b”: “|” stands between the choices of a bracket: (this|that)"),
        (f"{HEAD}when: {{phrase: x}}\nwhen: {{phrase: y}}\n", "bad.yaml:8:1: “when” is written twice here"),
        (HEAD, "“when” is missing"),
        (
            f"{GOOD}quiet: [x, {{text: y, context: {{mood: glad}}}}]\n",
            "bad.yaml:8:12: “mood” in this test's context: Extra",
        ),
        (f"{GOOD}fires: [{{text: y, site: 'https://x.com'}}]\n", "bad.yaml:8:9: “site” in this test's context: String"),
        (GOOD.replace("A.1", "Z.9"), "bad.yaml:2:10: “Z.9” is not listed under clause in pack.yaml"),
        (GOOD.replace("advice", "terrible"), "bad.yaml:3:11: “severity”: Input should be 'info', 'advice'"),
    ],
)
def test_given_a_bad_rule_when_loaded_then_it_is_named_and_the_others_run(tmp_path: Path, bad: str, said: str) -> None:
    loaded = pack(tmp_path, {"a/good.yaml": GOOD, "a/bad.yaml": bad})
    (error,) = loaded.set_aside
    assert said in str(error)
    assert [rule.id for rule in loaded.rules] == ["a/good"]


def test_given_a_pattern_that_is_catastrophic_elsewhere_then_it_runs_in_no_time_of_note(tmp_path: Path) -> None:
    """`(a+)+$` doubles its time with every letter where patterns backtrack: 2^5000 steps here."""
    made = pack(tmp_path, {"a/good.yaml": f"{HEAD}when: {{pattern: '(a+)+$'}}\n"})
    assert words(made, "a" * 5000 + "!") == []
    assert words(made, "b" + "a" * 5000) == ["a" * 5000]


@pytest.mark.parametrize(
    ("lexicons", "said"),
    [
        ({"rude.txt": "fool\nbig <rude>"}, "rude.txt:2:1: a list cannot hold itself: rude → rude; take “<rude>” out"),
        (
            {"rude.txt": "<ruder>", "ruder.txt": "# worse\n<rude>"},
            "ruder.txt:2:1: a list cannot hold itself: rude → ruder → rude; take “<rude>” out of this line",
        ),
        ({"rude.txt": "fool\n(a|<nobody>)"}, "rude.txt:2:1: there is no lexicon named “nobody”"),
        ({"rude.txt": "fool\n\na (b"}, "rude.txt:3:1: “a (b”: a bracket “(” is never closed"),
    ],
)
def test_given_a_mistake_in_a_lexicon_then_its_own_line_is_named(
    tmp_path: Path, lexicons: dict[str, str], said: str
) -> None:
    for when in ("{lexicon: rude}", "{phrase: 'you <rude>'}"):
        loaded = pack(tmp_path, {"a/good.yaml": GOOD, "a/bad.yaml": f"{HEAD}when: {when}\n", **lexicons})
        (error,) = loaded.set_aside
        assert str(error).startswith(f"test/lexicons/{said}")
        assert [rule.id for rule in loaded.rules] == ["a/good"]


def test_given_two_files_with_one_id_then_the_second_is_named_and_the_first_runs(tmp_path: Path) -> None:
    loaded = pack(tmp_path, {"a/good.yaml": GOOD, "a/good.yml": GOOD, "a/Good.yaml": GOOD, "a/other.yml": GOOD})
    assert [rule.id for rule in loaded.rules] == ["a/Good"]
    assert [str(error) for error in loaded.set_aside] == [
        "test/rules/a/good.yaml:1:1: this rule has the id of rules/a/Good.yaml; rename or remove one of them",
        "test/rules/a/good.yml:1:1: this rule has the id of rules/a/Good.yaml; rename or remove one of them",
        "test/rules/a/other.yml:1:1: a rule's file ends in .yaml; rename it to other.yaml",
    ]


def test_given_a_lexicon_in_latin_1_then_its_line_is_named(tmp_path: Path) -> None:
    pack(tmp_path, {"rude.txt": "x"})
    (tmp_path / "test" / "lexicons" / "rude.txt").write_bytes("fine\ncabr\xf3n\n".encode("latin-1"))
    loaded = pack(tmp_path, {"a/good.yaml": GOOD, "a/bad.yaml": f"{HEAD}when: {{lexicon: rude}}\n"})
    assert str(loaded.set_aside[0]) == "test/lexicons/rude.txt:2:1: this line is not UTF-8; save the file as UTF-8"
    assert [rule.id for rule in loaded.rules] == ["a/good"]


def test_given_a_pack_for_a_newer_engine_then_it_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "test").mkdir()
    (tmp_path / "test" / "pack.yaml").write_text(PACK.replace("engine: 1", "engine: 9"), "utf-8")
    with pytest.raises(
        RuleError, match=r"test/pack\.yaml:4:9: this pack wants engine 9, this companion has 1; update Foreword"
    ):
        load_pack(tmp_path, "test")


def test_words_like_no_and_numbers_stay_words(tmp_path: Path) -> None:
    loaded = pack(tmp_path, {"a/b.yaml": f"{HEAD}when: {{phrase: [no, 0123]}}\n"})
    assert words(loaded, "no, 0123 and 123") == ["no", "0123"]


def test_equal_rules_have_equal_versions(tmp_path: Path) -> None:
    one = pack(tmp_path / "1", {"a/b.yaml": GOOD})
    same = pack(tmp_path / "2", {"a/b.yaml": GOOD})
    other = pack(tmp_path / "3", {"a/b.yaml": GOOD.replace("hello", "bye")})
    assert one.version == same.version != other.version


def test_given_a_mistake_in_what_only_the_extension_reads_then_it_is_named_and_the_site_s_limit_holds(
    tmp_path: Path,
) -> None:
    pack(tmp_path, {"a/good.yaml": GOOD})
    (tmp_path / "sites").mkdir(exist_ok=True)
    (tmp_path / "sites" / "short.example.yaml").write_text(
        "title: Short\nhosts: [short.example]\nsurfaces:\n  - surface: post\n    limit: 60\n    keys: [F5]\n", "utf-8"
    )
    loaded = load_pack(tmp_path, "test")
    assert [str(error).split(": ")[0] for error in loaded.set_aside] == ["sites/short.example.yaml:6:12"]
    assert loaded.sites["short.example"].surfaces[0].limit == 60
