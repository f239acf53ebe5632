"""`foreword meaning train` learns every meaning of the policy from its examples; `score` shows what was learned."""

from __future__ import annotations

import argparse

from companion.assemble import policy_in_use
from companion.cli.progress import with_progress
from companion.errors import CannotRead
from companion.meaning.examples import ORDINARY, TRAINED, Meaning, read_meaning, read_ordinary
from companion.rules.load import Pack

_SHOWN = 5


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
    meanings = [_with_rules(meaning, pack) for meaning in meanings]
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


def _with_rules(meaning: Meaning, pack: Pack) -> Meaning:
    """The examples of the theme's other rules teach too; those of rules that ask for the meaning stay its tests."""
    theme = [rule for rule in pack.rules if rule.id.partition("/")[0] == meaning.name and not rule.needs_meaning]
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
