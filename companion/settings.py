"""What can be set, from the environment (`FOREWORD_PORT=47200`) or a `.env`-free default. Every field is documented."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_PORT = 47191


def _state_folder() -> Path:
    """Where the pairing file and confidential lists live: the platform's per-user state folder."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Foreword"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Foreword"
    return Path(os.environ.get("XDG_STATE_HOME", home / ".local" / "state")) / "foreword"


class Settings(BaseSettings):
    """All settings of the companion; documented in docs/administrators.md by the same words."""

    model_config = SettingsConfigDict(env_prefix="FOREWORD_", frozen=True)

    port: int = Field(DEFAULT_PORT, ge=1, le=65535, description="Loopback port the companion listens on.")
    rules: Path | None = Field(None, description="Folder with the policy packs; the one Foreword came with if unset.")
    pack: str = Field("smyrna", description="The policy pack in use: a folder name inside the rules folder.")
    state: Path = Field(
        default_factory=_state_folder,
        description="Folder for the pairing file, confidential lists and their key, and how far scans have come, "
        "as positions and hashes (nothing else is ever written).",
    )
    tone_model: str = Field(
        "small", description="Tone model: `small`, which Foreword came with, or one that `foreword models` fetched."
    )
    models: Path | None = Field(
        None, description="List of models to fetch, such as a mirror's with pinned checksums; Detoxify's own if unset."
    )
    max_characters: int = Field(
        20_000,
        ge=1,
        le=200_000,
        description="Characters of a draft that are checked; the rest is named as not checked.",
    )
    budget_ms: int = Field(
        2_000,
        ge=50,
        le=60_000,
        description="Milliseconds a check may take before what is left is named as not checked.",
    )
    scan_unpacked_bytes: int = Field(
        50_000_000_000,
        ge=1_000_000,
        description="Bytes that one ZIP archive may unpack to in a scan; what follows is named as not read.",
    )
    scan_record_bytes: int = Field(
        32_000_000,
        ge=10_000,
        description="Bytes of one line, message or element of an export in a scan; a longer one is named as not read.",
    )


@lru_cache(maxsize=1)
def settings() -> Settings:
    return Settings()


def rules_folder() -> Path:
    """The folder of packs: the setting, the checkout's, or the one inside the installed package."""
    chosen = settings().rules
    if chosen is not None:
        return chosen
    beside = Path(__file__).resolve().parent
    packaged = beside / "shared_rules"
    return packaged if packaged.is_dir() else beside.parent / "shared_rules"
