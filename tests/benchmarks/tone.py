"""`make bench-tone DATA=folder`: the tone model on texts and templates it never learned from, others beside it.

DATA holds the corpora of companion/tone/small/README.md. Beside it, where they are installed or fetched:
alt-profanity-check, and Detoxify's original-small and unbiased-small.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from companion.assemble import policy_in_use, reviewer_for
from companion.draft import Draft
from companion.draft_line import draft_of
from companion.errors import ModelUnusable
from companion.rules.toned import Toned
from companion.settings import settings
from companion.tone.classes import MARKS
from companion.tone.model import ToneModel
from companion.tone.training.example import Example
from companion.tone.training.sampling import contrast, corpus
from tests.benchmarks.tone_figures import (
    bins,
    calibration_error,
    character_f1,
    reliability_diagram,
    roc_auc,
)

AT_MOST = 1_000
WARNING = 0.9
"""The score from which shared_rules/smyrna/rules/personal-insult/as-it-sounds.yaml warns."""
PICTURE = Path("docs/images/tone-reliability.svg")
_ROUNDS = 200
_SIXTY = "The council meets on Monday at seven and I would like to see more people there who care about our parks. " * 3

Score = Callable[[str], Mapping[str, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--posts", type=Path, help="marked drafts (foreword rules eval), to try every fix on")
    arguments = parser.parse_args()
    data: Path = arguments.data
    model = ToneModel()
    held_out = corpus(data)["test"]
    scorers: dict[str, Score] = {
        "Foreword": lambda text: {n: model.read(text).score(n) for n in _NEEDED},
        **_others(model),
    }
    _show_auc(held_out, scorers)
    _show_functional(scorers)
    _show_spans(model)
    _show_alarms(held_out)
    if arguments.posts:
        _show_fixes(arguments.posts)
    _show_reliability(held_out, scorers["Foreword"])
    _show_cost(model)


_NEEDED = ("toxicity", "insult", "identity_attack")


def _others(model: ToneModel) -> dict[str, Score]:
    found: dict[str, Score] = {}
    try:
        from profanity_check import predict_prob  # type: ignore[import-not-found]
    except ImportError:
        print("alt-profanity-check is not installed: left out.")
    else:
        found["alt-profanity-check"] = lambda text: dict.fromkeys(_NEEDED, float(predict_prob([text])[0]))
    from companion.tone.official.scorer import OfficialModel
    from companion.tone.official.store import Store

    for name in ("original-small", "unbiased-small"):
        try:
            found[name] = OfficialModel(Store(settings().state / "models"), name, model).scores
        except ModelUnusable:
            print(f"Detoxify {name} was not fetched: left out.")
    return found


def _show_auc(held_out: Sequence[Example], scorers: Mapping[str, Score]) -> None:
    print(f"\nROC AUC on held-out texts; precision and recall of Foreword's toxicity from {WARNING}")
    for source, name in (
        ("surge", "toxicity"),
        ("davidson", "toxicity"),
        ("davidson", "identity_attack"),
        ("wikipedia", "toxicity"),
        ("hatemoji", "identity_attack"),
    ):
        some = _some([e for e in held_out if e.source == source])
        truth = np.array([e.targets.get(name, 0) >= 0.5 for e in some])
        line = f"{source:<10} {name:<16} {len(some):>5}"
        for scorer, score in scorers.items():
            scores = np.array([score(e.text)[name] for e in some])
            line += f"  {scorer} {roc_auc(scores, truth):.3f}"
            if scorer == "Foreword" and (sure := scores >= WARNING).any():
                line += f" (P {truth[sure].mean():.2f} R {sure[truth].mean():.2f})"
        print(line)


def _show_functional(scorers: Mapping[str, Score]) -> None:
    """Held-back templates; hate from 0.5 on, so one figure without the other means nothing."""
    examples = contrast("test", 12, 5)
    hate = np.array([e.targets["identity_attack"] > 0.5 for e in examples])
    print(f"\nfunctional test: {len(examples)} sentences of templates nobody learned from, identity_attack from 0.5")
    for scorer, score in scorers.items():
        said = np.array([score(e.text)["identity_attack"] >= 0.5 for e in examples])
        print(f"{scorer:<20} hateful {said[hate].mean():.1%}  not hateful {(~said[~hate]).mean():.1%}")
        for kind in sorted({e.source for e in examples}):
            here = np.array([e.source == kind for e in examples])
            print(f"    {kind:<20} {here.sum():>4}  right {(said == hate)[here].mean():.1%}")


def _show_spans(model: ToneModel) -> None:
    """Character F1 over the held-back templates, which say where; 1 for a quiet one that stays unmarked."""
    scores: dict[bool, list[float]] = {True: [], False: []}
    for example in contrast("test", 6, 5):
        toned = Toned(example.text, model.read(example.text))
        found = [(start, end) for name in MARKS for start, end, _ in toned.marked(name, 0.5)]
        wanted = [(start, end) for start, end, _ in example.marks or ()]
        scores[bool(wanted)].append(character_f1(found, wanted))
    marked, quiet = (100 * statistics.mean(scores[side]) for side in (True, False))
    print(f"\nplaces: character F1 {marked:.1f} where something is to be marked, {quiet:.1f} where nothing is")


def _show_alarms(held_out: Sequence[Example]) -> None:
    """All of the policy's rules of tone, as a writer would meet them."""
    reviewer = reviewer_for(policy_in_use())
    reviewer.load()
    print("\nalarms of tone rules on ordinary texts (warning or serious)")
    for source, calm in (("davidson", 0.05), ("wikipedia", 0.1)):
        some = _some([e for e in held_out if e.source == source and e.targets["toxicity"] <= calm])
        alarms = [e for e in some if _warned(reviewer.review(Draft(text=e.text)))]
        print(f"{source:<10} {len(alarms)} of {len(some)}: {1000 * len(alarms) / len(some):.1f} of 1,000")


