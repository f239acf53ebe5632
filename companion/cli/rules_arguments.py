"""What can be typed after `foreword rules` for people who write rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from companion.draft import MODES, SURFACES


def add_author_tools(inner: Any, command: Callable[..., Any]) -> None:
    _add_explain(inner, command)
    _add_lint(inner, command)
    _add_new(inner, command)
    _add_coverage(inner, command)
    _add_diff(inner, command)
    _add_eval(inner, command)


def _add_explain(inner: Any, command: Callable[..., Any]) -> None:
    explain = command(
        inner,
        "explain",
        "rules_explain:explain",
        "say in plain words what a rule looks for, or what it found in a draft",
        "With --draft: which part of a rule found which words, which exception silenced it, and why it says nothing. "
        "When no rule is named, those that speak and those that come near are shown.",
    )
    explain.add_argument("ids", nargs="*", metavar="RULE", help="a rule such as personal-data/us-ssn, or a folder")
    explain.add_argument("--draft", metavar="TEXT", help="a draft to ask the rules about")
    explain.add_argument("--mode", choices=MODES, default="personal", help="as whom it is written (default: personal)")
    explain.add_argument("--surface", choices=SURFACES, default="post", help="what is being written (default: post)")
    explain.add_argument("--site", metavar="HOST", help="where, such as facebook.com")
    explain.add_argument("--context", metavar="JSON", help='more around the draft, such as {"reply_to": "…"}')


def _add_lint(inner: Any, command: Callable[..., Any]) -> None:
    lint = command(
        inner,
        "lint",
        "rules_lint:lint",
        "say what is broken in the policy's files, what to mend and what is untested",
        "Files set aside, tests that contradict each other, rules that are never heard, clauses without a rule, fewer "
        "than six examples, and messages that judge or are not whole sentences. Exit code 1 when there is something "
        "to mend; notes alone give 0.",
    )
    lint.add_argument("ids", nargs="*", metavar="RULE", help="look at these rules or folders only")
    lint.add_argument("--notes", action="store_true", help="also list parts that no example tries, and overlaps")


def _add_new(inner: Any, command: Callable[..., Any]) -> None:
    new = command(
        inner,
        "new",
        "rules_new:new",
        "write a new rule's file, to be filled in",
        "Its tests fail until it is filled in.",
    )
    new.add_argument("id", metavar="RULE", help="theme/name, such as plain-words/abbreviation: the file's path")
    new.add_argument("--clause", metavar="CLAUSE", help="the clause it stands for (default: the first of pack.yaml)")


def _add_coverage(inner: Any, command: Callable[..., Any]) -> None:
    coverage = command(inner, "coverage", "rules_new:coverage", "show which rules stand for which clause")
    where = coverage.add_mutually_exclusive_group()
    where.add_argument("--write", type=Path, metavar="FILE", help="write the page to a file")
    where.add_argument("--check", type=Path, metavar="FILE", help="exit code 1 when the file is out of date")


def _add_diff(inner: Any, command: Callable[..., Any]) -> None:
    diff = command(
        inner,
        "diff",
        "rules_diff:difference",
        "show what a change of the policy changes on a file of drafts",
        "A line for each finding that is new (+), gone (-) or says something else (~), with the draft's id. Exit code "
        "1 when something differs or a line could not be read.",
    )
    diff.add_argument("old", type=Path, metavar="OLD", help="a pack's folder, such as a copy from before the change")
    diff.add_argument("new", type=Path, metavar="NEW", help="a pack's folder, such as shared_rules/fernhollow")
    diff.add_argument("--drafts", type=Path, required=True, metavar="FILE", help="lines of JSON (UTF-8), as for eval")
    diff.add_argument("--show", action="store_true", help="also print the words that are marked")


def _add_eval(inner: Any, command: Callable[..., Any]) -> None:
    evaluate = command(
        inner,
        "eval",
        "rules_eval:evaluate",
        "measure the policy on drafts that were marked by hand",
        "A line holds {id, text, mode, surface, site, context, expect, allow, spans}. A rule id is the part before "
        "the slash. What `allow` lists counts neither for nor against. The macro average is over every rule id that "
        "a line expects or that was raised wrongly. Exit code 1 when a line could not be read; it is named and "
        "skipped.",
    )
    evaluate.add_argument("files", nargs="+", type=Path, metavar="FILE", help="lines of JSON (UTF-8)")
    shape = evaluate.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print every figure as JSON")
    shape.add_argument("--show", action="store_true", help="also print the drafts that were judged otherwise")
