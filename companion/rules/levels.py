"""Levels of confidence in rules, `min_score: high`, as the numbers that the pack gives them."""

from __future__ import annotations

from typing import Any

from companion.rules.model import Levels


def with_numbers(compiled: Any, levels: Levels) -> Any:
    """Something compiled, with every level in it as its number."""
    if isinstance(compiled, list):
        return [with_numbers(part, levels) for part in compiled]
    if not isinstance(compiled, dict):
        return compiled
    out = {key: with_numbers(part, levels) for key, part in compiled.items()}
    if isinstance(out.get("min_score"), str):
        out["min_score"] = getattr(levels, out["min_score"])
    return out
