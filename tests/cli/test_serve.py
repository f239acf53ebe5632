"""`foreword serve` and `run` as processes: what they print, when the port is taken, what they do not load."""

from __future__ import annotations

import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from companion.cli import main
from tests.running import running

ROOT = Path(__file__).parents[2]


@contextmanager
def started(*arguments: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "companion", *arguments],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


def lines_until(process: subprocess.Popen[str], last: str) -> list[str]:
    assert process.stdout is not None
    seen = []
    for line in process.stdout:
        seen.append(line.rstrip("\n"))
        if re.search(last, line):
            return seen
    raise AssertionError(f"{last!r} never came: {seen}")


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_given_serve_then_it_says_where_and_how_to_pair_and_when_it_is_ready(environment: dict[str, str]) -> None:
    port = free_port()
    with started("serve", "--port", str(port), environment=environment) as process:
        said = lines_until(process, "ready")
    assert said[0] == f"Foreword listens on http://127.0.0.1:{port}/ for this computer only. Ctrl+C stops it."
    assert said[1] == "Policy: Town of Harbor, policy for tests, 4 rules."
    assert re.fullmatch(r"Pair your browser with the code \d{3} \d{3}: it works once, within ten minutes\.", said[2])
    assert said[3:] == ["Every check is ready."]


def test_given_run_without_a_desktop_then_it_prints_the_page_s_address_with_a_code(environment: dict[str, str]) -> None:
    port = free_port()
    # With another pack it would build the checkout's extension anew, with that pack's rules.
    own_pack = {name: value for name, value in environment.items() if name not in ("FOREWORD_RULES", "FOREWORD_PACK")}
    with started("run", "--no-browser", "--port", str(port), environment=own_pack) as process:
        said = lines_until(process, "#code=")
    assert re.fullmatch(rf"“Try a draft”: http://127\.0\.0\.1:{port}/#code=\d{{6}}", said[-1])
    assert any("chrome://extensions" in line for line in said)


def test_given_a_broken_rule_file_then_serve_names_it_and_runs(environment: dict[str, str]) -> None:
    chosen = {**environment, "FOREWORD_PACK": "mending"}
    with started("serve", "--port", str(free_port()), environment=chosen) as process:
        said = lines_until(process, "ready")
    (aside,) = [line for line in said if line.startswith("Set aside")]
    assert aside.startswith("Set aside: mending/rules/tone/broken.yaml:8:1: this is not valid YAML")


def test_given_a_port_taken_by_foreword_then_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with running(tmp_path) as other:
        code = main(["serve", "--port", str(other.port)])
    assert code == 1
    assert capsys.readouterr().err == (
        f"foreword: Foreword is already running on port {other.port}. "
        f"Use it as it is (http://127.0.0.1:{other.port}/), or stop the other one first.\n"
    )


class _Stranger(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_error(501)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("command", ["serve", "run"])
def test_given_a_port_taken_by_another_program_then_that_is_said(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), _Stranger) as stranger:
        thread = threading.Thread(target=stranger.serve_forever)
        thread.start()
        code = main([command, "--port", str(stranger.server_port)])
        stranger.shutdown()
        thread.join()
    port = stranger.server_port
    assert code == 1
    assert capsys.readouterr().err == (
        f"foreword: Another program listens on port {port}. Stop it, or choose another port: "
        f"`foreword serve --port {port + 1}` (then set the same port in the extension's options).\n"
    )


@pytest.mark.parametrize("pack", ["nowhere", "../harbor"])
def test_given_no_such_policy_then_serve_says_so(environment: dict[str, str], pack: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "companion", "serve", "--port", str(free_port())],
        env={**environment, "FOREWORD_PACK": pack},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert re.fullmatch(r"foreword: .*there is no policy pack at .*\n", done.stderr)


def test_given_serve_then_nothing_heavy_is_imported_before_it_listens() -> None:
    """Starting in under two seconds depends on it."""
    program = (
        "import sys, companion.server, companion.cli.serve, companion.cli.run;"
        "print(*sorted({'presidio_analyzer', 'spacy', 'torch', 'detoxify', 'onnxruntime', 'rich', 'numpy'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
