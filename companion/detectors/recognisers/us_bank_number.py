"""US bank account numbers have no shape of their own: 6 to 17 digits after words that speak of a bank account."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_KIND = r"(?:checking|savings|bank|deposit|brokerage|payroll|direct deposit|wells fargo|truist|chase)"
_ACCOUNT = r"(?:account|acct\.?|a/c)"
_SAYS = r"(?:\W{0,3}(?:number|num|no|nbr|ending|is|was|with|at|to)\b\.?){0,3}\W{0,3}"
_NUMBER = r"(?P<words>\d(?:[ -]?\d){5,16})(?![\w-])"


class UsBankNumber(PatternFinder):
    TYPE = "US_BANK_NUMBER"
    PATTERNS = (
        (
            pattern(rf"\b(?:wire|wired|deposit|transfer|send|sent|pay)\b[^.!?\n]{{0,30}}\b{_ACCOUNT}{_SAYS}{_NUMBER}"),
            0.7,
        ),
        (pattern(rf"\b{_KIND} {_ACCOUNT}{_SAYS}{_NUMBER}"), 0.86),
        (pattern(rf"\b(?:routing|aba)\b[^.!?\n]{{0,40}}\b{_ACCOUNT}{_SAYS}{_NUMBER}"), 0.86),
        (pattern(rf"\b{_ACCOUNT}{_SAYS}{_NUMBER}(?=[^.!?\n]{{0,40}}\b(?:routing|aba)\b)"), 0.86),
    )
