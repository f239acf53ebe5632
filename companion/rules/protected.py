"""What a person may say as a citizen: guards, read from a pack's `protected/<name>.yaml`, and what they do.

Where a guard holds, advice of the themes it names is not given, and what is still said (use a disclaimer, say that
you work for the City) comes with one line: you may say this. Warnings stay: a threat is a threat in a good cause, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import Field

from companion.draft import MODES, SURFACES, Mode, Surface
from companion.finding import Finding, Severity, theme_of
from companion.rules.compile import Compiled, meanings_in
from companion.rules.evaluate import Evidence
from companion.rules.matches import candidates
from companion.rules.model import Example, Node, Part, Words
from companion.rules.yaml_source import YamlSource

SILENCED: frozenset[Severity] = frozenset({"info", "advice"})


class GuardFile(Part):
    """protected/<name>.yaml"""

    line: Words = Field(description="What the writer is told beside what is still said.")
    modes: tuple[Mode, ...] = MODES
    surfaces: tuple[Surface, ...] = SURFACES
    silences: list[Words] = Field(description="Themes whose advice is not given where this holds.")
    assures: list[Words] = Field(description="Themes whose findings come with the line.")
    when: Node
    except_: list[Node] = Field(
        default_factory=list, alias="except", description="A match that one of these overlaps does not count."
    )
    fires: list[Example | str] = Field(default_factory=list, description="Drafts that are protected.")
    quiet: list[Example | str] = Field(default_factory=list, description="Drafts that are not, or not for this.")

    def examples(self, kind: str) -> list[Example]:
        listed: list[Example | str] = getattr(self, kind)
        return [e if isinstance(e, Example) else Example(text=e) for e in listed]


@dataclass(frozen=True)
class Guard:
    id: str
    file: GuardFile
    compiled: Compiled
    source: YamlSource

    @property
    def meanings(self) -> frozenset[str]:
        """What its `like` leaves name."""
        return meanings_in(self.compiled)

    def holds(self, evidence: Evidence) -> bool:
        return candidates(self.compiled, evidence) is not None


def guarded(found: Sequence[Finding], guards: Iterable[Guard], evidence: Evidence) -> list[Finding]:
    """The findings without what the guards silence, and with their line where they assure."""
    kept = list(found)
    for guard in guards:
        if kept and guard.holds(evidence):
            kept = [_assured(f, guard.file) for f in kept if not _is_silenced(f, guard.file)]
    return kept


def _is_silenced(finding: Finding, guard: GuardFile) -> bool:
    return finding.severity in SILENCED and theme_of(finding.rule) in guard.silences


def _assured(finding: Finding, guard: GuardFile) -> Finding:
    if finding.citizen is not None or theme_of(finding.rule) not in guard.assures:
        return finding
    return finding.model_copy(update={"citizen": guard.line})
