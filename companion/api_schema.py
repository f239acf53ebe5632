"""The OpenAPI text of the routes, complete enough to generate the extension's types from. Never served."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from companion.contract import Problem
from companion.problem import MEDIA_TYPE

_REFS = "#/components/schemas/{model}"
ERRORS = {
    400: "Not JSON",
    401: "Not paired",
    403: "Refused",
    408: "Did not arrive in time",
    409: "A newer revision is being checked",
    413: "Too large",
    415: "Not sent as JSON",
    421: "Another host name",
    422: "Wrong fields",
    429: "Too often",
    500: "A mistake of ours, or a damaged pairing file",
    503: "Not ready, or too much at once",
}


def request_body(model: type[BaseModel]) -> dict[str, Any]:
    """Bodies are read by json_input.py, not by FastAPI, so the routes say themselves what they take."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": _ref(model)}}}}


def error_answers() -> dict[int | str, dict[str, Any]]:
    content = {MEDIA_TYPE: {"schema": _ref(Problem)}}
    return {status: {"description": text, "content": content} for status, text in ERRORS.items()}


def stream_answer(line: type[BaseModel], media_type: str) -> dict[int | str, dict[str, Any]]:
    """An answer that comes line by line; the schema is that of one line."""
    return {200: {"description": "One JSON object a line", "content": {media_type: {"schema": _ref(line)}}}}


def openapi(app: FastAPI, requests: list[type[BaseModel]], lines: list[type[BaseModel]]) -> dict[str, Any]:
    document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    taken: list[type[BaseModel]] = [*requests, Problem]
    for models in (_in_mode("validation", taken), _in_mode("serialization", lines)):
        _, definitions = models_json_schema(models, ref_template=_REFS)
        schemas.update(definitions["$defs"])
    return document


def _in_mode(mode: JsonSchemaMode, models: list[type[BaseModel]]) -> list[tuple[type[BaseModel], JsonSchemaMode]]:
    return [(model, mode) for model in models]


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REFS.format(model=model.__name__)}
