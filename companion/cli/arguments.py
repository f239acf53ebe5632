"""What can be typed after `foreword`. `docs/cli.md` shows these texts."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from companion import __version__
from companion.cli.lists_arguments import add_lists
from companion.cli.models_arguments import add_models
from companion.cli.rules_arguments import add_author_tools
from companion.cli.scan_arguments import add_scan
from companion.cli.service_arguments import add_service
from companion.draft import MODES, SURFACES
from companion.settings import DEFAULT_PORT


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="foreword",
        description="A second look before the public sees it: private advice on a draft, on this computer only.",
        epilog="`foreword COMMAND --help` tells more about each command.",
    )
    top.add_argument("--version", action="version", version=f"foreword {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    add_scan(commands, _command)
    _add_entities(commands)
    _add_tone(commands)
    _add_servers(commands)
    _add_pairing(commands)
    _add_rules(commands)
    _add_meaning(commands)
    add_lists(commands, _command)
    add_models(commands, _command)
    add_service(commands, _command)
    doctor = _command(
        commands,
        "doctor",
        "doctor:doctor",
        "look whether everything is in order",
        "Exit code 1 when there is something to mend.",
    )
    doctor.add_argument(
        "--privacy",
        action="store_true",
        help="also show sockets, files, settings, permissions and versions, and try out that no draft is kept or sent",
    )
    _command(commands, "package", "package:package", "make the extension's zip and the companion's wheel in build/")
    _command(commands, "api-schema", "schema:api", "print the OpenAPI text of the companion's routes")
    return top


def _command(commands: Any, name: str, runs: str, about: str, more: str = "") -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=f"{about[0].upper()}{about[1:]}.{' ' if more else ''}{more}"
    )
    made.set_defaults(command=runs)
    return made


def _add_check(commands: Any) -> None:
    check = _command(
        commands,
        "check",
        "check:check",
        "check a draft and print what may be better",
        "Exit code 1 when there is a warning or a serious finding, 0 when there is none, 2 when it cannot be read.",
    )
    source = check.add_mutually_exclusive_group()
    source.add_argument("text", nargs="?", metavar="TEXT", help="the draft; - reads it from standard input")
    source.add_argument("--file", type=Path, metavar="FILE", help="read the draft from a file (UTF-8)")
    check.add_argument("--mode", choices=MODES, default="personal", help="as whom it is written (default: personal)")
    check.add_argument("--surface", choices=SURFACES, default="post", help="what is being written (default: post)")
    check.add_argument("--site", metavar="HOST", help="where, such as facebook.com or x.com: limits differ")
    shape = check.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print the review as JSON, as the API gives it")
    shape.add_argument(
        "--redact",
        action="store_true",
        help="print a copy in which private details are replaced, to ask for help with; read it before you send it",
    )
    shape.add_argument(
        "--jsonl",
        action="store_true",
        help="many drafts: one {id, text, mode, surface, site, context} a line in, one {id, status, findings} out",
    )


def _add_entities(commands: Any) -> None:
    entities = _command(
        commands, "entities", "entities:entities", "show what the recognisers see in a text, before any policy"
    )
    source = entities.add_mutually_exclusive_group()
    source.add_argument("text", nargs="?", metavar="TEXT", help="the text; - reads it from standard input")
    source.add_argument("--file", type=Path, metavar="FILE", help="read the text from a file (UTF-8)")
    entities.add_argument(
        "--min-score",
        type=float,
        default=0.35,
        metavar="N",
        help="the least confidence that is shown, 0 to 1 (default: 0.35)",
    )
    entities.add_argument("--jsonl", action="store_true", help="many texts: one {id, text} a line in, one a line out")


def _add_tone(commands: Any) -> None:
    tone = _command(
        commands,
        "tone",
        "tone:tone",
        "show how a text will be taken, before any policy",
        "Every score is a probability of its own; 0.5 is the middle.",
    )
    source = tone.add_mutually_exclusive_group()
    source.add_argument("text", nargs="?", metavar="TEXT", help="the text; - reads it from standard input")
    source.add_argument("--file", type=Path, metavar="FILE", help="read the text from a file (UTF-8)")
    tone.add_argument("--jsonl", action="store_true", help="many texts: one {id, text} a line in, one a line out")


def _add_servers(commands: Any) -> None:
    for name, runs, about in (
        ("serve", "serve:serve", "start the companion on this computer and answer the extension until stopped"),
        ("run", "run:run", "start the companion, make the extension ready, and open “Try a draft”"),
    ):
        server = _command(commands, name, runs, about)
        server.add_argument(
            "--port", type=_port, metavar="PORT", help=f"loopback port (default: FOREWORD_PORT or {DEFAULT_PORT})"
        )
        if name == "run":
            server.add_argument("--no-browser", action="store_true", help="print the address, open nothing")


def _add_pairing(commands: Any) -> None:
    _command(commands, "pair", "pair:pair", "show a code that pairs a browser with the companion")
    _command(commands, "pairings", "pair:pairings", "list the browsers that are paired")
    unpair = _command(commands, "unpair", "pair:unpair", "end the pairing of one browser or of all")
    which = unpair.add_mutually_exclusive_group(required=True)
    which.add_argument("name", nargs="?", metavar="NAME", help="a name or an id that `foreword pairings` shows")
    which.add_argument("--all", action="store_true", help="every browser")


def _add_rules(commands: Any) -> None:
    rules = commands.add_parser("rules", help="test, explain and measure the policy's rules")
    inner = rules.add_subparsers(title="commands", metavar="COMMAND", required=True)
    test = _command(inner, "test", "rules:test", "run the examples that every rule carries")
    test.add_argument("ids", nargs="*", metavar="ID", help="a rule such as personal-data/us-ssn, or a folder of rules")
    add_author_tools(inner, _command)
    build = _command(inner, "build", "rules_build:build", "write the rules that the extension runs by itself")
    build.add_argument("--out", type=Path, metavar="FILE", help="where to (default: extension/build/rules.json)")
    schema = _command(inner, "schema", "schema:rules", "write the JSON Schemas that editors complete rule files from")
    schema.add_argument("--check", action="store_true", help="write nothing; exit code 1 when a schema is out of date")


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a number from 1 to 65535")
    return int(text)


def _add_meaning(commands: Any) -> None:
    meaning = commands.add_parser("meaning", help="learn what sentences mean from examples, and see what was learned")
    inner = meaning.add_subparsers(title="commands", metavar="COMMAND", required=True)
    train = _command(
        inner, "train", "meaning:train", "learn every meaning of the policy from meanings/*.txt; takes a minute or two"
    )
    train.add_argument(
        "--drafts", metavar="FILE", type=Path, nargs="*", default=[], help="marked drafts that thresholds look at, too"
    )
    train.add_argument(
        "--silent", metavar="FILE", type=Path, nargs="*", default=[], help="drafts in which no meaning may be found"
    )
    tune = _command(
        inner,
        "tune",
        "meaning:tune",
        "teach the sentence model itself the examples of the policy",
        "Takes some 20 minutes and the packages torch, transformers and onnx.",
    )
    tune.add_argument("folder", metavar="FOLDER", type=Path, help="of config.json, tokenizer.json, model.safetensors")
    tune.add_argument("--passes", type=float, default=3, help="how often each example is read (default 3)")
    score = _command(inner, "score", "meaning:score", "show what a sentence reads like, and which example is nearest")
    score.add_argument("text", metavar="TEXT", help="one sentence")
