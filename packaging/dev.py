"""Run, test and check dipdesk from its sources; needs nothing but Python 3.11 or newer.

python3 packaging/dev.py run          the window, with a sample office
python3 packaging/dev.py test         the whole test suite, checks included
python3 packaging/dev.py check        format, lint, types, import contracts, catalogues
python3 packaging/dev.py catalogues   bring the catalogues up to date with the sources
"""

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SAMPLE = ROOT / "sample" / "ornekkent.dipdesk"
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt needs on Linux, and the Debian package it is in."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("run", "test", "check", "catalogues"))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="passed on to pytest or dipdesk")
    chosen = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python may start
        sys.exit("dipdesk needs Python 3.11 or newer.")
    prepare_system()
    prepare_environment(developing=chosen.command != "run")
    commands = {"run": run, "test": test, "check": check, "catalogues": catalogues}
    return commands[chosen.command](chosen.rest)


def prepare_system() -> None:
    """Install the system libraries that are missing, or say how."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for soname, package in LIBRARIES.items() if not loads(soname)]
    if not has_venv():
        missing.append("python3-venv")
    if not missing:
        return
    if shutil.which("apt-get") is None:
        sys.exit(f"Please install what these Debian packages hold, then start again: {' '.join(missing)}")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        line = f"sudo {' '.join(install)}"
        sys.exit(f"Some system libraries are missing. Please run this line, then start again:\n  {line}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=True, env=environment)
    subprocess.run(install, check=True, env=environment)


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    return subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode == 0


def prepare_environment(*, developing: bool) -> None:
    """Make the virtual environment and install dipdesk into it, if anything it depends on has changed."""
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        venv.create(VENV, with_pip=True)
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes())
    for source in sorted((ROOT / "translations").rglob("*.po")):
        digest.update(source.read_bytes())
    stamps = [VENV / f"installed-{kind}" for kind in (("dev",) if developing else ("run", "dev"))]
    if any(stamp.exists() and stamp.read_text() == digest.hexdigest() for stamp in stamps):
        return
    print("Installing dipdesk and what it needs …", flush=True)
    what = f"{ROOT}[dev]" if developing else str(ROOT)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--editable", what]
    if subprocess.run(pip, cwd=ROOT).returncode:
        sys.exit("The packages could not be installed. Is there a network? See the lines above.")
    stamps[0].write_text(digest.hexdigest())


def call(*command: object, **environment: str) -> int:
    """Run a command of the environment in the project's folder and return its exit code."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, "PATH": path, **environment}
    ).returncode


def dipdesk(*arguments: object) -> int:
    return call(PYTHON, "-m", "dipdesk", *arguments)


def run(rest: list[str]) -> int:
    """The sample office, its brief in both languages, and the window."""
    SAMPLE.parent.mkdir(exist_ok=True)
    if not SAMPLE.exists() and dipdesk("new", SAMPLE, "--sample"):
        return 1
    for language in ("tr", "en"):
        brief = SAMPLE.with_name(f"brief-{language}.pdf")
        if dipdesk(
            "paper", SAMPLE, "brief", "--for", "Beispielburg", "--lang", language, "-o", brief, "--force"
        ):
            return 1
    if not has_display():
        print("There is no display, so the window was not opened.")
        return 0
    return dipdesk(*(rest or [SAMPLE]))


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def test(rest: list[str]) -> int:
    """All checks, then all tests; the exit code tells whether everything passed."""
    failed = check([])
    workers = () if any(argument.startswith("-n") for argument in rest) else ("-n", str(os.cpu_count() or 1))
    return call(PYTHON, "-m", "pytest", *workers, *rest, QT_QPA_PLATFORM="offscreen") or failed


def check(rest: list[str]) -> int:
    """Format, lint, types, import contracts and catalogues; all of them, even after one has failed."""
    steps = (
        ("format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
        ("lint", (PYTHON, "-m", "ruff", "check", ".")),
        ("types", (PYTHON, "-m", "mypy")),
        ("contracts", (BIN / "lint-imports",)),
        ("catalogues", (PYTHON, "packaging/catalogues.py", "check")),
    )
    failed = [name for name, command in steps if call(*command)]
    print(f"Checks failed: {', '.join(failed)}" if failed else "All checks passed.", flush=True)
    return 1 if failed else 0


def catalogues(rest: list[str]) -> int:
    """Extract the texts and merge them into the catalogues."""
    return call(PYTHON, "packaging/catalogues.py", "update")


if __name__ == "__main__":
    sys.exit(main())
