"""The house rules that a program can check: small files, no circles, no Qt where there is no window."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "dipdesk").rglob("*.py"))


@cache
def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(source(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (one for one in nodes(path) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_command_line_loads_no_qt() -> None:
    script = "import sys, dipdesk.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_every_module_says_what_it_is() -> None:
    assert [path for path in MODULES if source(path).strip() and not ast.get_docstring(tree(path))] == []


def test_modules_and_functions_stay_small() -> None:
    assert [path for path in MODULES if source(path).count("\n") > 400] == []
    found = [
        f"{path.relative_to(ROOT)}:{one.lineno} {one.name}"
        for path in MODULES
        for one in functions(path)
        if (one.end_lineno or 0) - one.lineno >= 40
    ]
    assert found == []


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
        if any(isinstance(one, ast.Import | ast.ImportFrom) and one.col_offset for one in nodes(path))
        for outer in functions(path)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert set(found) <= {"dipdesk/__main__.py"}


def test_the_database_file_is_opened_in_one_place_only() -> None:
    banned = re.compile(r"import sqlite3|import apsw|QtSql|import pickle|yaml\.load|extractall")
    assert [path for path in MODULES if banned.search(source(path))] == []
    drivers = [path.name for path in MODULES if "sqlcipher3" in source(path)]
    assert drivers == ["connection.py"]


def test_no_message_stands_inside_an_f_string() -> None:
    """Tools that gather messages do not look there, so that nobody would translate it."""
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        for text in nodes(path)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "N_", "ngettext", "pgettext")
        and isinstance(call.args[0], ast.Constant)
    ]
    assert found == []
