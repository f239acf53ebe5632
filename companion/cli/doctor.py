"""`foreword doctor`: is everything in order; with `--privacy`, what the companion does with sockets and files."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from companion.doctor.health import health
from companion.doctor.processes import Socket, dumps_are_off, listening_on, sockets, written_files
from companion.doctor.remark import Remark
from companion.doctor.trial import Trial, trial
from companion.settings import Settings, settings

_MARKS = {"ok": "ok      ", "note": "note    ", "problem": "PROBLEM "}
_PARTS = ("fastapi", "uvicorn", "pydantic", "presidio-analyzer", "onnxruntime", "google-re2", "tokenizers")
_CHECKOUT = Path(__file__).resolve().parents[2]


def doctor(arguments: argparse.Namespace) -> int:
    remarks = list(health())
    _show(remarks)
    if arguments.privacy:
        remarks += _privacy()
    problems = [remark for remark in remarks if remark.standing == "problem"]
    print(f"\n{len(problems)} to mend." if problems else "\nEverything is in order.")
    return 1 if problems else 0


def _show(remarks: Iterable[Remark]) -> None:
    for remark in remarks:
        print(f"{_MARKS[remark.standing]}{remark.what}: {remark.said}")


def _privacy() -> list[Remark]:
    remarks = [*_running(), *_kept(), *_tried(trial())]
    _section("Settings", [f"FOREWORD_{name.upper()} = {getattr(settings(), name)}" for name in Settings.model_fields])
    _section("Permissions of the extension", _permissions())
    _section("Versions", [f"{name} {version(name)}" for name in _PARTS])
    return remarks


def _section(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}")
    for line in list(lines) or ["none"]:
        print(f"  {line}")


def _running() -> list[Remark]:
    process = listening_on(settings().port)
    if process is None:
        _section("The running companion", ["not running"])
        return []
    held = sockets(process)
    lines = [f"{s.here} {f'with {s.there}' if s.there else 'listens'}" for s in held]
    _section(f"Sockets of the running companion (process {process.pid})", lines)
    _section("Files it holds open for writing", written_files(process))
    remarks = [_about_leaving([s for s in held if s.leaves])]
    if dumps_are_off(process) is False:
        remarks.append(Remark("problem", "crashes", "A crash of the companion would write a core dump to the disk."))
    elif dumps_are_off(process):
        remarks.append(Remark("ok", "crashes", "A crash writes no core dump."))
    _show(remarks)
    return remarks


def _about_leaving(leaving: list[Socket]) -> Remark:
    if leaving:
        return Remark(
            "problem", "network", "Not of this computer only: " + ", ".join(s.there or s.here for s in leaving)
        )
    return Remark("ok", "network", "Every socket is of this computer only (127.0.0.1).")


def _kept() -> list[Remark]:
    folder = settings().state
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    lines = [f"{p.relative_to(folder)}  {p.stat().st_size:,} bytes  mode {p.stat().st_mode & 0o777:o}" for p in files]
    _section(f"What Foreword keeps on this computer ({folder})", lines)
    return []


def _tried(seen: Trial) -> list[Remark]:
    _section(
        "A trial, just now",
        [
            f"{seen.drafts} drafts with a made-up word were checked by a companion started for it.",
            f"Its sockets: {len(seen.sockets)}, to other computers: {sum(s.leaves for s in seen.sockets)}.",
            f"Files it held open for writing: {', '.join(sorted(seen.written)) or 'none'}.",
            f"Files changed meanwhile and searched: {seen.searched}; holding the word: {len(seen.holding)}.",
        ],
    )
    remarks = [_about_leaving([s for s in seen.sockets if s.leaves])]
    remarks += [Remark("problem", "drafts", f"The made-up word was found in {path}.") for path in seen.holding]
    if not seen.holding:
        remarks.append(Remark("ok", "drafts", "No file holds a word of them."))
    _show(remarks)
    return remarks


def _permissions() -> list[str]:
    places = (Path(__file__).resolve().parents[1] / "extension", _CHECKOUT / "extension" / "static")
    found = next((place / "manifest.json" for place in places if (place / "manifest.json").is_file()), None)
    if found is None:
        return ["this installation carries no extension"]
    manifest = json.loads(found.read_text("utf-8"))
    keys = ("permissions", "host_permissions", "optional_permissions", "optional_host_permissions")
    return [f"{key.replace('_', ' ')}: {', '.join(manifest[key])}" for key in keys if manifest.get(key)]
