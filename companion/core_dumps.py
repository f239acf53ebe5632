"""A crash must not write drafts to the disk: what this process holds in memory is left out of core dumps."""

from __future__ import annotations

import sys
from pathlib import Path

_FILTER = Path("/proc/self/coredump_filter")


def switch_off() -> None:
    """The size limit holds for dump files; the filter also for programs that dumps are piped to (Linux, core(5))."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if _FILTER.exists():
        _FILTER.write_text("0")
