"""`foreword meaning train` learns every meaning of the policy from its examples; `score` shows what was learned."""

from __future__ import annotations

import argparse

from companion.assemble import policy_in_use
from companion.cli.progress import with_progress
from companion.errors import CannotRead
from companion.meaning.examples import ORDINARY, TRAINED, read_meaning, read_ordinary


def train(_: argparse.Namespace) -> int:
    """Writes meanings/trained.json; the figures are cross-validated."""
    from companion.meaning.encoder import Encoder
    from companion.meaning.trained import write_trained
    from companion.meaning.training import corpus_of, learn

    pack = policy_in_use()
    folder, shown_as = pack.meanings, f"{pack.id}/meanings"
    paths = [path for path in sorted(folder.glob("*.txt")) if path.name != ORDINARY] if folder else []
    if folder is None or not paths:
        raise CannotRead(f"There are no examples to learn from: {shown_as}/<name>.txt.")
    meanings = [read_meaning(path, f"{shown_as}/{path.name}") for path in paths]
    corpus = corpus_of(meanings, read_ordinary(folder, shown_as), Encoder())
    trained = {}
    print(f"{'meaning':<30} examples  found  right  alarms elsewhere")
    for meaning in with_progress(meanings, "meanings"):
        learned = learn(corpus, meaning)
        trained[meaning.name] = learned.trained
        count = len(meaning.like) + len(meaning.unlike)
        figures = f"{learned.recall:>5.0%}  {learned.precision:>5.0%}  {learned.alarms:.2%}"
        print(f"{meaning.name:<30} {count:>8}  {figures}")
    write_trained(folder / TRAINED, trained)
    return 0
