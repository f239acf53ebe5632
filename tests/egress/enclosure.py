"""A network of its own for a command (Linux): loopback, and one way out that leads nowhere and counts what is sent.

Name servers lie behind the way out, so that a look-up counts too. Needs `unshare`, `ip` and the right to use them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

_SCRIPT = """
set -e
ip link set lo up
ip link add out type veth peer name nowhere
for each in out nowhere; do echo 1 > /proc/sys/net/ipv6/conf/$each/disable_ipv6; done
ip address add 192.0.2.1/24 dev out
ip link set out up
ip link set nowhere up
ip neighbour add 192.0.2.254 lladdr 02:00:00:00:00:fe dev out nud permanent
ip route add default via 192.0.2.254
printf "nameserver $1\\noptions timeout:1 attempts:1\\n" > "$0/resolv.conf"
shift
mount --bind "$0/resolv.conf" /etc/resolv.conf
set +e
"$@"
code=$?
awk '/ out:/ { print $10 }' /proc/net/dev > "$0/sent"
exit $code
"""


ADDRESS = "192.0.2.1"
"""The computer's own, beside 127.0.0.1 (RFC 5737: of nobody's)."""
NOWHERE = "192.0.2.254"


def enclosed(folder: Path, *command: str, name_server: str = NOWHERE) -> list[str]:
    """`command` within the enclosure; afterwards `sent_bytes(folder)`. It is stopped with its children by its end."""
    root = ["--map-root-user"] if not _is_root() else []
    return [
        "unshare",
        *root,
        "--net",
        "--mount",
        "--pid",
        "--fork",
        "--kill-child",
        "--mount-proc",
        *("sh", "-c", _SCRIPT, str(folder), name_server, *command),
    ]


def sent_bytes(folder: Path) -> int:
    return int((folder / "sent").read_text().strip())


def why_not(folder: Path) -> str | None:
    """What keeps this computer from it; None when it works."""
    if not (shutil.which("unshare") and shutil.which("ip")):
        return "needs the programs unshare and ip (util-linux, iproute2)"
    tried = subprocess.run(enclosed(folder, "true"), capture_output=True, text=True, check=False)
    return f"network namespaces are not allowed here: {tried.stderr.strip()}" if tried.returncode else None


def _is_root() -> bool:
    return os.geteuid() == 0
