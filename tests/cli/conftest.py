"""What the tests of commands share: a way to run one, and what it said."""

from collections.abc import Callable

import pytest

from dipdesk import cli

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, what it printed, and what it said on standard error."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LC_ALL", "C")

    def call(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(part) for part in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return call
