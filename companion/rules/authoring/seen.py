"""Whether a rule's findings reach the writer: rules that can never speak, give way always, or speak beside others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from companion.draft import Draft
from companion.finding import Finding, Review, theme_of
from companion.folding import fold
from companion.rules.authoring.plain_words import parts
from companion.rules.authoring.remark import Remark
from companion.rules.compile import Keys
from companion.rules.load import LoadedRule, Pack
from companion.rules.model import Example, Node

_OFTEN = 0.5
_AT_LEAST = 3


def contradiction_remarks(loaded: LoadedRule) -> Iterator[Remark]:
    """The same draft among a rule's `fires` and its `quiet`."""
    fires = {_plain(example) for example in loaded.examples("fires")}
    for index, example in enumerate(loaded.examples("quiet")):
        if _plain(example) in fires:
            place = loaded.source.place(("quiet", index))
            yield Remark("error", "contradiction", place, "this draft stands under `fires` too; take one of them out")


def sibling_remarks(pack: Pack) -> Iterator[Remark]:
    """A draft one rule should keep quiet on while another of its theme speaks: meant, or a contradiction."""
    speaking = {(theme_of(r.id), _plain(e)): r.id for r in pack.rules for e in r.examples("fires")}
    for loaded in pack.rules:
        for index, example in enumerate(loaded.examples("quiet")):
            other = speaking.get((theme_of(loaded.id), _plain(example)), loaded.id)
            if other != loaded.id:
                words = f"{other} speaks on this draft; right if it says the better thing, else one of the two is wrong"
                yield Remark("note", "contradiction", loaded.source.place(("quiet", index)), words)


def _plain(example: Example) -> str:
    """The draft alone, whatever is expected of it."""
    return example.model_copy(update={"words": None, "severity": None}).model_dump_json()


def impossible_remarks(loaded: LoadedRule) -> Iterator[Remark]:
    """A `context` that the rule's own modes or surfaces rule out."""
    for path, node in _conditions(loaded.rule.when, ("when",)):
        wanted = node.context
        for name, own in (("mode", loaded.rule.modes), ("surface", loaded.rule.surfaces)):
            asked = getattr(wanted, name)
            if asked is not None and not set(asked) & set(own):
                words = f"the rule can never speak: this asks for {', '.join(asked)}, its {name}s are {', '.join(own)}"
                yield Remark("mend", "unreachable", loaded.source.place(path), words)


def folded_remarks(loaded: LoadedRule) -> Iterator[Remark]:
    """Letters and signs that a pattern waits for and never meets: the text is folded before it is searched."""
    roots = [(("when",), loaded.rule.when), *((("except", i), node) for i, node in enumerate(loaded.rule.except_))]
    for path, node in _leaves(roots):
        patterns = [node.pattern] if isinstance(node.pattern, str) else node.pattern or []
        lost = sorted({c for pattern in patterns for c in pattern if fold(c).text != c})
        if lost:
            plain = ", ".join(f"“{fold(c).text}” for “{c}”" for c in lost)
            words = f"drafts are read in plain letters and signs; write {plain} here, or it is never met"
            yield Remark("mend", "unreachable", loaded.source.place((*path, "pattern")), words)


def _leaves(nodes: Iterable[tuple[Keys, Node]]) -> Iterator[tuple[Keys, Node]]:
    for path, node in nodes:
        below = parts(node, path)
        yield from _leaves(below) if below else [(path, node)]


def _conditions(node: Node, path: Keys) -> Iterator[tuple[Keys, Node]]:
    """`context` tests that must hold for the rule to speak."""
    if node.context is not None:
        yield path, node
    for index, part in enumerate(node.all_ or ()):
        yield from _conditions(part, (*path, "all", index))


def company_remarks(loaded: LoadedRule, drafts: Sequence[Draft], review: Callable[[Draft], Review]) -> Iterator[Remark]:
    """What else is said of the rule's own `fires`, and whether the rule is heard at all."""
    beside: Counter[str] = Counter()
    heard = False
    for draft in drafts:
        found = review(draft).findings
        own = [f for f in found if f.rule == loaded.id]
        heard = heard or bool(own)
        beside.update({f.rule for f in found if f.rule != loaded.id and _competes(f, own, loaded.id)})
    place = loaded.source.place(("when",))
    if drafts and not heard:
        others = ", ".join(rule for rule, _ in beside.most_common(3)) or "other rules"
        yield Remark(
            "mend", "unreachable", place, f"the rule is never heard: on its own examples {others} go before it"
        )
        return
    for rule, times in beside.most_common():
        if times >= max(_AT_LEAST, _OFTEN * len(drafts)) and theme_of(rule) != theme_of(loaded.id):
            words = f"in {times} of {len(drafts)} examples {rule} marks the same words"
            yield Remark("note", "overlap", place, words)


def _competes(other: Finding, own: Sequence[Finding], rule_id: str) -> bool:
    """Says something of the same words, or stands in for a rule of its theme that is not heard."""
    if not own:
        return theme_of(other.rule) == theme_of(rule_id)
    return any(_overlap(other, finding) for finding in own)


def _overlap(one: Finding, other: Finding) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end
