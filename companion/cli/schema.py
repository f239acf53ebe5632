"""`foreword api-schema`, `foreword rules schema`."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from companion.rules.model import PackFile, Rule
from companion.rules.protected import GuardFile
from companion.rules.site import SiteFile
from companion.settings import rules_folder

MODELS: dict[str, type[BaseModel]] = {"pack": PackFile, "protected": GuardFile, "rule": Rule, "site": SiteFile}


def api(_: argparse.Namespace) -> int:
    print(_text(api_document()), end="")
    return 0


def api_document() -> dict[str, Any]:
    """The routes need a policy to exist, but say the same whatever it holds."""
    from companion.app import Companion, create_routes
    from companion.assemble import policy_in_use
    from companion.pairing import PairingBook
    from companion.review import Reviewer

    nowhere = Path(tempfile.gettempdir())
    reviewer = Reviewer([], max_characters=1, budget_ms=1)
    routes = create_routes(Companion(reviewer, policy_in_use(), PairingBook(nowhere), port=1, max_characters=1))
    return routes.openapi()


def rules(arguments: argparse.Namespace) -> int:
    folder = rules_folder() / "schema"
    stale = [name for name, text in rule_schemas().items() if not _is(folder / name, text)]
    if arguments.check:
        for name in stale:
            print(f"out of date: {folder / name}; `foreword rules schema` writes it")
        return 1 if stale else 0
    folder.mkdir(exist_ok=True)
    for name in stale:
        (folder / name).write_text(rule_schemas()[name], "utf-8")
        print(f"wrote {folder / name}")
    return 0


def rule_schemas() -> dict[str, str]:
    """File name → text."""
    return {f"{name}.schema.json": _text(model.model_json_schema(by_alias=True)) for name, model in MODELS.items()}


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
