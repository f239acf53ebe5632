"""The companion for tests that only ask it: one real server for all of them, with the small pack of tests/packs."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.running import Running, running

# Tests, and the processes they start, leave the keyring of whoever runs them alone.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(scope="session")
def companion_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("state")) as server:
        yield server
