"""Whatever can be made of the OpenAPI document is asked: schemathesis, against the real server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.cli.schema import api_document
from companion.guards import Limits
from tests.running import Running, running

EXAMPLES = 25
# Not asked: `unpair` ends the pairing that the run itself uses, and schemathesis sends other media types, which guards
# refuse with 415 before a route is chosen (tests/api/test_guards.py has those by hand).
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def asked(server: Running, folder: Path, origin: str) -> str:
    document = folder / "openapi.json"
    document.write_text(json.dumps(api_document()), "utf-8")
    headers = [part for name, value in server.headers(origin).items() for part in ("-H", f"{name}: {value}")]
    program = Path(sys.executable).parent / "schemathesis"
    done = subprocess.run(
        [
            *(str(program), "run", str(document), "--url", server.origin, *headers, "--checks", CHECKS),
            *("--exclude-path", "/v1/unpair", "--max-examples", str(EXAMPLES), "--phases", "coverage,fuzzing"),
            *("--suppress-health-check", "all", "--no-color", "--warnings", "off", "--seed", "1"),
        ],
        env={**os.environ, "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis")},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6_000:] + done.stderr[-1_000:]
    return done.stdout


@pytest.mark.parametrize("who", ["an extension", "the companion's own page"])
def test_given_anything_the_document_allows_or_forbids_then_the_answer_is_one_it_describes(
    tmp_path: Path, who: str, record_property: Callable[[str, object], None]
) -> None:
    patient = Limits(wrong_codes_a_minute=1_000_000, wrong_tokens_a_minute=1_000_000)
    assert shutil.which("schemathesis", path=str(Path(sys.executable).parent)), "install the extra “dev”"
    with running(tmp_path / "state", limits=patient) as server:
        origin = server.origin if who.endswith("page") else "chrome-extension://" + "a" * 32
        said = asked(server, tmp_path, origin)
    generated = re.search(r"(\d+) generated", said)
    assert generated is not None, said
    record_property("inputs fuzzed", int(generated[1]))
    assert int(generated[1]) > 100
