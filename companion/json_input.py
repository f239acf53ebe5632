"""JSON from outside → checked models, with errors in words that never repeat what was sent.

Python's own parser is used because it takes what JavaScript can send: lone surrogates, which are mended here.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from companion.draft import without_lone_surrogates
from companion.errors import BadDraft, NotJson

M = TypeVar("M", bound=BaseModel)


def parsed(data: bytes) -> Any:
    """Raises NotJson with the place of the mistake, and nothing of the content."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotJson(f"Byte {error.start + 1} is not UTF-8; send JSON as UTF-8.") from None
    try:
        return _mended(json.loads(text, parse_constant=_refuse_constant))
    except json.JSONDecodeError as error:
        raise NotJson(f"The JSON ends or breaks at line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise NotJson("The JSON is nested too deeply.") from None
    except ValueError:  # a number with thousands of digits
        raise NotJson("The JSON holds a number that is too long.") from None


def as_model(model: type[M], data: Any) -> M:
    """Raises BadDraft naming the first field that is wrong and what may stand there."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise BadDraft(_in_words(error.errors(include_url=False, include_input=False)[0], model)) from None


def _refuse_constant(_: str) -> NoReturn:
    raise NotJson("NaN and Infinity are not JSON; leave the field out or use null.")


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return without_lone_surrogates(value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {without_lone_surrogates(key): _mended(item) for key, item in value.items()}
    return value


def _in_words(error: ErrorDetails, model: type[BaseModel]) -> str:
    kind = error["type"]
    if kind == "extra_forbidden":  # the unknown name itself may be anything, so it is not repeated
        known = ", ".join(_fields_at(error["loc"][:-1], model))
        return f"There is a field here that Foreword does not know. Known fields: {known}."
    field = ".".join(str(part) for part in error["loc"])
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"{f'“{field}”' if field else 'The body'} must be a JSON object."
    if kind == "missing":
        return f"“{field}” is missing."
    if kind == "literal_error":
        return f"“{field}” must be one of: {str(error['ctx']['expected']).replace(chr(39), '')}."
    if kind == "string_pattern_mismatch":
        return f"“{field}” must be {_SHAPES[str(error['loc'][-1])]}."
    if kind == "too_long":
        return f"“{field}” may hold at most {error['ctx']['max_length']}; send the rest in another request."
    return f"“{field}” {_WANTED.get(kind) or _plainly(error['msg'])}."


_WANTED = {
    "string_type": "must be text in quotation marks",
    "int_type": "must be a whole number",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
}


_SHAPES = {
    "site": "a host name such as facebook.com",
    "code": "six digits",
    "nonce": "32 hexadecimal digits in small letters",
    "client": "a name of at most 60 letters, digits and spaces",
}


def _plainly(message: str) -> str:
    return message.replace("Input should", "should").replace("String should", "should")


def _fields_at(path: tuple[int | str, ...], model: type[BaseModel]) -> list[str]:
    for part in path:
        inner = model.model_fields[str(part)].annotation
        model = next(m for m in (inner, *get_args(inner)) if isinstance(m, type) and issubclass(m, BaseModel))
    return [field.alias or name for name, field in model.model_fields.items()]
