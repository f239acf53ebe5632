"""A rule's matches → findings, with their words, fixes and stable ids."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable

from companion.finding import Finding, Severity
from companion.rules.evaluate import Evidence, Match
from companion.rules.fixes import fixes_for
from companion.rules.load import LoadedRule, Pack
from companion.rules.matches import evaluate, sureness

# Ids are keyed by a secret of this process: an id tells nothing about the words it stands for.
_KEY = secrets.token_bytes(16)
_SHOWN = 60


def findings(rules: Iterable[LoadedRule], evidence: Evidence, pack: Pack, detector: str) -> list[Finding]:
    """Everything these rules say of the draft; spans count code points."""
    return [finding for rule in rules for finding in _of_rule(rule, evidence, pack, detector)]


def _of_rule(loaded: LoadedRule, evidence: Evidence, pack: Pack, detector: str) -> list[Finding]:
    if any(evidence.searched(need.source).lacks(need.patterns) for need in loaded.needs):
        return []
    matches = evaluate(loaded.compiled, evidence)
    if matches is None:
        return []
    if loaded.rule.report == "text" or not matches:
        return [_finding(loaded, None, evidence, pack, detector, 0)]
    kept = matches[:1] if loaded.rule.report == "once" else matches
    seen: Counter[str] = Counter()
    out = []
    for match in kept:
        words = evidence.draft.text[match.start : match.end]
        out.append(_finding(loaded, match, evidence, pack, detector, seen[words]))
        seen[words] += 1
    return out


def _finding(
    loaded: LoadedRule, match: Match | None, evidence: Evidence, pack: Pack, detector: str, nth: int
) -> Finding:
    rule = loaded.rule
    words = evidence.draft.text[match.start : match.end] if match else ""
    return Finding(
        id=_id(loaded.id, words, nth),
        rule=loaded.id,
        clause=tuple(rule.clause),
        severity=_severity(loaded, evidence),
        confidence=sureness(loaded.compiled, match, evidence),
        start=match.start if match else None,
        end=match.end if match else None,
        title=rule.title,
        message=_message(loaded, match, evidence),
        why=rule.why,
        fixes=fixes_for(rule.fixes, match, evidence, pack),
        contacts=tuple(rule.contacts),
        detector=detector,
        hold=rule.hold,
    )


def _message(loaded: LoadedRule, match: Match | None, evidence: Evidence) -> str:
    words = evidence.draft.text[match.start : match.end] if match else ""
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    lists = sorted({h.list for h in evidence.listed if match and match.start < h.end and h.start < match.end})
    return loaded.rule.message.replace("{list}", " and ".join(lists)).replace("{words}", shown)


def _severity(loaded: LoadedRule, evidence: Evidence) -> Severity:
    """The policy's severity for the site where it has one, else the rule's."""
    elsewhere: dict[str, Severity] = loaded.compiled.get("severity_on", {})
    return next((s for site, s in elsewhere.items() if evidence.is_on([site])), loaded.rule.severity)


def _id(rule: str, words: str, nth: int) -> str:
    return hashlib.blake2b(f"{rule}\0{words}\0{nth}".encode(), key=_KEY, digest_size=8).hexdigest()