def _warned(review: object) -> bool:
    findings = getattr(review, "findings", ())
    return any(f.rule.partition("/")[0] in _THEMES and f.severity in ("warning", "serious") for f in findings)


def _show_fixes(path: Path) -> None:
    """Whether the first fix of a finding of tone clears it and raises nothing that was not there before."""
    reviewer = reviewer_for(policy_in_use())
    reviewer.load()
    offered = good = 0
    for line in path.read_text("utf-8").splitlines():
        draft = draft_of(json.loads(line))
        before = reviewer.review(draft).findings
        rules = {f.rule for f in before}
        for finding in (f for f in before if f.rule.partition("/")[0] in _THEMES):
            if not finding.fixes:
                continue
            offered += 1
            fix = finding.fixes[0]
            mended = draft.text[: fix.start] + fix.replacement + draft.text[fix.end :]
            after = reviewer.review(draft.model_copy(update={"text": mended})).findings
            same = sum(f.rule == finding.rule for f in after) >= sum(f.rule == finding.rule for f in before)
            good += not same and {f.rule for f in after} <= rules
    print(f"\nfixes: {good} of {offered} clear their finding and raise no other ({good / max(1, offered):.0%})")


_THEMES = {"personal-insult", "threat", "obscenity", "slur", "discrimination", "picking-fights", "inflammatory-topic"}


def _show_reliability(held_out: Sequence[Example], score: Score) -> None:
    clear = [e for e in held_out if e.source in ("surge", "davidson", "wikipedia")]
    some = _some(clear) + contrast("test", 6, 5)
    found = bins(
        np.array([score(e.text)["toxicity"] for e in some]), np.array([e.targets["toxicity"] >= 0.5 for e in some])
    )
    PICTURE.write_text(reliability_diagram(found, f"toxicity, {len(some):,} texts never learned from"), "utf-8")
    print(f"\nreliability: expected calibration error {calibration_error(found):.3f}; wrote {PICTURE}")


def _show_cost(model: ToneModel) -> None:
    times = []
    for number in range(_ROUNDS):
        text = f"{number} {_SIXTY}"
        began = time.perf_counter()
        pieces = len(model.read(text).parts[0].pieces)
        times.append(1000 * (time.perf_counter() - began))
    times.sort()
    print(f"\n{pieces} word pieces on one thread: p50 {times[len(times) // 2]:.1f} ms, least {times[0]:.1f} ms")
    print(f"resident: {_resident(_LIBRARIES)} MB with the libraries, {_resident(_LOADED)} MB with the model")


_LIBRARIES = "import numpy, onnxruntime, tokenizers"
_LOADED = "from companion.tone.model import ToneModel; ToneModel().read('A text of some words.')"


def _resident(code: str) -> int:
    """Megabytes of a process of its own."""
    shown = f"{code}\nimport re\nprint(re.search(r'VmRSS:\\s+(\\d+)', open('/proc/self/status').read())[1])"
    return int(subprocess.run([sys.executable, "-c", shown], capture_output=True, check=True, text=True).stdout) // 1000


def _some(examples: Sequence[Example]) -> list[Example]:
    return random.Random(1).sample(list(examples), min(len(examples), AT_MOST))  # noqa: S311 (a choice of examples)


if __name__ == "__main__":
    main()
