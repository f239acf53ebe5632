"""The second witness, which needs no rights: whom Foreword's programs wanted to reach.

From inside, an audit hook in each of them (`audited/sitecustomize.py`); from outside, their open sockets, looked at
again and again, for what a compiled library may do behind Python's back. What such a library does between two looks is
not seen: where network namespaces are allowed, enclosure.py counts that, too.
"""

from __future__ import annotations

import ipaddress
import json
import subprocess
from pathlib import Path

import psutil

_BETWEEN_LOOKS_S = 0.2
_BROWSERS = ("chrom", "msedge", "headless_shell")  # Chromium has its own witness: its network log


def environment(folder: Path, python_path: Path) -> dict[str, str]:
    """For the programs that are to be heard; their notes lie beside the folder, which is searched for other things."""
    return {"PYTHONPATH": f"{Path(__file__).parent / 'audited'}:{python_path}", "FOREWORD_AUDIT": str(_notes(folder))}


def open_to(pid: int) -> set[str]:
    """Addresses of other computers in the sockets of a process and its children, now."""
    try:
        root = psutil.Process(pid)
        return {host for each in (root, *root.children(recursive=True)) for host in _remote_of(each)}
    except psutil.NoSuchProcess:
        return set()


def watched(process: subprocess.Popen[str]) -> set[str]:
    """The same, again and again until it ends."""
    seen: set[str] = set()
    while process.poll() is None:
        seen |= open_to(process.pid)
        try:
            process.wait(_BETWEEN_LOOKS_S)
        except subprocess.TimeoutExpired:
            continue
    return seen


def heard(folder: Path) -> list[dict[str, object]]:
    """Every note, loopback included."""
    return [json.loads(line) for line in _notes(folder).read_text("utf-8").splitlines()]


def beyond(folder: Path) -> list[str]:
    """Whom they wanted to reach outside of this computer."""
    return [f"{note['what']} {note['host']}" for note in heard(folder) if not is_here(note["host"])]


def is_here(host: object) -> bool:
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _remote_of(process: psutil.Process) -> set[str]:
    try:
        if process.name().startswith(_BROWSERS):
            return set()
        ends = [socket.raddr for socket in process.net_connections("inet")]
        return {end.ip for end in ends if end and not is_here(end.ip)}
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return set()


def _notes(folder: Path) -> Path:
    return folder.with_name(folder.name + ".heard")
