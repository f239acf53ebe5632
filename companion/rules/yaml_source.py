"""YAML with places: every mistake is shown where it stands in the file.

Scalars stay strings (`no` is the word no, `0123` keeps its zero), but for `null`; the models turn them into what they
need.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from companion.errors import Place, RuleError

M = TypeVar("M", bound=BaseModel)
Path_ = tuple[str | int, ...]

# Far more than any rule needs: a file whose parts repeat each other (`&a [*a]`) must not fill memory.
_DEEPEST = 40
_MOST_PARTS = 50_000


class YamlSource:
    """One YAML file, read; `place(path)` tells where a value stands."""

    def __init__(self, path: Path, shown_as: str) -> None:
        """Raises RuleError when the file is not UTF-8 or not YAML."""
        self.shown_as = shown_as
        self._places: dict[Path_, Place] = {}
        self._keys: dict[Path_, Place] = {}
        try:
            node = _composed(path.read_text("utf-8"))
        except UnicodeDecodeError as error:
            raise RuleError(
                Place(shown_as, _line_of_byte(path, error.start)), "this file is not UTF-8; save it as UTF-8"
            ) from None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(shown_as, mark.line + 1, mark.column + 1) if mark else Place(shown_as, 1)
            raise RuleError(place, f"this is not valid YAML: {error.problem or error.context}") from None
        except yaml.YAMLError as error:
            raise RuleError(Place(shown_as, 1), f"this is not valid YAML: {error}") from None
        except RecursionError:
            raise RuleError(Place(shown_as, 1), "this file is nested too deeply") from None
        if not isinstance(node, yaml.MappingNode):
            raise RuleError(Place(shown_as, 1), "this file should be a list of “key: value” lines")
        self.data = self._plain(node, ())

    def place(self, path: Iterable[str | int]) -> Place:
        """The nearest known place to a path, from the inside out."""
        keys = tuple(path)
        while keys and keys not in self._places:
            keys = keys[:-1]
        return self._places.get(keys, Place(self.shown_as, 1))

    def _mistake(self, error: ErrorDetails, model: type[BaseModel]) -> tuple[Place, str]:
        path = tuple(part for part in error["loc"] if isinstance(part, int) or part.replace("_", "").isalnum())
        if error["type"] == "extra_forbidden" and path in self._keys:
            return self._keys[path], _in_words(error) + _meant(str(error["loc"][-1]), model)
        return self.place(path), _in_words(error)

    def as_model(self, model: type[M]) -> M:
        """Validate; raises RuleError for the first mistake, in the file's order."""
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            mistakes = [self._mistake(e, model) for e in error.errors(include_input=False)]
            place, words = min(mistakes, key=lambda m: (m[0].line, m[0].column))
            raise RuleError(place, words) from None

    def _plain(self, node: yaml.Node, path: Path_) -> Any:
        place = Place(self.shown_as, node.start_mark.line + 1, node.start_mark.column + 1)
        if len(path) > _DEEPEST or len(self._places) > _MOST_PARTS:
            raise RuleError(place, "this file is nested too deeply, or its parts repeat each other without end")
        self._places.setdefault(path, place)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, index)) for index, item in enumerate(node.value)]
        return None if node.tag == "tag:yaml.org,2002:null" and node.value else node.value

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, mark = str(key_node.value), key_node.start_mark
            place = Place(self.shown_as, mark.line + 1, mark.column + 1)
            if key in out:
                raise RuleError(place, f"“{key}” is written twice here; join the two")
            self._keys[(*path, key)] = place
            out[key] = self._plain(value_node, (*path, key))
        return out


# The same language read by C code, ten times faster, where PyYAML was built with it.
_FAST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _composed(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_FAST)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)  # raises too, and points at the mistake more exactly


def _in_words(error: ErrorDetails) -> str:
    # Pydantic also names union members ("function-after[…]") in `loc`; people know keys only.
    key = next((str(p) for p in reversed(error["loc"]) if isinstance(p, str)), "")
    if error["type"] == "extra_forbidden":
        return f"“{key}” is not a word Foreword knows here"
    if error["type"] == "missing":
        return f"“{key}” is missing"
    return f"“{key}”: {str(error['msg']).removeprefix('Value error, ')}"


def _meant(unknown: str, model: type[BaseModel]) -> str:
    schema = model.model_json_schema()
    keys = {key for part in (schema, *schema.get("$defs", {}).values()) for key in part.get("properties", {})}
    near = get_close_matches(unknown, sorted(keys), n=1, cutoff=0.7)
    return f"; did you mean “{near[0]}”?" if near else "; docs/writing-rules.md lists them"


def _line_of_byte(path: Path, offset: int) -> int:
    return path.read_bytes()[:offset].count(b"\n") + 1
