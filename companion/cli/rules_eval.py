"""`foreword rules eval`: the policy measured on marked drafts. A draft's words are printed with --show only."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from companion.assemble import policy_in_use, reviewer_for
from companion.cli.check import loaded
from companion.cli.progress import with_progress
from companion.errors import CannotRead
from companion.finding import Severity
from companion.rules.authoring.measurement import Measurement, Outcome, measured
from companion.rules.authoring.rows import BadRow, MarkedRow, read_rows

_ALARM: Severity = "warning"
_REMARK: Severity = "advice"


def evaluate(arguments: argparse.Namespace) -> int:
    good, bad = read_marked(arguments.files)
    measurement = measured(with_progress(good, "drafts"), loaded(reviewer_for(policy_in_use())).review)
    if arguments.json:
        print(json.dumps(_as_json(measurement, bad), indent=2))
    else:
        _print(measurement, show=arguments.show)
    say_skipped(bad)
    return 1 if bad else 0


def read_marked(files: list[Path]) -> tuple[list[MarkedRow], list[str]]:
    """Rows of all files, and a sentence for each line that cannot be used; raises CannotRead."""
    good: list[MarkedRow] = []
    bad: list[str] = []
    for path in files:
        try:
            with path.open("rb") as lines:
                for row in read_rows(lines):
                    if isinstance(row, BadRow):
                        bad.append(f"{path}:{row.line}: skipped. {row.reason}")
                    else:
                        good.append(row)
        except OSError as error:
            raise CannotRead(f"{path}: {error.strerror}.") from None
    return good, bad


def say_skipped(bad: list[str]) -> None:
    for place in bad:
        print(f"foreword: {place}", file=sys.stderr)


def _print(measurement: Measurement, *, show: bool) -> None:
    width = max([len(r.rule) for r in measurement.rules], default=4)
    if measurement.rules:
        print(f"{'rule':<{width}}  expected  precision  recall     F1  spans  missed  wrong")
    for r in measurement.rules:
        spans = f"{r.spans_hit}/{r.spans_marked}" if r.spans_marked else "-"
        print(
            f"{r.rule:<{width}}  {r.expected:>8}  {r.precision:>9.2f}  {_figure(r.recall):>6}  {r.f1:>5.2f}"
            f"  {spans:>5}  {len(r.missed):>6}  {len(r.wrong):>5}"
        )
    for one in measurement.confused:
        _print_confused(one, show=show)
    _print_summary(measurement)


def _print_confused(one: Outcome, *, show: bool) -> None:
    said = [("missed", one.missed), ("wrong", [f"{rule} ({one.raised[rule]})" for rule in one.wrong])]
    print(f"{one.row.name}  " + "; ".join(f"{what}: {', '.join(rules)}" for what, rules in said if rules))
    if show:
        print(f"    {' '.join(one.row.draft.text.split())}")


def _print_summary(measurement: Measurement) -> None:
    ordinary = len(measurement.ordinary)
    print(f"{len(measurement.outcomes)} rows, {len(measurement.rules)} rule ids.")
    if measurement.rules:
        macro = (measurement.macro_precision, measurement.macro_recall, measurement.macro_f1)
        shown = (f"{name} {_figure(value)}" for name, value in zip(("precision", "recall", "F1"), macro, strict=True))
        print(f"macro average: {', '.join(shown)}; marked words hit: {_figure(measurement.span_overlap)}.")
    for what, severity in (("warning or serious", _ALARM), ("advice or above", _REMARK)):
        print(_alarms(measurement.alarms(severity), ordinary, what))
    if measurement.not_complete:
        print(f"not everything was checked in {_names(measurement.not_complete)}.")


def _alarms(rows: list[Outcome], ordinary: int, what: str) -> str:
    per_hundred = f" ({100 * len(rows) / ordinary:.1f} of 100)" if ordinary else ""
    named = f": {_names([o.row.name for o in rows])}" if rows else ""
    return f"ordinary rows with {what} outside `allow`: {len(rows)} of {ordinary}{per_hundred}{named}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _as_json(measurement: Measurement, bad: list[str]) -> dict[str, Any]:
    return {
        "rows": len(measurement.outcomes),
        "ordinary_rows": len(measurement.ordinary),
        "macro": {
            "precision": measurement.macro_precision,
            "recall": measurement.macro_recall,
            "f1": measurement.macro_f1,
        },
        "span_overlap": measurement.span_overlap,
        "alarms": [o.row.name for o in measurement.alarms(_ALARM)],
        "advice_or_above": [o.row.name for o in measurement.alarms(_REMARK)],
        "rules": [
            {
                "rule": r.rule,
                "expected": r.expected,
                "precision": r.precision,
                "recall": r.recall,
                "f1": r.f1,
                "spans": {"marked": r.spans_marked, "hit": r.spans_hit},
                "missed": r.missed,
                "wrong": r.wrong,
            }
            for r in measurement.rules
        ],
        "confused": [{"row": o.row.name, "missed": o.missed, "wrong": o.wrong} for o in measurement.confused],
        "not_complete": measurement.not_complete,
        "skipped": bad,
    }
