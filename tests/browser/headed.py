"""A Chromium on a virtual screen: what it asks or opens by itself is answered with the screen's own mouse and keys."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright, Worker

from tests.browser.conftest import ARGUMENTS, BUILT, chromium


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen's name, such as `:99`."""
    assert shutil.which("Xvfb"), "install the packages `xvfb` and `xdotool`: the permission question needs a screen"
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1100x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@contextmanager
def headed(
    playwright: Playwright, screen: str, profile: Path, extension: Path = BUILT
) -> Iterator[tuple[BrowserContext, Worker]]:
    """With the extension in it, and the extension's service worker."""
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=chromium(),
        headless=False,
        no_viewport=True,
        env={**os.environ, "DISPLAY": screen},
        args=[f"--disable-extensions-except={extension}", f"--load-extension={extension}", *ARGUMENTS],
    )
    try:
        worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
        yield context, worker
    finally:
        context.close()
