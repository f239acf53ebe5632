"""A new rule's file: it can be read at once, and fails its tests until somebody has filled it in."""

from __future__ import annotations

import re

from companion.errors import BadDraft
from companion.rules.load import Pack

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_EXAMPLES = 6
_TEMPLATE = """\
# What it is for, in a sentence. The language: docs/writing-rules.md.
clause: ["{clause}"]
severity: advice # info, advice, warning (asks before posting), serious (likely harm)
title: May be …
message: “{{words}}” may read as something else than you mean.
why: Say in one sentence why it matters to the people who read it.
when:
  phrase:
    - words to look for
# except:
#   - phrase: the same words where they are harmless
fixes:
  - label: Take the words out
    remove: words
contacts: [{contact}]

fires: # drafts in which the rule speaks: informal, misspelled, in other languages of your town
{fires}
quiet: # drafts in which it must not: above all those that share a word with it
{quiet}
"""


def scaffold(rule_id: str, pack: Pack, clause: str | None) -> str:
    """The text of `rules/<rule_id>.yaml`; raises BadDraft for an id or a clause that cannot be."""
    if not _ID.fullmatch(rule_id):
        raise BadDraft(
            "A rule's id is theme/name in small letters, digits and hyphens, such as plain-words/abbreviation."
        )
    if clause is not None and clause not in pack.file.clauses:
        raise BadDraft(f"There is no clause {clause!r} in pack.yaml. It has: {', '.join(pack.file.clauses)}.")
    return _TEMPLATE.format(
        clause=clause or next(iter(pack.file.clauses)),
        contact=next(iter(pack.file.contacts), ""),
        fires=_drafts("A draft in which the rule speaks"),
        quiet=_drafts("A draft in which it stays quiet"),
    )


def _drafts(words: str) -> str:
    return "\n".join(f"  - {words}, no. {number}" for number in range(1, _EXAMPLES + 1))
