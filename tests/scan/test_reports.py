"""Reports as files for others: SARIF that other tools read, a page that stands alone."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

from sarif_pydantic import Sarif

from tests.cli.conftest import Foreword
from tests.scan.reading import written


def test_given_sarif_then_it_is_sarif_2_1_0_with_rules_results_and_what_was_not_checked(
    foreword: Foreword, posts: Path
) -> None:
    with posts.open("a") as file:
        file.write("{\n")
    text = foreword("scan", "--as", "sarif", str(posts)).out
    (run,) = Sarif.model_validate_json(text).runs
    assert run.results is not None
    assert run.tool.driver.rules is not None
    assert {result.rule_id for result in run.results} == {rule.id for rule in run.tool.driver.rules}
    first = json.loads(text)["runs"][0]["results"][0]
    assert (first["ruleId"], first["level"]) == ("personal-data/number", "error")
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("/posts.jsonl")
    (notice,) = json.loads(text)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("The JSON ends or breaks at line 1")


def test_given_sarif_of_the_same_posts_twice_then_fingerprints_are_equal_and_each_its_own(
    foreword: Foreword, posts: Path
) -> None:
    def fingerprints() -> list[str]:
        results = json.loads(foreword("scan", "--as", "sarif", str(posts)).out)["runs"][0]["results"]
        return [result["partialFingerprints"]["place/v1"] for result in results]

    assert fingerprints() == fingerprints()
    assert len(set(fingerprints())) == 4


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_given_the_page_then_nothing_comes_from_elsewhere_and_only_its_own_script_may_run(
    foreword: Foreword, posts: Path
) -> None:
    text = foreword("scan", "--as", "html", str(posts)).out
    loaded = [a for tag, a in Page(text).tags if tag in ("img", "link", "iframe", "object") or "src" in a]
    assert loaded == []
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)
    assert policy
    assert script
    assert "default-src 'none'" in policy[1]
    assert f"'sha256-{base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()}'" in policy[1]


def test_given_markup_in_posts_then_it_is_words_on_the_page(foreword: Foreword, tmp_path: Path) -> None:
    row = {
        "text": "<script>alert(1)</script> idiot <img src=x onerror=alert(1)>",
        "author": '"><script>',
        "url": "javascript:alert(1)",
        "id": "</li>",
    }
    page = Page(foreword("scan", "--as", "html", str(written(tmp_path, "a.jsonl", json.dumps(row)))).out)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert [a for tag, a in page.tags if tag == "img" or "javascript:" in str(a.get("href"))] == []


def test_given_the_page_then_charts_show_severities_rules_and_months(foreword: Foreword, posts: Path) -> None:
    text = foreword("scan", "--as", "html", str(posts)).out
    for title in ("Findings by severity", "Findings by rule", "Findings by month"):
        assert f'aria-label="{title}"' in text
    assert ">2024-05</text>" in text
    assert "<strong>3</strong><span>items checked</span>" in text


def test_given_nothing_found_then_the_page_says_so_and_what_was_not_read(foreword: Foreword, tmp_path: Path) -> None:
    written(tmp_path, "in/a.txt", "A lovely day.")
    written(tmp_path, "in/b.png", b"\x89PNG\r\n")
    text = foreword("scan", "--as", "html", str(tmp_path / "in")).out
    assert "Nothing was found in what was checked." in text
    assert "A picture: Foreword reads no pictures." in text
