"""`foreword models` against a server on this computer that has one small checkpoint in Detoxify's form."""

from __future__ import annotations

import hashlib
import http.server
import json
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from companion.settings import settings
from companion.tone.model import FOLDER
from tests.cli.conftest import Foreword

NAME = "unbiased-small"
SMALL: dict[str, Any] = {
    "vocab_size": 12_000,
    "embedding_size": 16,
    "hidden_size": 32,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 512,
}
CLASSES = ["toxicity", "severe_toxicity", "obscene", "threat", "insult", "identity_attack", "sexual_explicit"]


class _Files(http.server.SimpleHTTPRequestHandler):
    """Answers Range; `cut_after` ends the first answer early, as a lost connection would."""

    cut_after: int | None = None
    ranges: list[str]

    def do_GET(self) -> None:
        data = Path(self.translate_path(self.path)).read_bytes()
        asked = self.headers.get("Range")
        if asked:
            type(self).ranges.append(asked)
        first = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(data) - first))
        self.end_headers()
        cut, type(self).cut_after = self.cut_after, None
        self.wfile.write(data[first:][:cut])
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with checkpoint.ckpt, config.json and tokenizer.json: an ALBERT that learned nothing."""
    import torch
    from transformers import AlbertConfig, AlbertForSequenceClassification

    folder = tmp_path_factory.mktemp("served")
    torch.manual_seed(3)
    config = AlbertConfig(**SMALL | {"num_labels": len(CLASSES)})
    network = AlbertForSequenceClassification(config)
    with torch.no_grad():
        network.classifier.weight.mul_(60)  # so that scores differ from text to text
    arguments = {"num_classes": len(CLASSES), "model_name": "AlbertForSequenceClassification"}
    said = {"arch": {"args": arguments}, "dataset": {"args": {"classes": CLASSES}}}
    torch.save({"config": said, "state_dict": network.state_dict()}, folder / "checkpoint.ckpt")
    (folder / "config.json").write_text(json.dumps(SMALL), "utf-8")
    (folder / "tokenizer.json").write_bytes((FOLDER / "tokenizer.json").read_bytes())
    return folder


@pytest.fixture
def server(checkpoint: Path) -> Iterator[str]:
    _Files.cut_after, _Files.ranges = None, []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(checkpoint))) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str, checkpoint: Path, **checkpoint_file: str
) -> None:
    """FOREWORD_MODELS names a list with one model, on this server."""
    digest = hashlib.sha256((checkpoint / "checkpoint.ckpt").read_bytes()).hexdigest()
    files = {name: {"url": f"{server}/{name}"} for name in ("checkpoint.ckpt", "config.json", "tokenizer.json")}
    files["checkpoint.ckpt"] |= {"sha256_starts": digest[:8], **checkpoint_file}
    model = {"about": "a test", "model": "AlbertForSequenceClassification", "files": files}
    path = tmp_path / "models.yaml"
    path.write_text(yaml.safe_dump({NAME: model}), "utf-8")
    monkeypatch.setenv("FOREWORD_MODELS", str(path))
    settings.cache_clear()


def test_given_no_list_then_detoxifys_five_checkpoints_are_known(foreword: Foreword) -> None:
    printed = foreword("models", "list")
    lines = printed.out.splitlines()
    assert [line[2:17].strip() for line in lines] == [
        "small", "original", "unbiased", "multilingual", "original-small", "unbiased-small",
    ]  # fmt: skip
    assert lines[0].startswith("* small")
    assert all("not fetched" in line for line in lines[1:])


def test_given_detoxify_is_installed_then_its_addresses_are_ours() -> None:
    from detoxify.detoxify import MODEL_URLS

    from companion.tone.official.catalogue import read_catalogue

    known = {name: model.files["checkpoint.ckpt"] for name, model in read_catalogue(None).items()}
    assert {name: file.url for name, file in known.items()} == MODEL_URLS
    assert all(file.url.endswith(f"-{file.sha256_starts}.ckpt") for file in known.values())


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")
@pytest.mark.filterwarnings("ignore:Converting a tensor to a Python")
def test_given_a_model_then_it_is_fetched_verified_used_and_removed(
    foreword: Foreword, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str, checkpoint: Path
) -> None:
    listed(tmp_path, monkeypatch, server, checkpoint)
    fetched = foreword("models", "fetch", NAME)
    assert (fetched.code, f"Set FOREWORD_TONE_MODEL={NAME}" in fetched.out) == (0, True), fetched.err
    assert "fetched  " in foreword("models", "list").out
    assert foreword("models", "verify").out == f"{NAME}: every file is what was fetched.\n"

    monkeypatch.setenv("FOREWORD_TONE_MODEL", NAME)
    settings.cache_clear()
    texts = [f"the {number} people of the park" for number in range(100)] + [f"you {n} moron" for n in range(100)]
    lines = "\n".join(json.dumps({"text": text}) for text in texts)
    scored = [json.loads(line)["scores"] for line in foreword("tone", "--jsonl", stdin=lines.encode()).out.splitlines()]
    exact = by_torch(checkpoint, texts)
    assert max(abs(s[c] - e[c]) for s, e in zip(scored, exact, strict=True) for c in s) < 1e-3
    assert len({s["toxicity"] for s in scored}) > 20

    assert foreword("models", "remove", NAME).out == f"{NAME}: removed.\n"
    gone = foreword("tone", "a text")
    assert gone.code == 1
    assert f"run `foreword models fetch {NAME}`" in gone.err


def by_torch(folder: Path, texts: list[str]) -> list[dict[str, float]]:
    """As Detoxify.predict computes it."""
    import torch
    from tokenizers import Tokenizer
    from transformers import AlbertConfig, AlbertForSequenceClassification

    network = AlbertForSequenceClassification(AlbertConfig(**SMALL | {"num_labels": len(CLASSES)}))
    network.train(False)
    network.load_state_dict(torch.load(folder / "checkpoint.ckpt", weights_only=True)["state_dict"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    with torch.no_grad():
        rows = [torch.sigmoid(network(torch.tensor([tokenizer.encode(text).ids]))[0])[0] for text in texts]
    return [dict(zip(CLASSES, map(float, row), strict=True)) for row in rows]


def test_given_a_lost_connection_then_the_next_try_goes_on(
    foreword: Foreword, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str, checkpoint: Path
) -> None:
    listed(tmp_path, monkeypatch, server, checkpoint, sha256="0" * 64)
    _Files.cut_after = 5_000
    lost = foreword("models", "fetch", NAME)
    assert (lost.code, "run the same command again to go on" in lost.err) == (1, True)
    assert _Files.ranges == []
    foreword("models", "fetch", NAME)
    assert _Files.ranges == ["bytes=5000-"]


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        ({"sha256": "0" * 64}, "not the one that is pinned"),
        ({"sha256_starts": "c8519128"}, "checksum its name promises"),
    ],
)
def test_given_another_file_than_promised_then_it_is_refused_and_not_kept(  # noqa: PLR0917
    foreword: Foreword,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    server: str,
    checkpoint: Path,
    pin: dict[str, str],
    said: str,
) -> None:
    listed(tmp_path, monkeypatch, server, checkpoint, **pin)
    printed = foreword("models", "fetch", NAME)
    assert (printed.code, said in printed.err) == (1, True), printed.err
    assert not (tmp_path / "state" / "models" / NAME / "checkpoint.ckpt").exists()


def test_given_a_changed_file_then_verify_names_it(
    foreword: Foreword, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str, checkpoint: Path
) -> None:
    listed(tmp_path, monkeypatch, server, checkpoint)
    folder = tmp_path / "state" / "models" / NAME
    folder.mkdir(parents=True)
    for name in ("checkpoint.ckpt", "config.json", "tokenizer.json"):
        (folder / name).write_bytes((checkpoint / name).read_bytes())
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}
    (folder / "record.json").write_text(json.dumps(digests), "utf-8")
    assert foreword("models", "verify", NAME).code == 0
    (folder / "config.json").write_text("{}", "utf-8")
    changed = foreword("models", "verify", NAME)
    assert (changed.code, "config.json is not what was fetched" in changed.out) == (1, True)


def test_given_a_name_there_is_not_then_the_known_ones_are_told(foreword: Foreword) -> None:
    printed = foreword("models", "fetch", "huge")
    assert (printed.code, "original, unbiased, multilingual" in printed.err) == (2, True)


def test_given_a_server_that_is_not_there_then_that_is_said(
    foreword: Foreword, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checkpoint: Path
) -> None:
    listed(tmp_path, monkeypatch, "http://127.0.0.1:9", checkpoint)
    printed = foreword("models", "fetch", NAME)
    assert (printed.code, "127.0.0.1:9 did not give the file" in printed.err) == (1, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_given_a_full_disk_then_that_is_said(
    foreword: Foreword, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str, checkpoint: Path
) -> None:
    listed(tmp_path, monkeypatch, server, checkpoint)
    folder = tmp_path / "state" / "models" / NAME
    folder.mkdir(parents=True)
    (folder / "checkpoint.ckpt.part").symlink_to("/dev/full")
    printed = foreword("models", "fetch", NAME)
    assert (printed.code, "The disk is full; make room" in printed.err) == (1, True), printed.err


@pytest.mark.parametrize(
    ("classes", "said"), [(CLASSES[:3], "tells of other classes"), (None, "cannot be read (TypeError)")]
)
def test_given_a_checkpoint_of_another_kind_then_it_is_not_converted(  # noqa: PLR0917
    foreword: Foreword,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    server: str,
    checkpoint: Path,
    classes: list[str] | None,
    said: str,
) -> None:
    import torch

    loaded = torch.load(checkpoint / "checkpoint.ckpt", weights_only=True)
    loaded["config"]["dataset"]["args"]["classes"] = classes
    torch.save(loaded, checkpoint / "other.ckpt")
    digest = hashlib.sha256((checkpoint / "other.ckpt").read_bytes()).hexdigest()
    listed(tmp_path, monkeypatch, server, checkpoint, url=f"{server}/other.ckpt", sha256_starts=digest[:8])
    printed = foreword("models", "fetch", NAME)
    assert (printed.code, said in printed.err) == (1, True), printed.err
