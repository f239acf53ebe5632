"""A name server of an attacker's (DNS rebinding): a name leads to the page first, and to this computer afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dnslib import QTYPE, RR, A, DNSRecord
from dnslib.server import BaseResolver, DNSServer


@dataclass
class FlippingNames(BaseResolver):
    """Answers hold for no second, as an attacker's do; of other names nothing is known."""

    leads_to: str
    answered: list[str] = field(default_factory=list)

    def resolve(self, request: DNSRecord, _: object) -> DNSRecord:
        reply = request.reply()
        if request.q.qtype == QTYPE.A and request.q.qname == "rebound.example":
            self.answered.append(self.leads_to)
            reply.add_answer(RR(request.q.qname, QTYPE.A, rdata=A(self.leads_to), ttl=0))
        return reply


@contextmanager
def answering(names: FlippingNames, address: str = "127.0.0.1", port: int = 53) -> Iterator[None]:
    server = DNSServer(names, address=address, port=port)
    server.start_thread()
    try:
        yield
    finally:
        server.stop()
        server.server.server_close()
