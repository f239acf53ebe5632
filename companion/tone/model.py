"""Text → Tone, by the small model on ONNX Runtime.

model = ToneModel()
tone = model.read("What a clown.")
tone.score("insult")
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from companion.errors import ToneModelError
from companion.recent import Recent
from companion.tone.classes import CLASSES, MARKS
from companion.tone.reading import Reading, reading
from companion.tone.sentences import sentence_ends
from companion.tone.tone import Part, Piece, Tone

FOLDER = Path(__file__).parent / "small"
LONGEST = 96
"""Word pieces read at once, the two at the ends included; the model saw no longer ones when it learned."""

SHORTEST = 32
"""Word pieces from which a sentence's end may end a row: of a longer text only the last row is read anew while somebody
types, and a sentence or two say as much of the tone as all together (docs/tone.md)."""

_REMEMBERED = 300


class ToneModel:
    """Loads in about 0.2 s. Texts that were read are remembered by a hash, without their words: people type on."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Raises ToneModelError when the files are missing, damaged, or tell of other classes."""
        import onnxruntime
        from tokenizers import Tokenizer

        verified(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a post is short: a second thread costs more than it brings
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        try:
            self._session = onnxruntime.InferenceSession(
                folder / "model.onnx", options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:
            raise ToneModelError(
                f"The tone model in “{folder.name}” cannot be read; install Foreword again."
            ) from error
        self._tokenizer.no_truncation()
        self._first, self._last = self._tokenizer.encode("").ids
        self._remembered: Recent[bytes, tuple[Any, Any]] = Recent(_REMEMBERED)

    def read(self, text: str) -> Tone:
        """A text without words has no parts. Takes about 4 ms for 60 word pieces, in proportion for more."""
        read = reading(text)
        encoded = self._tokenizer.encode(read.text, add_special_tokens=False)
        return Tone(
            [
                self._part(encoded.ids[first:last], encoded.offsets[first:last], read)
                for first, last in _parts(read.text, encoded.offsets)
            ]
        )

    def _part(self, ids: Sequence[int], offsets: Sequence[tuple[int, int]], read: Reading) -> Part:
        scores, marks = self._run([self._first, *ids, self._last])
        spans = [read.original(*span) for span in offsets]
        pieces = [
            Piece(start, end, dict(zip(MARKS, map(float, row), strict=True)))
            for (start, end), row in zip(spans, marks[1:-1], strict=True)
        ]
        return Part(spans[0][0], spans[-1][1], dict(zip(CLASSES, map(float, scores), strict=True)), pieces)

    def _run(self, ids: list[int]) -> tuple[Any, Any]:
        row = np.array([ids], np.int64)
        key = hashlib.blake2b(row.tobytes(), digest_size=16).digest()
        found = self._remembered.get(key)
        if found is None:
            scores, marks = self._session.run(
                ["scores", "marks"], {"input_ids": row, "attention_mask": np.ones_like(row)}
            )
            found = self._remembered.keep(key, (scores[0], marks[0]))
        return found


def _parts(text: str, offsets: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Word pieces in rows of whole sentences, SHORTEST or more where there are so many; of a sentence too long for
    one row as much as fits, up to the end of a word."""
    ends = sentence_ends(text)
    first, most = 0, LONGEST - 2
    while first < len(offsets):
        last = min(first + most, len(offsets))
        whole = (i for i in range(first + SHORTEST, last) if offsets[i - 1][1] in ends)
        last = next(whole, None) or _after_word(offsets, first, last)
        yield first, last
        first = last


def _after_word(offsets: Sequence[tuple[int, int]], first: int, last: int) -> int:
    """`last`, or where a word ends in the second half before it; a text's own end is one."""
    if last == len(offsets):
        return last
    return next((i for i in range(last, first + (last - first) // 2, -1) if offsets[i - 1][1] < offsets[i][0]), last)


def verified(folder: Path) -> None:
    """Raises ToneModelError unless the files are those shipped: damaged weights would run and say anything."""
    try:
        about = json.loads((folder / "about.json").read_text("utf-8"))
        for name, digest in about["sha256"].items():
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    raise ToneModelError(f"The tone model's file {name} is damaged; install Foreword again.")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        missing = f"The tone model in “{folder.name}” is not complete; install Foreword again."
        raise ToneModelError(missing) from error
    if tuple(about.get("classes", ())) != CLASSES or tuple(about.get("marks", ())) != MARKS:
        raise ToneModelError("The tone model tells of other classes than this version of Foreword knows; update it.")
