"""Small charts as inline SVG. Each says its numbers, so that colour tells nothing alone."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from companion.finding import SEVERITIES

WORST_FIRST = tuple(reversed(SEVERITIES))
_WIDTH = 1160
_MOST_RULES = 15
_RULE_WORDS = 610
"""Where the bars of the rules begin; their words stand before it."""
_MOST_MONTHS = 60


def by_severity(counts: Mapping[str, int]) -> str:
    total = sum(counts.values())
    parts, at = [], 0.0
    for severity in WORST_FIRST:
        width = _WIDTH * counts.get(severity, 0) / total
        if width:
            parts.append(
                f'<rect class="fill-{severity}" x="{at:.1f}" y="0" width="{max(width - 2, 1):.1f}" height="30" rx="3"/>'
            )
        at += width
    keys = "".join(
        f'<li class="key" data-severity="{s}">{s} {counts[s]:,} ({counts[s] / total:.0%})</li>'
        for s in WORST_FIRST
        if counts.get(s)
    )
    return _chart(
        "Findings by severity", _svg(30, "".join(parts), "Findings by severity"), f'<ul class="keys">{keys}</ul>'
    )


def by_rule(counts: Mapping[str, int], titles: Mapping[str, str], severities: Mapping[str, str]) -> str:
    """The most frequent ones; the rest as one number."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    most = ordered[0][1]
    rows = []
    for number, (rule, count) in enumerate(ordered[:_MOST_RULES]):
        y, width = number * 27, max((_WIDTH - _RULE_WORDS - 70) * count / most, 2)
        rows.append(
            f'<text x="0" y="{y + 16}">{escape(titles[rule])}<title>{escape(rule)}</title></text>'
            f'<text class="rule" x="{_RULE_WORDS - 14}" y="{y + 16}" text-anchor="end">{escape(rule)}</text>'
            f'<rect class="fill-{severities[rule]}" x="{_RULE_WORDS}" y="{y + 5}" width="{width:.1f}" height="14"/>'
            f'<text class="soft" x="{_RULE_WORDS + width + 8:.1f}" y="{y + 16}">{count:,}</text>'
        )
    rest = sum(count for _, count in ordered[_MOST_RULES:])
    more = f'<p class="keys">and {rest:,} findings of {len(ordered) - _MOST_RULES} more rules</p>' if rest else ""
    height = min(len(ordered), _MOST_RULES) * 27
    return _chart("Findings by rule", _svg(height, "".join(rows), "Findings by rule"), more)


def by_month(found: Mapping[str, Mapping[str, int]], looked_at: Mapping[str, int]) -> str:
    """Stacked by severity. Months without findings have their place, too; what has no date is said below."""
    months = _months([m for m in {*found, *looked_at} if m])
    if not months:
        return ""
    shown = months[-_MOST_MONTHS:]
    most = max((sum(found.get(month, {}).values()) for month in shown), default=0) or 1
    height = 150
    step = _WIDTH / len(shown)
    bars = [f'<line x1="0" x2="{_WIDTH}" y1="{height}" y2="{height}"/>']
    label_every = max(1, -(-len(shown) // 14))
    for number, month in enumerate(shown):
        bars += _column(found.get(month, {}), number * step, step, height, most)
        if number % label_every == 0:
            bars.append(f'<text class="soft" x="{number * step + 1:.1f}" y="{height + 18}">{month}</text>')
    notes = []
    if len(months) > len(shown):
        notes.append(f"the {len(shown)} newest of {len(months)} months")
    if undated := sum(found.get("", {}).values()):
        notes.append(f"{undated:,} findings have no date")
    svg = _svg(height + 24, "".join(bars), "Findings by month")
    return _chart("Findings by month", svg, f'<p class="keys">{"; ".join(notes)}</p>' if notes else "")


def _column(counts: Mapping[str, int], x: float, step: float, height: int, most: int) -> list[str]:
    out, y = [], float(height)
    wide = min(max(step - 3, 1), 44)
    for severity in reversed(WORST_FIRST):
        if count := counts.get(severity, 0):
            tall = (height - 20) * count / most
            y -= tall
            size = f'width="{wide:.1f}" height="{max(tall - 1, 1):.1f}"'
            out.append(f'<rect class="fill-{severity}" x="{x:.1f}" y="{y:.1f}" {size}/>')
    if total := sum(counts.values()):
        out.append(f'<text class="soft" x="{x:.1f}" y="{y - 5:.1f}">{total:,}</text>' if step > 18 else "")
    return out


def _months(seen: list[str]) -> list[str]:
    """From the first to the last, without a gap."""
    if not seen:
        return []
    first, last = min(seen), max(seen)
    out = [first]
    while out[-1] < last and len(out) < 12_000:
        year, month = int(out[-1][:4]), int(out[-1][5:])
        out.append(f"{year + month // 12:04}-{month % 12 + 1:02}")
    return out


def _svg(height: float, inside: str, label: str) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{label}">{inside}</svg>'


def _chart(title: str, svg: str, below: str) -> str:
    return f'<figure class="chart"><figcaption>{title}</figcaption>{svg}{below}</figure>'
