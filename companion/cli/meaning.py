"""`foreword meaning train` learns every meaning of the policy from its examples; `score` shows what was learned."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from companion.assemble import policy_in_use
from companion.cli.rules_eval import read_marked, say_skipped
from companion.draft import Draft
from companion.errors import CannotRead
from companion.finding import theme_of
from companion.meaning.examples import ORDINARY, TRAINED, Meaning, read_meaning, read_ordinary
from companion.rules.check import example_draft
from companion.rules.evaluate import Evidence
from companion.rules.findings import findings
from companion.rules.load import Pack
from companion.rules.sentences import sentences

if TYPE_CHECKING:
    from companion.meaning.encoder import Encoder, Vectors
    from companion.meaning.heads import Marked

_SHOWN = 5


def train(arguments: argparse.Namespace) -> int:
    """Writes meanings/trained.json; the figures are cross-validated."""
    from companion.meaning.encoder import Encoder
    from companion.meaning.read_lines import known_lines
    from companion.meaning.trained import write_trained
    from companion.meaning.training import corpus_of, learn

    pack = policy_in_use(learning=True)
    folder, meanings = examples_of(pack)
    encoder = Encoder()
    silent = _marked(arguments.silent, pack, encoder)
    drafts = [*_marked(arguments.drafts, pack, encoder), *silent]
    corpus = corpus_of(meanings, read_ordinary(folder, f"{pack.id}/meanings"), encoder, known_lines(), drafts)
    quiet = _quiet(pack, encoder, silent)
    trained = {}
    print(f"{'meaning':<30} judged on  found  right  alarms elsewhere")
    for meaning, learned in zip(meanings, learn(corpus, meanings, quiet), strict=True):
        trained[meaning.name] = learned.trained
        figures = f"{learned.recall:>5.0%}  {learned.precision:>5.0%}  {learned.alarms:.2%}"
        print(f"{meaning.name:<30} {learned.judged_on:>9}  {figures}")
    write_trained(folder / TRAINED, trained)
    return 0


def tune(arguments: argparse.Namespace) -> int:
    """Writes the encoder that all packs share; `train` comes after it."""
    from companion.meaning.encoder import FOLDER
    from companion.meaning.export import export
    from companion.meaning.read_lines import write_known
    from companion.meaning.tuning import Line, tuned

    pack = policy_in_use(learning=True)
    folder, meanings = examples_of(pack)
    lines = [Line(text, "", 0) for text in read_ordinary(folder, f"{pack.id}/meanings")]
    for meaning in meanings:
        lines += [Line(text, meaning.name, 1) for text in meaning.like]
        lines += [Line(text, meaning.name, -1) for text in meaning.unlike]
    model = tuned(arguments.folder, lines, arguments.passes)
    export(model, FOLDER / "encoder.onnx")
    write_known(line.text for line in lines)
    print(f"Tuned on {len(lines)} lines. Now run: foreword meaning train")
    return 0


def _quiet(pack: Pack, encoder: Encoder, silent: list[Marked]) -> dict[str, Vectors]:
    """Sentences that no threshold may lie below: of the drafts in which rules that ask for a meaning stay quiet though
    nothing else keeps them so, and of those that are all right."""
    import numpy as np  # takes its time, and other commands have none

    found: dict[str, list[str]] = defaultdict(list)
    for rule in pack.rules:
        for name in rule.meanings:
            for draft in (example_draft(example, rule) for example in rule.examples("quiet")):
                if name not in unasked(draft, pack):
                    found[name] += _sentences_of(draft)
            found[name] += []
    quiet = {name: [encoder.encode(texts)] for name, texts in found.items()}
    for one in silent:
        for name, known in quiet.items():
            known.extend([one.sentences] if name not in one.unsaid else [])
    return {name: np.concatenate(known) for name, known in quiet.items()}


def _marked(files: list[Path], pack: Pack, encoder: Encoder) -> list[Marked]:
    from companion.meaning.heads import Marked

    rows, bad = read_marked(files)
    say_skipped(bad)
    marked = []
    for row in rows:
        vectors = encoder.encode(_sentences_of(row.draft))
        marked.append(Marked(vectors, row.expect, (row.allow | unasked(row.draft, pack)) - row.expect))
    return marked


def _sentences_of(draft: Draft) -> list[str]:
    return [sentence for a, b in sentences(draft.text) if (sentence := draft.text[a:b]).strip()]


def unasked(draft: Draft, pack: Pack) -> set[str]:
    """Themes that would not be raised here were every sentence to have their meaning, and those silenced in it."""
    rules = [rule for rule in pack.rules if rule.needs_meaning]
    names = {name for rule in rules for name in rule.meanings}
    sure = Evidence(draft, pack.site_id(draft), readings=lambda said: {name: [1.0] * len(said) for name in names})
    raised = {theme_of(found.rule) for found in findings(rules, sure, pack, "meaning")}
    guards = [guard for guard in pack.protected if not guard.meanings and guard.holds(Evidence(draft))]
    silenced = {theme for guard in guards for theme in guard.file.silences}
    return silenced | ({theme_of(rule.id) for rule in rules} - raised)


def examples_of(pack: Pack) -> tuple[Path, list[Meaning]]:
    """The folder of a pack's meanings, and each with what its theme's rules teach; raises CannotRead."""
    folder, shown_as = pack.meanings, f"{pack.id}/meanings"
    paths = [path for path in sorted(folder.glob("*.txt")) if path.name != ORDINARY] if folder else []
    if folder is None or not paths:
        raise CannotRead(f"There are no examples to learn from: {shown_as}/<name>.txt.")
    meanings = [read_meaning(path, f"{shown_as}/{path.name}") for path in paths]
    return folder, [_with_rules(meaning, pack) for meaning in meanings]


def _with_rules(meaning: Meaning, pack: Pack) -> Meaning:
    """The examples of the theme's other rules teach too; those of rules that ask for the meaning stay its tests."""
    theme = [rule for rule in pack.rules if theme_of(rule.id) == meaning.name and not rule.needs_meaning]
    fires = (example.text for rule in theme for example in rule.examples("fires"))
    quiet = (example.text for rule in theme for example in rule.examples("quiet"))
    like = dict.fromkeys((*meaning.like, *fires))
    unlike = dict.fromkeys(text for text in (*meaning.unlike, *quiet) if text not in like)
    return Meaning(meaning.name, tuple(like), tuple(unlike), meaning.fingerprint)


def score(arguments: argparse.Namespace) -> int:
    """Every meaning from the surest down, and what is nearest among its examples."""
    from companion.meaning.encoder import Encoder
    from companion.meaning.trained import read_trained

    pack = policy_in_use()
    if pack.meanings is None or not (pack.meanings / TRAINED).is_file():
        raise CannotRead("Nothing is learned yet: run `foreword meaning train`.")
    encoder = Encoder()
    trained = read_trained(pack.meanings / TRAINED, f"{pack.id}/meanings/{TRAINED}")
    vector = encoder.encode([arguments.text])
    sure = {name: float(one.head.sure(vector)[0]) for name, one in trained.items()}
    for name in sorted(sure, key=lambda n: -sure[n])[:_SHOWN]:
        likes = read_meaning(pack.meanings / f"{name}.txt", f"{pack.id}/meanings/{name}.txt").like
        nearest = likes[int((encoder.encode(likes) @ vector[0]).argmax())]
        mark = "found" if sure[name] >= trained[name].threshold else ""
        print(f"{sure[name]:>4.0%} of {trained[name].threshold:.0%}  {mark:<5}  {name:<28}  reads like: {nearest}")
    return 0
