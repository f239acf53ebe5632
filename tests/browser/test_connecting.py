"""Without a code: the real Chromium starts the companion's program, which starts the companion and says where it is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from companion.doctor.processes import listening_on
from companion.service.files import unpacked_id
from tests.browser.companion_process import free_port
from tests.browser.conftest import Browser, launched, with_hosts
from tests.browser.imitations import x

SSN = "536-22-8714"


@pytest.fixture
def port() -> Iterator[int]:
    """Where nothing listens; what is started there is stopped afterwards."""
    port = free_port()
    yield port
    stop(port)


def stop(port: int) -> None:
    process = listening_on(port)
    if process is not None:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


@pytest.fixture
def installed(playwright: Playwright, tmp_path: Path, port: int) -> Iterator[Browser]:
    """A browser with the permission given, on a computer where `foreword service install` was run."""
    extension = with_hosts(tmp_path / "extension", "nativeMessaging")
    (tmp_path / "home").mkdir()
    environment = {**os.environ, "HOME": str(tmp_path / "home"), "FOREWORD_STATE": str(tmp_path / "state")}
    install = [sys.executable, "-m", "companion", "service", "install", "--extension", unpacked_id(extension)]
    subprocess.run(install, env={**environment, "FOREWORD_PORT": str(port)}, check=True, capture_output=True)
    # Chromium looks for a profile of its own in that profile's folder (user_data_dir/NativeMessagingHosts).
    registered = tmp_path / "home" / ".config" / "chromium" / "NativeMessagingHosts"
    shutil.copytree(registered, tmp_path / "profile" / "NativeMessagingHosts")
    with launched(playwright, extension, tmp_path / "profile") as browser:
        yield browser


def test_given_the_service_then_the_browser_starts_the_companion_and_is_paired_until_the_person_unpairs(
    installed: Browser, port: int
) -> None:
    assert listening_on(port) is None
    state = installed.ask({"kind": "connect"})
    assert (state["port"], state["companion"]["kind"] in ("loading", "ready")) == (port, True)
    for _ in range(300):  # each question takes its time; the bound only ends a broken run
        if installed.ask({"kind": "state"})["companion"]["kind"] == "ready":
            break
    installed.switch_on("x.com")
    site = x(installed)
    site.write(f"Write down {SSN}")
    site.ours.find("button", "Foreword: 1 finding")
    options = installed.own_page("options.html")
    expect(options.locator("#connecting")).to_be_hidden()
    options.get_by_role("button", name="Unpair").click()
    expect(options.get_by_label("Code")).to_be_visible()
