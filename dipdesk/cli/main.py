"""Reads the command line, runs the command, and turns trouble into one sentence and an exit code."""

import argparse
import locale
import os
import sys
from collections.abc import Sequence

from dipdesk import __version__
from dipdesk.cli import calendar, clashes, clearing, doubles, files, intake, papers, records, rules, transfer
from dipdesk.cli.command import Command
from dipdesk.errors import Invalid, Known
from dipdesk.i18n import LANGUAGES, _, speaking
from dipdesk.progress import Cancelled

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def commands() -> tuple[Command, ...]:
    """Every command, in the order in which help lists them."""
    return (
        *files.COMMANDS,
        *transfer.COMMANDS,
        *calendar.COMMANDS,
        *intake.COMMANDS,
        *records.COMMANDS,
        *doubles.COMMANDS,
        *clashes.COMMANDS,
        *clearing.COMMANDS,
        *papers.COMMANDS,
        *rules.COMMANDS,
    )


def main(arguments: Sequence[str]) -> int:
    """Run a command; 0 done, 1 refused with one sentence on standard error, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with speaking(_language()):
        chosen = _parser().parse_args(arguments)
        try:
            chosen.run(chosen)
        except (Invalid, Known) as trouble:
            print(trouble, file=sys.stderr)
            return REFUSED
        except (Cancelled, KeyboardInterrupt):
            print(_("Stopped. Nothing was changed."), file=sys.stderr)
            return REFUSED
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as trouble:
            print(
                _("The system refused: {reason}").format(reason=trouble.strerror or trouble), file=sys.stderr
            )
            return REFUSED
    return DONE


def _language() -> str:
    """The language of the environment if dipdesk speaks it, else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    code = (named or locale.getlocale()[0] or "")[:2].lower()
    return code if code in LANGUAGES else "en"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dipdesk",
        description=_("The external relations and protocol office of a municipality, in one file."),
        epilog=_(
            "Without a command the window opens: dipdesk [FILE] or dipdesk --sample."
            " Commands that only read work also while the window has the file open."
        ),
    )
    parser.add_argument("--version", action="version", version=f"dipdesk {__version__}")
    below = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    for command in commands():
        part = below.add_parser(command.name, help=_(command.help), description=_(command.help))
        command.declare(part)
        part.set_defaults(run=command.run)
    return parser
