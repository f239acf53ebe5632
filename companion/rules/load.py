"""A pack from its folder. One bad rule is set aside and named; the rest runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from companion.draft import Draft
from companion.errors import Place, RuleError
from companion.finding import theme_of
from companion.meaning.examples import learned_from, read_meaning
from companion.rules import phrase
from companion.rules.compile import Compiled, CompileError, compile_rule, meanings_in
from companion.rules.levels import with_numbers
from companion.rules.load_protected import load_guards
from companion.rules.model import Example, PackFile, Rule, Site
from companion.rules.needed import Need, needed
from companion.rules.protected import Guard
from companion.rules.severities import holds_for_anyone, unknown_names, with_severities
from companion.rules.site import SiteFile
from companion.rules.yaml_source import YamlSource

ENGINE = 1
"""The rule language's number; a pack written for a newer one is refused."""


@dataclass(frozen=True)
class LoadedRule:
    id: str
    rule: Rule
    compiled: Compiled
    source: YamlSource

    @property
    def needs_entities(self) -> bool:
        return self._asks_for("entity")

    @property
    def needs_lists(self) -> bool:
        return self._asks_for("listed")

    @property
    def needs_tone(self) -> bool:
        return self._asks_for("tone")

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        return needed(self.compiled["when"])

    @property
    def meanings(self) -> frozenset[str]:
        """What its `like` leaves name."""
        return meanings_in(self.compiled)

    @property
    def needs_meaning(self) -> bool:
        return bool(self.meanings)

    def _asks_for(self, leaf: str) -> bool:
        return any(_mentions(self.compiled[part], leaf) for part in ("when", "except", "supports"))

    def examples(self, kind: str) -> list[Example]:
        listed: list[Example | str] = getattr(self.rule, kind)
        return [e if isinstance(e, Example) else Example(text=e) for e in listed]


@dataclass(frozen=True)
class Pack:
    """A policy, ready to run. `set_aside` names what could not be used, for `status`, `check` and people."""

    id: str
    file: PackFile
    rules: tuple[LoadedRule, ...]
    sites: Mapping[str, Site]
    allow: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # kind of personal data → what is published
    set_aside: tuple[RuleError, ...] = field(default=())
    protected: tuple[Guard, ...] = ()
    meanings: Path | None = None  # the folder of its examples and of what was learned from them

    @cached_property
    def version(self) -> str:
        """pack.yaml's version and a hash of what was compiled: equal only when the rules are equal."""
        rules, guards = [rule.compiled for rule in self.rules], [guard.compiled for guard in self.protected]
        content = [*rules, *guards, dict(self.allow)]
        digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode())
        return f"{self.file.version}+{digest.hexdigest()[:12]}"

    def site(self, site: str | None) -> tuple[str, Site] | None:
        """A site by its id or by a host name under one of its hosts."""
        if site is None:
            return None
        if site in self.sites:
            return site, self.sites[site]
        for key, known in self.sites.items():
            if any(site == host or site.endswith("." + host) for host in (h.removeprefix("*.") for h in known.hosts)):
                return key, known
        return None

    def site_id(self, draft: Draft) -> str | None:
        """That of the site a draft is written on, where it is known."""
        found = self.site(draft.context.site)
        return found[0] if found else None


def load_pack(folder: Path, pack_id: str, *, learning: bool = False) -> Pack:
    """Read `folder/pack_id` and `folder/sites`; raises RuleError only when pack.yaml itself cannot be used.

    `learning` keeps rules whose meanings have new examples: they are about to be learned, and these rules say how.
    """
    root = folder / pack_id
    if not (root / "pack.yaml").is_file():
        raise RuleError(Place(f"{pack_id}/pack.yaml", 1), f"there is no policy pack at {root}")
    source = YamlSource(root / "pack.yaml", f"{pack_id}/pack.yaml")
    pack = source.as_model(PackFile)
    if pack.engine > ENGINE:
        raise RuleError(
            source.place(["engine"]),
            f"this pack wants engine {pack.engine}, this companion has {ENGINE}; update Foreword",
        )
    aside: list[RuleError] = []
    lexicons = _Lexicons(root / "lexicons", f"{pack_id}/lexicons")
    files = _rule_files(root, aside)
    rules = [r for path in files if (r := _rule(path, root, lexicons, pack, aside, learning=learning))]
    allow = _allowed(root / "allow", f"{pack_id}/allow", aside)
    sites = _sites(folder / "sites", aside)
    ids = [_id_of(path, root) for path in files]
    aside += unknown_names(pack, ids, sites, source)
    learned = _learned(root, aside)
    guards = load_guards(root, lexicons.terms, {theme_of(rule_id) for rule_id in ids}, learned, aside)
    return Pack(pack_id, pack, tuple(rules), sites, allow, tuple(aside), guards, root / "meanings")


def _learned(root: Path, aside: list[RuleError]) -> frozenset[str]:
    """The meanings that can be asked for."""
    try:
        return frozenset(learned_from(root / "meanings", f"{root.name}/meanings"))
    except RuleError as error:
        if not any(known.place == error.place for known in aside):
            aside.append(error)
        return frozenset()


def _id_of(path: Path, root: Path) -> str:
    return path.relative_to(root / "rules").with_suffix("").as_posix()


