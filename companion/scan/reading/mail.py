"""E-mail: an mbox of many messages, or a single one (.eml). What is quoted is kept aside, as what is being answered.

Python's `mailbox` wants a file on disk and reads it whole for an index; messages are cut here as RFC 4155 says, and
read by Python's `email`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO, cast

from companion.scan.item import Entry
from companion.scan.reading.frame import Frame
from companion.scan.reading.html_words import words_of
from companion.scan.reading.lines import decoded

_PARSER = BytesParser(policy=policy.default)
_ESCAPED = re.compile(rb"^>+From ")
_QUOTE_BEGINS = re.compile(
    r"^(?:On .{5,200} wrote:|-{2,}\s*Original Message\s*-{2,}|_{10,}|-{5,} Forwarded message -{5,})\s*$", re.IGNORECASE
)
_LONGEST_LINE = 1 << 20


def read(stream: BinaryIO, frame: Frame) -> Iterator[Entry]:
    for number, message in enumerate(_messages(stream, frame.limits.record_bytes), 1):
        where = f"message {number}"
        if message is None:
            yield frame.unread(where, f"It is longer than {frame.limits.record_bytes:,} bytes.")
        else:
            yield from _entries(message, where, frame)


def _messages(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """None for one that is too long."""
    parts: list[bytes] = []
    size, after_blank, begun, is_box = 0, True, False, False
    while line := stream.readline(_LONGEST_LINE):
        if after_blank and line.startswith(b"From "):
            if begun:
                yield b"".join(parts) if size <= longest else None
            parts, size, is_box = [], 0, True
        else:
            size += len(line)
            if size <= longest:
                parts.append(line[1:] if is_box and _ESCAPED.match(line) else line)
        begun = True
        after_blank = line in (b"\n", b"\r\n")
    if begun:
        yield b"".join(parts) if size <= longest else None


def _entries(data: bytes, where: str, frame: Frame) -> Iterator[Entry]:
    try:
        message = _PARSER.parsebytes(data)
        text, attached = _body(message), sum(1 for _ in message.iter_attachments())
        subject, author, date = (_heading(message, name) for name in ("subject", "from", "date"))
    except Exception as error:  # `email` raises many kinds over what people send
        yield frame.unread(where, f"It is no readable e-mail ({type(error).__name__}).")
        return
    own, quoted = without_quotes(text)
    said = "\n\n".join(part for part in (subject, own.strip()) if part)
    if said:
        yield frame.item(where, said, time=date, author=author, surface="email", reply_to=quoted or None)
    if attached:
        yield frame.unread(where, "It has attachments, which are not read.", is_mistake=False)


def _heading(message: EmailMessage, name: str) -> str:
    return str(message.get(name) or "").strip()


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeError):  # an encoding nobody knows
        text = decoded(cast(bytes, part.get_payload(decode=True)) or b"")
    return words_of(text) if part.get_content_subtype() == "html" else text


def without_quotes(text: str) -> tuple[str, str]:
    """(what the sender wrote, what it answers)."""
    own: list[str] = []
    quoted: list[str] = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if _QUOTE_BEGINS.match(line) and any(rest.strip() for rest in own):
            rest = [rest.lstrip("> ") for rest in lines[number + 1 :]]
            # Below “On … wrote:” only what is marked is quoted; people also answer between the lines.
            if not any(later.startswith(">") for later in lines[number + 1 :]):
                return "\n".join(own), "\n".join([*quoted, *rest]).strip()
        elif line.startswith(">"):
            quoted.append(line.lstrip("> "))
        else:
            own.append(line)
    return "\n".join(own), "\n".join(quoted).strip()
