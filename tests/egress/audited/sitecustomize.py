"""Imported by every Python program that finds this folder in PYTHONPATH: notes whom it wants to reach (PEP 578).

An audit hook hears each call before it is made and cannot be taken out again. A line: what, host, of which program.
"""

import json
import os
import sys

_HOST_AT = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}
_notes = os.open(os.environ["FOREWORD_AUDIT"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    at = _HOST_AT.get(event)
    if at is None:
        return
    address = arguments[at]
    host = address[0] if isinstance(address, tuple) else address  # neither tuple nor name: a socket of this computer's
    if event.startswith("socket.get") or isinstance(address, tuple):
        line = {"what": event, "host": host.decode() if isinstance(host, bytes) else host, "by": os.getpid()}
        os.write(_notes, (json.dumps(line) + "\n").encode())


sys.addaudithook(_hear)
