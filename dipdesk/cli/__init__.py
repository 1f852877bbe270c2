"""The same office without windows: every command of ``dipdesk``, for scripts, tests and other programs."""

from dipdesk.cli.main import commands, main

__all__ = ["commands", "main"]
