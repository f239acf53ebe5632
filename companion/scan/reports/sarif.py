"""SARIF 2.1.0, the format of analysis results that other tools read (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/).

Written piece by piece: the results come first, the rules they name last; order means nothing in a JSON object.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any, TextIO
from urllib.parse import quote

from companion import __version__
from companion.finding import Severity
from companion.scan.checking import Result
from companion.scan.reports.report import About
from companion.scan.summary import Summary

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"serious": "error", "warning": "warning", "advice": "note", "info": "note"}
_MOST_NOTICES = 1_000


class Sarif:
    def __init__(self, out: TextIO, about: About) -> None:
        self._out = out
        self._about = about
        self._rules: dict[str, Result] = {}
        self._notices: list[dict[str, Any]] = []
        self._more_notices = 0
        self._is_first = True
        out.write(
            f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "utf16CodeUnits", "results": ['
        )

    def add(self, result: Result) -> None:
        seen: Counter[str] = Counter()
        for finding in result.get("findings", ()):
            self._rules.setdefault(finding["rule"], finding)
            self._out.write("\n" if self._is_first else ",\n")
            self._is_first = False
            self._out.write(json.dumps(_result(result, finding, seen[finding["rule"]]), ensure_ascii=False))
            seen[finding["rule"]] += 1
        whys = [left_out["why"] for left_out in result.get("not_checked", ())]
        for why in [*whys, *([result["error"]] if "error" in result else [])]:
            self._notice(why, result)

    def end(self, summary: Summary) -> None:
        invocation = {
            "executionSuccessful": True,
            "toolExecutionNotifications": self._notices,
            "properties": {"itemsChecked": summary.items, "moreNotifications": self._more_notices},
        }
        driver = {
            "name": "Foreword",
            "semanticVersion": __version__,
            "rules": [self._rule(name) for name in sorted(self._rules)],
            "properties": {"policy": self._about.policy, "policyTitle": self._about.pack.title},
        }
        tail = json.dumps({"invocations": [invocation], "tool": {"driver": driver}}, ensure_ascii=False)
        self._out.write(f"\n], {tail[1:]}]}}\n")

    def _rule(self, name: str) -> dict[str, Any]:
        finding = self._rules[name]
        return {
            "id": name,
            "shortDescription": {"text": finding["title"]},
            "fullDescription": {"text": finding["why"]},
            "defaultConfiguration": {"level": _LEVELS[finding["severity"]]},
            "properties": {"clauses": finding["clause"], "contacts": finding["contacts"]},
        }

    def _notice(self, why: str, result: Result) -> None:
        if len(self._notices) == _MOST_NOTICES:
            self._more_notices += 1
            return
        self._notices.append({"level": "warning", "message": {"text": why}, "locations": [_location(result)]})


def _result(item: Result, finding: Result, nth: int) -> dict[str, Any]:
    region = {"snippet": {"text": "".join(finding["excerpt"].values())}}
    properties = {key: item[key] for key in ("id", "time", "author", "link", "surface", "site") if item[key]}
    return {
        "ruleId": finding["rule"],
        "level": _LEVELS[finding["severity"]],
        "message": {"text": finding["message"]},
        "locations": [_location(item, region)],
        # The same finding in another run. Made of places, not of words: what is short could be guessed from a hash.
        "partialFingerprints": {"place/v1": _fingerprint(item, finding, nth)},
        "rank": round(100 * finding["confidence"], 1),
        "properties": {**properties, "severity": finding["severity"], "start": finding["start"], "end": finding["end"]},
    }


def _location(item: Result, region: dict[str, Any] | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(item["source"].replace("\\", "/"))}}
    if item.get("line"):
        place["region"] = {"startLine": item["line"], **(region or {})}
    elif region:
        place["region"] = {"charOffset": 0, **region}
    return {"physicalLocation": place, "logicalLocations": [{"fullyQualifiedName": item["where"]}]}


def _fingerprint(item: Result, finding: Result, nth: int) -> str:
    place = (item["source"], item["id"] or item["where"], finding["rule"], nth)
    return hashlib.sha256("\0".join(map(str, place)).encode("utf-8", "replace")).hexdigest()[:32]
