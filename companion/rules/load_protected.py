"""protected/<name>.yaml → guards; one that cannot be used is set aside and named."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from companion.errors import RuleError
from companion.rules.compile import CompileError, LexiconReader, compile_guard
from companion.rules.protected import Guard, GuardFile
from companion.rules.yaml_source import YamlSource


def load_guards(
    root: Path, lexicon: LexiconReader, themes: Collection[str], learned: Collection[str], aside: list[RuleError]
) -> tuple[Guard, ...]:
    """`themes` are those of the pack's rules, `learned` the meanings that can be asked for."""
    guards = []
    for path in sorted((root / "protected").glob("*.yaml")):
        try:
            source = YamlSource(path, f"{root.name}/protected/{path.name}")
            file = source.as_model(GuardFile)
            _known_themes(file, themes, source)
            try:
                compiled = compile_guard(path.stem, file, lexicon)
                _known_leaves(compiled, learned)
            except CompileError as error:
                raise RuleError(source.place(error.path), str(error)) from None
            guards.append(Guard(path.stem, file, compiled, source))
        except RuleError as error:
            aside.append(error)
    return tuple(guards)


def _known_themes(file: GuardFile, themes: Collection[str], source: YamlSource) -> None:
    for key in ("silences", "assures"):
        for index, theme in enumerate(getattr(file, key)):
            if theme not in themes:
                words = f"“{theme}” is no theme of this pack; `foreword rules coverage` lists them"
                raise RuleError(source.place((key, index)), words)


def _known_leaves(node: object, learned: Collection[str]) -> None:
    """A guard asks words and meanings: every draft is asked, and nobody's lists or data decide what is protected."""
    if isinstance(node, dict):
        if {"entity", "listed", "tone"} & node.keys():
            words = "a guard asks neither for personal data nor for confidential lists nor for tone"
            raise CompileError(("when",), words)
        if "like" in node and node["like"] not in learned:
            words = f"nothing is learned for “{node['like']}”: write its examples, then run `foreword meaning train`"
            raise CompileError(("when",), words)
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _known_leaves(part, learned)
