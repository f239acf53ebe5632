"""Files may hold anything: what cannot be read is said in words, and the rest is read."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from companion.detectors.wording import Wording
from companion.draft import Draft
from companion.errors import ForewordError
from companion.lists.csv_column import cells
from companion.review import Reviewer
from companion.rules.load import load_pack
from companion.scan.limits import Limits
from companion.scan.read import Read, read_all
from companion.scan.reading.frame import Frame
from tests.running import PACKS

THOROUGHLY = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
RULE = (PACKS / "harbor" / "rules" / "tone" / "insult.yaml").read_bytes()
tried: dict[str, int] = {}


@pytest.fixture(autouse=True)
def counted(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Iterator[None]:
    tried[request.node.name] = 0
    yield
    record_property("inputs fuzzed", tried[request.node.name])


def in_words(read: Callable[[], object]) -> None:
    """It works, or an error of ours says why; any other error fails the test."""
    said = "."
    try:
        read()
    except ForewordError as error:
        said = error.detail
    assert said.endswith((".", "?"))


@st.composite
def spoilt(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with pieces cut out, doubled, or overwritten with anything."""
    out = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(out) - 1)))
        end = min(len(out), at + draw(st.integers(0, 30)))
        out[at:end] = draw(st.one_of(st.binary(max_size=20), st.just(bytes(out[at:end]) * 2), st.just(b"")))
    return bytes(out)


@pytest.fixture(scope="module")
def pack_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(PACKS, tmp_path_factory.mktemp("packs") / "packs")


@THOROUGHLY
@given(content=st.one_of(spoilt(RULE), st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@example(content=b"when: &a [*a]\n")
@example(content=b"a: " + b"[" * 2_000)
@example(content=b"when: {phrase: " + b"(" * 500 + b"}\n")
@example(content=b"title: !!python/object/apply:os.system [echo]\n")
def test_given_any_rule_file_then_it_is_used_or_set_aside_and_the_others_work(
    pack_folder: Path, content: bytes, request: pytest.FixtureRequest
) -> None:
    tried[request.node.name] += 1
    (pack_folder / "harbor" / "rules" / "guess" / "fuzzed.yaml").write_bytes(content)
    pack = load_pack(pack_folder, "harbor")
    assert "guess/fuzzed" in {rule.id for rule in pack.rules} or any(
        error.place.file.endswith("guess/fuzzed.yaml") for error in pack.set_aside
    )
    reviewer = Reviewer([Wording(pack)], max_characters=20_000, budget_ms=60_000)
    reviewer.load()
    assert "tone/insult" in [finding.rule for finding in reviewer.review(Draft(text="What an idiot.")).findings]


@THOROUGHLY
@given(
    content=st.one_of(spoilt(b'Company,Since\nFairhaven Paving,2019\n"Elm, Brook",2020\n' * 3), st.binary(max_size=400))
)
@example(content=b"Company\n" + b'"' * 5_000)
@example(content=b"\xff\xfeC\x00o\x00")
@example(content=b"Company\n" + b"x" * 300_000)
def test_given_any_csv_file_then_its_cells_are_read_or_the_reason_is_said(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, request: pytest.FixtureRequest
) -> None:
    tried[request.node.name] += 1
    path = tmp_path_factory.getbasetemp() / "fuzzed.csv"
    path.write_bytes(content)
    in_words(lambda: list(cells(path, "Company")))


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


ARCHIVE = zipped(posts_json=b'[{"text": "You are an idiot", "created_at": "2024-01-01"}]', note_txt=b"A line.\n")
FILES = {
    "json": b'[{"text": "a"}, {"text": 5}]',
    "jsonl": b'{"text": "a"}\n{"text"\n',
    "csv": b"text\na\n",
    "zip": ARCHIVE,
}


@pytest.mark.parametrize("ending", sorted(FILES))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_given_any_export_then_every_item_is_read_or_named_as_unread(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: st.DataObject, request: pytest.FixtureRequest
) -> None:
    tried[request.node.name] += 1
    path = tmp_path_factory.getbasetemp() / f"fuzzed.{ending}"
    path.write_bytes(data.draw(st.one_of(spoilt(FILES[ending]), st.binary(max_size=300))))
    in_words(lambda: list(read_all([str(path)], Frame("", Limits(10_000_000, 1_000_000)), None, Read())))
