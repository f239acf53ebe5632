"""A rule's matches in one draft: what its tree finds, without what is excepted or not sure enough."""

from __future__ import annotations

from companion.rules.compile import Compiled
from companion.rules.evaluate import Evidence, Match, Matches, holds


def evaluate(rule: Compiled, evidence: Evidence) -> Matches:
    """The rule's matches in this draft, in order, exceptions and what is not sure enough taken out; None when it does
    not apply or hold."""
    matches = candidates(rule, evidence)
    if not matches:
        return matches if matches is None or sureness(rule, None, evidence) >= rule["least"] else None
    return [m for m in matches if sureness(rule, m, evidence) >= rule["least"]] or None


def candidates(rule: Compiled, evidence: Evidence) -> Matches:
    """As `evaluate`, however sure."""
    context = evidence.draft.context
    if context.mode not in rule["modes"] or context.surface not in rule["surfaces"]:
        return None
    matches = holds(rule["when"], evidence, evidence.whole)
    if not matches:
        return matches
    exceptions = [e for node in rule["except"] for e in holds(node, evidence, evidence.whole) or []]
    kept = sorted({m for m in matches if not any(m.overlaps(e) for e in exceptions)})
    return _merged(kept) if kept else None


def sureness(rule: Compiled, match: Match | None, evidence: Evidence) -> float:
    """The rule's confidence in a match (None: in what it says of the whole text), with what supports it or speaks
    against it near by: 0 to 1."""
    sure: float = rule["confidence"] * (match.score if match else 1)
    for support in rule["supports"]:
        sure += support["confidence"] if stands_by(support, match, evidence) else 0
    return round(min(max(sure, 0.0), 1.0), 3)


def stands_by(support: Compiled, match: Match | None, evidence: Evidence) -> bool:
    """Whether an entry of `supports` holds near a match."""
    near = evidence.near(match, support["within"]) if match else evidence.whole
    return holds(support["when"], evidence, near) is not None


def _merged(matches: list[Match]) -> list[Match]:
    out: list[Match] = []
    for match in matches:
        if out and out[-1].overlaps(match):
            last = out[-1]
            out[-1] = Match(last.start, max(last.end, match.end), max(last.score, match.score))
        else:
            out.append(match)
    return out
