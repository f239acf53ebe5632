"""Station 5: one draft → every detector in a fixed order → one review that says what it did not check."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal

from companion.detectors.detector import Detector, LeavesOut, SeesPrivateParts
from companion.draft import Draft
from companion.errors import NotReady, Superseded
from companion.finding import Finding, NotChecked, Review
from companion.rules.evaluate import Entity
from companion.settling import giving_way, in_order, without_echoes

State = Literal["loading", "ready", "failed"]


Guarding = Callable[[Draft, Sequence[Finding]], Sequence[Finding]]


def _unguarded(_: Draft, found: Sequence[Finding]) -> Sequence[Finding]:
    return found


@dataclass(frozen=True)
class _Answer:
    """One detector's."""

    found: list[Finding]
    not_checked: list[NotChecked]


@dataclass(frozen=True)
class DetectorState:
    name: str
    state: State
    detail: str = ""


_Run = Callable[[Callable[[Detector], _Answer], Iterable[Detector]], Iterable[_Answer]]


class Reviewer:
    """Holds the detectors. `load` may run in a thread: a review asked for meanwhile is `partial` and says so."""

    def __init__(
        self,
        detectors: Sequence[Detector],
        *,
        max_characters: int,
        budget_ms: int,
        guarded: Guarding = _unguarded,
        sure_enough: float = 0.0,
        at_once: int = 1,
    ) -> None:
        """`guarded` takes out of a draft's findings what the policy leaves to a citizen. What a sentence only seems to
        mean, less than `sure_enough`, gives way to what is plain in it. `at_once` detectors look at the same time:
        while the models compute for one, Python's lock is free for another.
        """
        self._run: _Run = map if at_once == 1 else ThreadPoolExecutor(at_once, "foreword-detector").map
        self._guarded = guarded
        self._sure_enough = sure_enough
        self._detectors = tuple(detectors)
        self._states = {d.name: DetectorState(d.name, "loading") for d in detectors}
        self._max_characters = max_characters
        self._budget_s = budget_ms / 1000

    @property
    def states(self) -> tuple[DetectorState, ...]:
        return tuple(_with_left_out(self._states[d.name], d) for d in self._detectors)

    @property
    def ready(self) -> bool:
        return all(s.state == "ready" for s in self.states)

    def load(self) -> None:
        """Load every detector, one after the other; one that fails is named and the others go on."""
        for detector in self._detectors:
            try:
                detector.load()
            except Exception as error:
                detail = f"{type(error).__name__}: {error}"
                self._states[detector.name] = DetectorState(detector.name, "failed", detail)
            else:
                self._states[detector.name] = DetectorState(detector.name, "ready")

    def load_in_background(self) -> threading.Thread:
        thread = threading.Thread(target=self.load, name="foreword-load", daemon=True)
        thread.start()
        return thread

    def review(self, draft: Draft, is_wanted: Callable[[], bool] = lambda: True) -> Review:
        """Findings with spans in code points, worst first, then by place.

        Raises Superseded as soon as `is_wanted` says that nobody waits for it any more.
        """
        deadline = time.monotonic() + self._budget_s
        checked = self.within_limit(draft)
        not_checked = self._beyond_limit(draft)
        found: list[Finding] = []

        def asked(detector: Detector) -> _Answer:
            if not is_wanted():
                raise Superseded("A newer revision of this draft was sent, or the asker left.")
            return self._answer(detector, checked, deadline)

        for answer in self._run(asked, self._detectors):
            found += answer.found
            not_checked += answer.not_checked
        return Review(
            draft_id=draft.draft_id,
            revision=draft.revision,
            status="partial" if not_checked else "complete",
            not_checked=tuple(not_checked),
            findings=tuple(in_order(self._guarded(checked, giving_way(without_echoes(found), self._sure_enough)))),
        )

    def _answer(self, detector: Detector, draft: Draft, deadline: float) -> _Answer:
        reason = self._why_not(detector, deadline)
        if reason is None:
            try:
                found = detector.detect(draft)
                return _Answer(found, [NotChecked(what=detector.name, why=why) for why in _left_out(detector)])
            except Exception as error:
                reason = f"The check stopped with an error ({type(error).__name__})."
        return _Answer([], [NotChecked(what=detector.name, why=reason)])

    def private_parts(self, text: str) -> list[Entity]:
        """What every detector that knows holds for private. Raises NotReady: half an answer would look like a whole."""
        found: list[Entity] = []
        for detector in self._detectors:
            if isinstance(detector, SeesPrivateParts):
                state = self._states[detector.name].state
                if state != "ready":
                    why = "is still starting" if state == "loading" else "could not be started"
                    raise NotReady(f"The check “{detector.name}” {why}, so private details could be missed.")
                found += detector.entities(text)
        return found

    def within_limit(self, draft: Draft) -> Draft:
        """The part of the draft that is looked at."""
        return draft.model_copy(update={"text": draft.text[: self._max_characters]})

    def _beyond_limit(self, draft: Draft) -> list[NotChecked]:
        limit, length = self._max_characters, len(draft.text)
        why = f"The draft has {length:,} characters; only the first {limit:,} were checked."
        return [NotChecked(what="length", why=why)] if length > limit else []

    def _why_not(self, detector: Detector, deadline: float) -> str | None:
        state = self._states[detector.name]
        if state.state == "loading":
            return "This check is still starting; it will be ready in a few seconds."
        if state.state == "failed":
            return "This check could not be started; `foreword serve` shows why."
        if time.monotonic() > deadline:
            return "The time for checking ran out."
        return None


def _left_out(detector: Detector) -> tuple[str, ...]:
    return detector.left_out() if isinstance(detector, LeavesOut) else ()


def _with_left_out(state: DetectorState, detector: Detector) -> DetectorState:
    """Ready, and yet not all there: the detail says what is missing."""
    return replace(state, detail=" ".join(_left_out(detector))) if state.state == "ready" else state