def _rule_files(root: Path, aside: list[RuleError]) -> list[Path]:
    """One file an id. An id is a path, so two files share one only by another ending or other capitals."""
    kept: dict[str, Path] = {}
    for path in sorted((root / "rules").rglob("*.y*ml")):
        place = Place(f"{root.name}/{path.relative_to(root).as_posix()}", 1)
        known = kept.setdefault(path.relative_to(root).with_suffix("").as_posix().casefold(), path)
        if known is not path:
            other = known.relative_to(root / "rules").as_posix()
            aside.append(RuleError(place, f"this rule has the id of rules/{other}; rename or remove one of them"))
        elif path.suffix != ".yaml":
            aside.append(RuleError(place, f"a rule's file ends in .yaml; rename it to {path.stem}.yaml"))
    return [path for path in kept.values() if path.suffix == ".yaml"]


def _rule(
    path: Path, root: Path, lexicons: _Lexicons, pack: PackFile, aside: list[RuleError], *, learning: bool
) -> LoadedRule | None:
    rule_id = _id_of(path, root)
    try:
        source = YamlSource(path, f"{root.name}/rules/{rule_id}.yaml")
        rule = source.as_model(Rule)
        _known_names(rule, pack, source)
        _readable_tests(rule, source)
        try:
            rule, elsewhere = with_severities(rule_id, rule, pack)
            compiled = with_numbers(compile_rule(rule_id, rule, lexicons.terms), pack.confidence)
            loaded = LoadedRule(rule_id, rule, compiled | elsewhere | holds_for_anyone(rule_id, pack), source)
            _known_meanings(loaded, root, learning=learning)
            return loaded
        except CompileError as error:
            place = lexicons.place(*error.line) if error.line else source.place(error.path)
            raise RuleError(place, str(error)) from None
    except RuleError as error:
        aside.append(error)
        return None


def _known_names(rule: Rule, pack: PackFile, source: YamlSource) -> None:
    for key, known in (("clause", pack.clauses), ("contacts", pack.contacts)):
        for index, name in enumerate(getattr(rule, key)):
            if name not in known:
                raise RuleError(source.place([key, index]), f"“{name}” is not listed under {key} in pack.yaml")


def _readable_tests(rule: Rule, source: YamlSource) -> None:
    for kind, listed in (("fires", rule.fires), ("quiet", rule.quiet)):
        for index, example in enumerate(listed):
            try:
                if isinstance(example, Example):
                    example.as_context(rule.modes, rule.surfaces)
            except ValidationError as error:
                key, mistake = ".".join(map(str, error.errors()[0]["loc"])), error.errors(include_input=False)[0]["msg"]
                raise RuleError(source.place((kind, index)), f"“{key}” in this test's context: {mistake}") from None


def _known_meanings(loaded: LoadedRule, root: Path, *, learning: bool) -> None:
    shown_as = f"{root.name}/meanings"
    for name in loaded.meanings:
        path = root / "meanings" / f"{name}.txt"
        if not path.is_file():
            raise CompileError(("when",), f"there are no examples for “{name}”: {shown_as}/{name}.txt")
        fingerprint = read_meaning(path, f"{shown_as}/{name}.txt").fingerprint
        if not learning and learned_from(path.parent, shown_as).get(name) != fingerprint:
            changed = "these examples are new or changed: run `foreword meaning train`"
            raise RuleError(Place(f"{shown_as}/{name}.txt", 1), changed)
    if loaded.needs_meaning + loaded.needs_entities + loaded.needs_lists + loaded.needs_tone > 1:
        several = "a rule asks for personal data, for meaning, for tone or for a confidential list: make it two rules"
        raise CompileError(("when",), several)


def _sites(folder: Path, aside: list[RuleError]) -> dict[str, Site]:
    """A mistake among what only the extension reads is named, and takes nothing else with it."""
    sites = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            source = YamlSource(path, f"sites/{path.name}")
            sites[path.stem] = source.as_model(Site)
            source.as_model(SiteFile)
        except RuleError as error:
            aside.append(error)
    return sites


def _allowed(folder: Path, shown_as: str, aside: list[RuleError]) -> dict[str, tuple[str, ...]]:
    """allow/<KIND>.txt, the kind as Presidio names it: one published number, address or host a line."""
    allow = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            allow[path.stem] = tuple(_lines(path, f"{shown_as}/{path.name}"))
        except RuleError as error:
            aside.append(error)
    return allow


class _Lexicons:
    """lexicons/<name>.txt: one phrase a line, `#` starts a comment."""

    def __init__(self, folder: Path, shown_as: str) -> None:
        self._folder = folder
        self._shown_as = shown_as
        self._read: dict[str, dict[str, int]] = {}

    def terms(self, name: str) -> Mapping[str, int]:
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def _load(self, name: str) -> dict[str, int]:
        path = self._folder / f"{name}.txt"
        if not path.is_file():
            raise KeyError(name)
        terms = _lines(path, f"{self._shown_as}/{name}.txt")
        for term, line in terms.items():
            try:
                phrase.parse(term)
            except phrase.PhraseError as error:
                raise RuleError(self.place(name, line), f"“{term}”: {error}") from None
        return terms

    def place(self, name: str, line: int) -> Place:
        return Place(f"{self._shown_as}/{name}.txt", line)


def _lines(path: Path, shown_as: str) -> dict[str, int]:
    """What each line holds before its comment, and the line's number; raises RuleError when it is not UTF-8."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RuleError(Place(shown_as, line), "this line is not UTF-8; save the file as UTF-8") from None
    lines = ((line.partition("#")[0].strip(), number) for number, line in enumerate(text.splitlines(), 1))
    return {term: number for term, number in lines if term}


def _mentions(node: object, leaf: str) -> bool:
    if isinstance(node, dict):
        return leaf in node or any(_mentions(value, leaf) for value in node.values())
    return isinstance(node, list) and any(_mentions(item, leaf) for item in node)
