"""models.yaml, read: which checkpoints there are and where their files come from."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from companion.errors import CannotRead

SHIPPED = Path(__file__).parent / "models.yaml"
CHECKPOINT, CONFIG, TOKENIZER = "checkpoint.ckpt", "config.json", "tokenizer.json"
FileName = Literal["checkpoint.ckpt", "config.json", "tokenizer.json"]
_DIGITS = r"^[0-9a-f]+$"


class RemoteFile(BaseModel):
    """`sha256` is a pin; without one, what was fetched first counts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(pattern=r"^https?://")
    sha256: str | None = Field(None, pattern=_DIGITS, min_length=64, max_length=64)
    sha256_starts: str = Field("", pattern=r"^[0-9a-f]*$", max_length=64)


class Official(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str
    model: Literal[
        "AlbertForSequenceClassification",
        "BertForSequenceClassification",
        "RobertaForSequenceClassification",
        "XLMRobertaForSequenceClassification",
    ]
    files: dict[FileName, RemoteFile] = Field(min_length=3, max_length=3)


def read_catalogue(path: Path | None) -> dict[str, Official]:
    """By name, in the file's order; raises CannotRead."""
    path = path or SHIPPED
    try:
        return TypeAdapter(dict[str, Official]).validate_python(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CannotRead(f"The list of models {path} cannot be read ({type(error).__name__}).") from None
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        raise CannotRead(f"{path}: “{'.'.join(map(str, first['loc']))}”: {first['msg']}.") from None
