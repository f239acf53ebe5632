"""Station 4: the routes. Each reads one model, asks one room and answers with one model; errors become problem+json.

create_app(Companion(reviewer, pack, book, port=47191))
"""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fastapi import FastAPI, Request, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse

from companion import API, __version__, api_schema
from companion import policy as of_policy
from companion.contract import (
    Hello,
    HelloRequest,
    Nothing,
    PairedClient,
    PairedClients,
    PairingCode,
    PairRequest,
    Policy,
    Redacted,
    ScanItem,
    ScanLine,
    ScanRequest,
    Status,
    Token,
    UnpairRequest,
)
from companion.draft import Draft
from companion.errors import ForewordError, Refused, ServerFault
from companion.finding import Review
from companion.guards import Guards, Limits
from companion.json_input import as_model, parsed
from companion.pairing import Pairing, PairingBook
from companion.problem import MEDIA_TYPE, problem
from companion.redaction import redact
from companion.review import Reviewer
from companion.revisions import Revisions
from companion.rules.load import Pack
from companion.scan import stream
from companion.try_page import Files
from companion.turns import Turns

M = TypeVar("M", bound=BaseModel)
_Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(frozen=True)
class Companion:
    """Everything the routes stand on."""

    reviewer: Reviewer
    pack: Pack
    book: PairingBook
    port: int
    max_characters: int
    limits: Limits = field(default_factory=Limits)
    on_paired: Callable[[str, str], None] = lambda _name, _code: None
    """Told whenever a code was used, so that a person sees on this side, too, who was paired."""


def create_app(companion: Companion) -> Guards:
    """The guarded application: what uvicorn runs."""
    return Guards(create_routes(companion), port=companion.port, book=companion.book, limits=companion.limits)


def create_routes(companion: Companion) -> FastAPI:
    """The routes alone, without guards."""
    app = FastAPI(
        title="Foreword companion",
        version=__version__,
        description="Advice on a draft, from this computer to this computer.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        exception_handlers={ForewordError: _said, HTTPException: _nothing_here},
    )
    turns = Turns()
    _add_checking(app, companion, turns)
    _add_scanning(app, companion, turns)
    _add_pairing(app, companion)
    _add_page(app)
    requests: list[type[BaseModel]] = [Draft, HelloRequest, Nothing, PairRequest, ScanItem, ScanRequest, UnpairRequest]
    app.openapi = lambda: api_schema.openapi(app, requests, [ScanLine])  # type: ignore[method-assign]
    return app


def _route(app: FastAPI, path: str, takes: type[BaseModel], gives: type[BaseModel]) -> Callable[[_Handler], _Handler]:
    return app.post(
        path,
        response_model=gives,
        openapi_extra=api_schema.request_body(takes),
        responses=api_schema.error_answers(),
    )


def _add_checking(app: FastAPI, companion: Companion, turns: Turns) -> None:
    reviewer, pack = companion.reviewer, companion.pack
    policy, revisions = of_policy.policy(pack), Revisions()

    @_route(app, "/v1/check", Draft, Review)
    async def check(request: Request) -> Response:
        draft = await _body(request, Draft)
        async with revisions.wanted(request, _client(request).id, draft) as is_wanted:
            review = await turns.for_writer(reviewer.review, draft, is_wanted)
        return _json(review.in_utf16(draft.text))

    @_route(app, "/v1/redact", Draft, Redacted)
    async def redacted(request: Request) -> Response:
        draft = await _body(request, Draft)
        made = await turns.for_writer(redact, draft, reviewer, pack.file.redact)
        known = {"draft_id": draft.draft_id, "revision": draft.revision}
        return _json(Redacted(**known, text=made.text, placeholders=made.placeholders, not_checked=made.not_checked))

    @_route(app, "/v1/status", Nothing, Status)
    async def status(request: Request) -> Response:
        await _body(request, Nothing)
        return _json(of_policy.status(reviewer, pack, companion.max_characters))

    @_route(app, "/v1/policy", Nothing, Policy)
    async def compiled_policy(request: Request) -> Response:
        await _body(request, Nothing)
        return _json(policy)


def _add_scanning(app: FastAPI, companion: Companion, turns: Turns) -> None:
    @app.post(
        "/v1/scan",
        response_class=StreamingResponse,
        openapi_extra=api_schema.request_body(ScanRequest),
        responses=api_schema.stream_answer(ScanLine, stream.MEDIA_TYPE) | api_schema.error_answers(),
    )
    async def scan(request: Request) -> Response:
        wanted = await _body(request, ScanRequest)
        return StreamingResponse(stream.lines(wanted.items, companion.reviewer, turns), media_type=stream.MEDIA_TYPE)


def _add_pairing(app: FastAPI, companion: Companion) -> None:
    book, own_page = companion.book, f"http://127.0.0.1:{companion.port}"

    def only_own_page(request: Request) -> None:
        if request.state.origin != own_page:
            raise Refused(403, "Only Foreword's own page may ask this.")

    @_route(app, "/v1/hello", HelloRequest, Hello)
    async def hello(request: Request) -> Response:
        asked = await _body(request, HelloRequest)
        return _json(Hello(api=API, proofs=book.proofs(request.state.origin, asked.nonce, companion.port)))

    @_route(app, "/v1/pair", PairRequest, Token)
    async def pair(request: Request) -> Response:
        wanted = await _body(request, PairRequest)
        token = book.exchange(wanted.code, wanted.client, request.state.origin)
        companion.on_paired(wanted.client, wanted.code)
        return _json(Token(token=token))

    @_route(app, "/v1/renew", Nothing, Token)
    async def renew(request: Request) -> Response:
        await _body(request, Nothing)
        return _json(Token(token=book.renew(_client(request).id)))

    @_route(app, "/v1/unpair", UnpairRequest, Nothing)
    async def unpair(request: Request) -> Response:
        wanted = await _body(request, UnpairRequest)
        if wanted.id is not None:
            only_own_page(request)
        book.unpair(wanted.id or _client(request).id)
        return _json(Nothing())

    @_route(app, "/v1/pairing-code", Nothing, PairingCode)
    async def pairing_code(request: Request) -> Response:
        await _body(request, Nothing)
        only_own_page(request)
        return _json(PairingCode(code=book.new_code("page")))

    @_route(app, "/v1/pairings", Nothing, PairedClients)
    async def pairings(request: Request) -> Response:
        await _body(request, Nothing)
        only_own_page(request)
        asking = _client(request).id
        clients = [PairedClient(id=c.id, name=c.name, since=c.since, is_this=c.id == asking) for c in book.clients]
        return _json(PairedClients(clients=clients))


def _add_page(app: FastAPI) -> None:
    files = Files()

    @app.get("/{name:path}", include_in_schema=False)
    async def page(name: str) -> Response:
        found = files.get(name)
        if found is None:
            raise HTTPException(404)
        return Response(found.content, media_type=found.media_type)


async def _body(request: Request, model: type[M]) -> M:
    return as_model(model, parsed(await request.body()))


def _client(request: Request) -> Pairing:
    client: Pairing = request.state.client
    return client


def _json(model: BaseModel) -> Response:
    return Response(json.dumps(model.model_dump(mode="json")), media_type="application/json")


async def _said(_: Request, error: Exception) -> Response:
    shown = error if isinstance(error, ForewordError) else ServerFault(type(error).__name__)
    return Response(problem(shown), shown.status, media_type=MEDIA_TYPE)


async def _nothing_here(request: Request, _: Exception) -> Response:
    # The guards let only GET and POST through, each where it belongs: what is left has the wrong address.
    return await _said(request, Refused(404, "There is nothing at this address."))
