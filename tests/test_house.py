"""The house rules that a program can check: small files, no circles, no Qt where there is no window."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "dipdesk").rglob("*.py"))


def test_the_command_line_loads_no_qt() -> None:
    script = "import sys, dipdesk.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree) or not text.strip()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{path}:{node.lineno} {node.name}"


def test_no_test_asserts_how_long_something_takes() -> None:
    """Speed is measured in tests/bench; a slow machine fails nothing. Hands only give up what never comes."""
    clock = re.compile(r"perf_counter|process_time|monotonic|thread_time|timeit")
    tests = Path(__file__).parent
    found = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("*.py")
        if path != Path(__file__) and "bench" not in path.parts and clock.search(path.read_text("utf-8"))
    }
    assert found == {"gui/hands.py"}


def test_only_the_door_imports_inside_a_function() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in MODULES
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.FunctionDef)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert set(found) <= {"dipdesk/__main__.py"}


def test_the_database_file_is_opened_in_one_place_only() -> None:
    banned = re.compile(r"import sqlite3|import apsw|QtSql|import pickle|yaml\.load|extractall")
    assert [path for path in MODULES if banned.search(path.read_text(encoding="utf-8"))] == []
    drivers = [path.name for path in MODULES if "sqlcipher3" in path.read_text(encoding="utf-8")]
    assert drivers == ["connection.py"]


def test_no_message_stands_inside_an_f_string() -> None:
    """Tools that gather messages do not look there, so that nobody would translate it."""
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "N_", "ngettext", "pgettext")
        and isinstance(call.args[0], ast.Constant)
    ]
    assert found == []
