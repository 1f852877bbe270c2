"""The command that asks the rule engine: JSON in, JSON out, without an office file."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from dipdesk.cli.command import Command, say_json
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _
from dipdesk.rules import contract


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE", choices=contract.RULES, help=", ".join(contract.RULES))
    parser.add_argument(
        "question", metavar="IN.json", help=_("a file with the question, or - for standard input")
    )


def _run(chosen: Namespace) -> None:
    source = chosen.question
    content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    try:
        question = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Invalid(_("This is not UTF-8 text."), source) from None
    except (ValueError, RecursionError) as error:
        place = f"{source}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else source
        raise Invalid(_("This is not JSON."), place) from None
    say_json(contract.answer(chosen.rule, question))


COMMANDS = (Command("rules", N_("ask the protocol rules, JSON in and out"), _declare, _run),)
