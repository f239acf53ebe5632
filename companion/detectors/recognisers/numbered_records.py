"""Numbers a record is found by: of a case, a citation, a permit, a student, a customer. Each needs its cue."""

from __future__ import annotations

from companion.detectors.recognisers.finder import PatternFinder, pattern

_SAYS = r"(?:\W{0,2}(?:report|file|record|number|num|no|nbr|id|is|was)\b\.?){0,3}\W{0,4}"
# At least four digits in all; letters, dashes and slashes as offices write them: 24-CR-01872, SPD2024-00417.
_NUMBER = r"(?P<words>(?!x{3})(?=(?:[\w/-]*\d){4})(?![\d/]{1,6}\d/\d{2,4}\b)[a-z0-9]+(?:[-/][a-z0-9]+){0,4})(?![\w-])"


class CaseNumber(PatternFinder):
    TYPE = "CASE_NUMBER"
    PATTERNS = (
        (
            pattern(
                r"\b(?:case|docket|incident|citation|warrant|complaint|police report|arrest|booking|claim|ticket)"
                rf"{_SAYS}{_NUMBER}"
            ),
            0.7,
        ),
        (pattern(r"\breport(?: (?:number|no|num)\b\.?)?\W{1,3}(?P<words>\d{2,4}-\d{5,8})(?![\w-])"), 0.6),
    )


class PermitNumber(PatternFinder):
    TYPE = "PERMIT_NUMBER"
    PATTERNS = ((pattern(rf"\b(?:permit|license|licence){_SAYS}{_NUMBER}"), 0.5),)


class StudentId(PatternFinder):
    TYPE = "STUDENT_ID"
    PATTERNS = ((pattern(rf"\b(?:student|pupil|lunch)(?:(?: (?:id|number|no|pin)\b\.?)+{_SAYS}| \#){_NUMBER}"), 0.8),)


class UtilityAccount(PatternFinder):
    TYPE = "UTILITY_ACCOUNT"
    PATTERNS = (
        (
            pattern(
                r"\b(?:water|sewer|sanitation|utility|utilities|trash|garbage|power|gas|electric|customer|service|meter)"
                rf"(?: bill(?:ing)?)? (?:account|acct|number|no|id)\b\.?{_SAYS}{_NUMBER}"
            ),
            0.8,
        ),
    )
