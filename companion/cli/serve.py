"""`foreword serve`."""

from __future__ import annotations

import argparse
import socket
import threading
from collections.abc import Callable

from companion.assemble import policy_in_use, reviewer_for
from companion.pairing import PairingBook
from companion.review import Reviewer
from companion.rules.load import Pack
from companion.settings import settings


def serve(arguments: argparse.Namespace) -> int:
    from companion.server import bound_socket

    return until_stopped(bound_socket(arguments.port or settings().port), lambda _: None)


DETECTORS_AT_ONCE = 2
"""A letter more is answered a quarter sooner than by one after the other; a third brings nothing on two cores."""


def until_stopped(bound: socket.socket, then: Callable[[PairingBook], None]) -> int:
    """Serve on this socket; `then` runs once requests are accepted."""
    # Imported here so that every other command starts without a web framework.
    from companion.app import Companion
    from companion.core_dumps import switch_off
    from companion.server import serve as answer

    switch_off()
    port = bound.getsockname()[1]
    pack, book = policy_in_use(), PairingBook(settings().state)
    nobody_paired = not book.has_extension  # read before listening: a broken file is said at once
    reviewer = reviewer_for(pack, at_once=DETECTORS_AT_ONCE)

    def on_listening(loading: threading.Thread) -> None:
        _say_listening(port, pack)
        if nobody_paired:
            say_code(book)
        then(book)
        threading.Thread(target=_say_when_ready, args=(reviewer, loading), daemon=True).start()

    companion = Companion(reviewer, pack, book, port, settings().max_characters, on_paired=_say_paired)
    answer(companion, bound, on_listening)
    return 0


def say_code(book: PairingBook) -> None:
    code = book.new_code("start")
    say(f"Pair your browser with the code {code[:3]} {code[3:]}: it works once, within ten minutes.")


def _say_paired(name: str, code: str) -> None:
    say(f"Paired with the code {code[:3]} {code[3:]}: {name}. Not you? `foreword unpair --all` ends every pairing.")


def say(words: str) -> None:
    print(words, flush=True)


def _say_listening(port: int, pack: Pack) -> None:
    say(f"Foreword listens on http://127.0.0.1:{port}/ for this computer only. Ctrl+C stops it.")
    say(f"Policy: {pack.file.title}, {len(pack.rules)} rules.")
    for error in pack.set_aside:
        say(f"Set aside: {error.detail}")


def _say_when_ready(reviewer: Reviewer, loading: threading.Thread) -> None:
    loading.join()
    failed = [state for state in reviewer.states if state.state == "failed"]
    for state in failed:
        say(f"The check “{state.name}” could not be started: {state.detail}")
    for state in reviewer.states:
        if state.state == "ready" and state.detail:
            say(f"The check “{state.name}” leaves something out: {state.detail}")
    if not failed:
        say("Every check is ready.")
