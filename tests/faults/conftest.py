"""One browser in which somebody writes, and a companion that tests break and mend again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.companion_process import Companion
from tests.browser.conftest import SITES, Browser, extension_with_hosts, launched_and_paired

__all__ = ["extension_with_hosts"]


@pytest.fixture(scope="package")
def companion(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companion]:
    own = Companion(tmp_path_factory.mktemp("state")).start()
    yield own
    own.stop()


@pytest.fixture(scope="package")
def browser(
    playwright: Playwright,
    extension_with_hosts: Path,
    companion: Companion,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    profile = tmp_path_factory.mktemp("profile")
    with launched_and_paired(playwright, extension_with_hosts, profile, companion, SITES) as browser:
        yield browser
