"""The words a finding is about, with a little of what stands around them: what a person needs to find and judge them.

With parts to mask, each of them is a placeholder (`[PHONE 1]`), also where it only begins inside the excerpt.
"""

from __future__ import annotations

from collections.abc import Sequence

from companion.redaction import Part, names_of

AROUND = 60
LONGEST = 200
_BEGINNING = 120


class Excerpts:
    """Of one text; spans count code points."""

    def __init__(self, text: str, masked: Sequence[Part] = ()) -> None:
        self._text = text
        self._masked = list(zip(masked, names_of(text, masked), strict=True))

    def of(self, start: int | None, end: int | None) -> dict[str, str]:
        """`before`, `words` and `after`, with … where the text goes on; of one about the whole text how it begins."""
        if start is None or end is None:
            return {"before": "", "words": "", "after": self._from(0, _BEGINNING)}
        first, last = self._whole(start, end)
        before, _ = self._whole(max(0, first - AROUND), first)
        return {
            "before": ("…" if before else "") + self._shown(before, first),
            "words": _cut(self.words(start, end)),
            "after": self._from(last, AROUND),
        }

    def words(self, start: int, end: int) -> str:
        return self._shown(*self._whole(start, end))

    def _from(self, start: int, length: int) -> str:
        _, end = self._whole(start, min(start + length, len(self._text)))
        return self._shown(start, end) + ("…" if end < len(self._text) else "")

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """The span and the masked parts it touches."""
        touched = [part for part, _ in self._masked if part.start < end and start < part.end]
        return min([start, *(p.start for p in touched)]), max([end, *(p.end for p in touched)])

    def _shown(self, start: int, end: int) -> str:
        """A span that cuts no masked part; white space of any kind as blanks."""
        out, at = [], start
        for part, name in self._masked:
            if start <= part.start and part.end <= end:
                out += [self._text[at : part.start], name]
                at = part.end
        return "".join(" " if c.isspace() else c for c in "".join([*out, self._text[at:end]]))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
