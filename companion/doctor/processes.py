"""The companion seen from outside: which process listens, what it holds open. psutil asks the operating system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address

import psutil


@dataclass(frozen=True)
class Socket:
    here: str
    there: str | None
    leaves: bool
    """Bound to, or connected with, anything but this computer itself."""


def listening_on(port: int) -> psutil.Process | None:
    """This user's process that listens on the port; other users' are not shown by the system."""
    for process in psutil.process_iter():
        try:
            found = process.net_connections("tcp")
        except (psutil.AccessDenied, psutil.NoSuchProcess):
            continue
        if any(c.status == psutil.CONN_LISTEN and c.laddr.port == port for c in found):
            return process
    return None


def sockets(process: psutil.Process) -> list[Socket]:
    """Every network socket of the process and its children."""
    return [socket for each in family(process) for socket in _sockets(each)]


def family(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _sockets(process: psutil.Process) -> Iterator[Socket]:
    for held in process.net_connections("inet"):
        here, there = held.laddr, held.raddr
        ends = [end.ip for end in (here, there) if end]
        leaves = any(not ip_address(ip).is_loopback for ip in ends)
        yield Socket(f"{here.ip}:{here.port}" if here else "", f"{there.ip}:{there.port}" if there else None, leaves)


def written_files(process: psutil.Process) -> list[str]:
    """Files held open for writing (Linux and Windows tell the mode; elsewhere all open files count)."""
    return sorted(
        file.path
        for each in family(process)
        for file in each.open_files()
        if getattr(file, "mode", "w").rstrip("b+") not in ("r", "")
    )


def dumps_are_off(process: psutil.Process) -> bool | None:
    """None where the system does not say."""
    if not hasattr(process, "rlimit"):
        return None
    soft, _ = process.rlimit(psutil.RLIMIT_CORE)
    return bool(soft == 0)
