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
_BEGINS = re.compile(rb"From \S.*\d:\d\d.* \d{4}")
"""With a date, as RFC 4155 has it: “From now on, …” begins a sentence."""
_ESCAPED = re.compile(rb"^>+From ")
_QUOTE_BEGINS = re.compile(
    r"^(?:On .{5,200} wrote:|-{2,}\s*Original Message\s*-{2,}|_{10,}|-{5,} Forwarded message -{5,})\s*$", re.IGNORECASE
)
_BROKEN_IN_TWO = re.compile(r"(?m)^(On .{5,200})\n(.{0,80}wrote:)[ \t]*$")
_HEADS_OF_QUOTES = re.compile(r"(?m)^From: .+\n(?:(?:Sent|Date|To|Cc): .*\n){1,6}Subject: .*$")
"""As Outlook writes them before what is being answered."""
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
        if after_blank and _BEGINS.match(line):
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
    if part.get_content_subtype() == "html":
        return words_of(text)
    return _unflowed(text) if str(part.get_param("format")).lower() == "flowed" else text


def _unflowed(text: str) -> str:
    """Lines that were broken to fit a screen as the one they were (RFC 3676); quoted ones stay as they are."""
    out: list[str] = []
    for line in text.splitlines():
        flows_on = bool(out) and out[-1].endswith(" ") and out[-1] != "-- " and not line.startswith(">")
        if flows_on and not out[-1].startswith(">"):
            out[-1] += line.removeprefix(" ")
        else:
            out.append(line.removeprefix(" "))
    return "\n".join(out)


def without_quotes(text: str) -> tuple[str, str]:
    """(what the sender wrote, what it answers)."""
    own: list[str] = []
    quoted: list[str] = []
    lines = _with_one_sign("\n".join(text.splitlines())).splitlines()
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


def _with_one_sign(text: str) -> str:
    """The same, with each way to begin what is being answered on a line of its own."""
    text = _BROKEN_IN_TWO.sub(r"\1 \2", text)
    heads = _HEADS_OF_QUOTES.search(text)
    if heads is None or not text[: heads.start()].strip():  # nothing is answered where nothing was said before
        return text
    return f"{text[: heads.start()]}-- Original Message --{text[heads.end() :]}"
