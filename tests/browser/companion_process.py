"""The real companion as people run it: a process of its own on a free loopback port."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal


class Companion:
    """`code`: a folder with another `companion` package and `shared_rules` than the checkout's; `memory`: what it may
    take, in bytes of address space (Linux); `settings`: FOREWORD_… variables.
    """

    def __init__(
        self,
        state: Path,
        port: int | None = None,
        code: Path | None = None,
        memory: int | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self.port = port or free_port()
        self._code = code
        self.origin = f"http://127.0.0.1:{self.port}"
        self.state = state
        self._env = {**os.environ, "FOREWORD_PORT": str(self.port), "FOREWORD_STATE": str(state), "NO_COLOR": "1"}
        self._env |= settings or {}
        self._within = [] if memory is None else ["prlimit", f"--as={memory}"]
        if code is not None:
            self._env |= {"PYTHONPATH": str(code), "FOREWORD_RULES": str(code / "shared_rules")}
        self._process: subprocess.Popen[str] | None = None
        self._token = ""
        self._client = f"tests on {self.port}"

    def start(self, *, until: Literal["ready", "loaded", "listening"] = "ready") -> Companion:
        """Start and wait until every model is ready, until each has loaded or failed, or until requests are taken."""
        self._process = subprocess.Popen(
            [*self._within, sys.executable, "-m", "companion", "serve"],
            env=self._env,
            cwd=self._code,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._wait_until(self._answers, "the companion to listen")
        self._token = self._token or self.post("/v1/pair", {"code": self.code(), "client": self._client})["token"]
        if until != "listening":
            self.wait_until_ready(or_failed=until == "loaded")
        return self

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def head(self, path: str, *more: str) -> bytes:
        """The first lines of a request, for tests that write the rest by hand."""
        lines = [f"Host: 127.0.0.1:{self.port}", *(f"{name}: {value}" for name, value in self.headers().items())]
        return "\r\n".join([f"POST {path} HTTP/1.1", *lines, *more, "", ""]).encode()

    def signal(self, number: int) -> None:
        """SIGKILL, SIGSTOP…; one that ends it is waited for."""
        assert self._process is not None
        self._process.send_signal(number)
        if number in (signal.SIGKILL, signal.SIGABRT):
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def leave(self) -> None:
        """Stop, however it is, and take its pairing off the list of the state folder that it shared with another."""
        self.signal(signal.SIGKILL)
        subprocess.run([sys.executable, "-m", "companion", "unpair", self._client], env=self._env, check=True)

    def code(self) -> str:
        """A fresh pairing code, as `foreword pair` shows it."""
        shown = subprocess.run(
            [sys.executable, "-m", "companion", "pair"], env=self._env, capture_output=True, text=True, check=True
        )
        found = re.search(r"\b(\d{3})[ -]?(\d{3})\b", shown.stdout)
        assert found, shown.stdout + shown.stderr
        return found[1] + found[2]

    def unpair_all(self) -> None:
        subprocess.run([sys.executable, "-m", "companion", "unpair", "--all"], env=self._env, check=True)

    def post(self, path: str, body: object) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.send(path, body))
        return answer

    def send(self, path: str, body: object) -> bytes:
        """The answer as it comes: of several lines for a scan."""
        data = json.dumps(body, ensure_ascii=False).encode()
        request = urllib.request.Request(self.origin + path, data, self.headers())  # noqa: S310
        with urllib.request.urlopen(request) as response:  # noqa: S310
            answer: bytes = response.read()
        return answer

    def headers(self) -> dict[str, str]:
        return {"Content-Type": "application/json", "Origin": self.origin, "Authorization": f"Bearer {self._token}"}

    def wait_until_ready(self, *, or_failed: bool = False) -> None:
        self._wait_until(lambda: self._is_loaded(or_failed), "the companion's models")

    def _is_loaded(self, or_failed: bool) -> bool:
        status = self.post("/v1/status", {})
        return all(d["state"] != "loading" for d in status["detectors"]) if or_failed else bool(status["ready"])

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, "the companion stopped by itself"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _wait_until(self, ask: Any, what: str) -> None:
        # `select` on nothing is the pause between two looks; the state decides, the bound only ends a broken run.
        for _ in range(1200):
            try:
                if ask():
                    return
            except urllib.error.URLError:
                pass
            assert self._process is not None
            try:
                self._process.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                continue
        raise AssertionError(f"never came: {what}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
