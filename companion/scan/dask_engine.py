"""The same scan on the workers of a Dask cluster (`pip install 'foreword[dask]'`).

Dask rather than Ray: it is plain Python of ten megabytes, its workers are started by whoever runs the computers
(`dask worker tls://…`), and it sends a part again by itself when a worker is gone. Texts travel to the workers: which
computers these are is the choice of whoever names the scheduler.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from companion.errors import NotReady
from companion.scan.checking import Asked, Checked, check_part
from companion.scan.engines import Part

_AHEAD = 3
_TRIES = 3
_WAIT_SECONDS = 10


class Dask:
    """`scheduler` is an address such as `tls://10.0.0.5:8786`; without one, `workers` processes of this computer."""

    def __init__(self, workers: int, scheduler: str | None = None) -> None:
        self._workers = workers
        self._scheduler = scheduler

    def check(self, parts: Iterable[Part], asked: Asked) -> Iterator[Checked]:
        with self._client() as client:
            source = iter(parts)
            waiting: deque[Any] = deque()
            while True:
                ahead = max(1, len(client.scheduler_info()["workers"])) * _AHEAD
                while len(waiting) < ahead and (part := next(source, None)) is not None:
                    waiting.append(client.submit(check_part, list(part), asked, pure=False, retries=_TRIES))
                if not waiting:
                    return
                yield waiting.popleft().result()

    @contextmanager
    def _client(self) -> Iterator[Any]:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError:
            raise NotReady("Dask is not installed here: pip install 'foreword[dask]'.") from None
        if self._scheduler is None:
            # Certificates of this run alone, and no pages: others on this computer can neither ask nor send work.
            with (
                dask.config.set({f"distributed.{part}.http.routes": [] for part in ("scheduler", "worker")}),
                LocalCluster(
                    n_workers=self._workers, threads_per_worker=1, security=True, dashboard_address=None
                ) as cluster,
                Client(cluster) as client,
            ):
                yield client
            return
        try:
            client = Client(self._scheduler, timeout=_WAIT_SECONDS)
        except OSError:
            raise NotReady(f"No Dask scheduler answers at {self._scheduler}.") from None
        with client:
            yield client
