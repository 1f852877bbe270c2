"""The gettext catalogues: extract the texts, merge them, check that every language is complete."""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "dipdesk"
TRANSLATIONS = ROOT / "translations"
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "NN_": (1, 2), "pgettext": ((1, "c"), 2)}
_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")
_ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
_HEADER = "# Texts of dipdesk.\n# Licensed under the Apache License, version 2.0.\n#"


def catalogue_files() -> list[Path]:
    """The catalogue of every language."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/dipdesk.po"))


def extracted() -> Catalog:
    """All texts of the sources, with the files they stand in."""
    template = Catalog(project="dipdesk", header_comment=_HEADER, charset="utf-8")
    found = extract_from_dir(
        str(SOURCES), method_map=[("**.py", "python")], keywords=_KEYWORDS, comment_tags=("Translators:",)
    )
    for name, _line, texts, comments, context in found:
        template.add(texts, locations=[(f"dipdesk/{name}", None)], auto_comments=comments, context=context)
    return template


def read(path: Path) -> Catalog:
    """The catalogue in a .po file."""
    with path.open("rb") as source:
        return read_po(source, locale=path.parents[1].name, domain="dipdesk")


def as_text(catalogue: Catalog) -> str:
    """A catalogue as it stands in its file; the same texts always give the same bytes."""
    catalogue.creation_date = catalogue.revision_date = _ALWAYS
    target = io.BytesIO()
    write_po(target, catalogue, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return target.getvalue().decode()


def update() -> None:
    """Bring the template and every catalogue up to date with the sources and compile them."""
    template = extracted()
    (TRANSLATIONS / "dipdesk.pot").write_text(as_text(template), encoding="utf-8")
    for path in catalogue_files():
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=True)
        path.write_text(as_text(catalogue), encoding="utf-8")
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)


def problems() -> Iterator[str]:
    """What is missing or wrong, a sentence each."""
    wanted = {(message.id, message.context) for message in extracted() if message.id}
    for path in catalogue_files():
        catalogue = read(path)
        name = path.relative_to(ROOT)
        known = {(message.id, message.context) for message in catalogue if message.id}
        for text, _context in sorted(wanted - known, key=str):
            yield f"{name}: lacks {text!r}"
        for text, _context in sorted(known - wanted, key=str):
            yield f"{name}: no longer used: {text!r}"
        for message in catalogue:
            if message.id:
                yield from (f"{name}: {problem}" for problem in _wrong(message))


def _wrong(message: Message) -> Iterator[str]:
    originals = message.id if isinstance(message.id, tuple) else (message.id,)
    translations = message.string if isinstance(message.string, tuple) else (message.string,)
    if message.fuzzy or not all(translations):
        yield f"not translated: {originals[0]!r}"
        return
    fitting = {frozenset(_PLACEHOLDER.findall(text)) for text in originals}
    for text in translations:
        if frozenset(_PLACEHOLDER.findall(text)) not in fitting:
            yield f"other placeholders than {originals[0]!r}: {text!r}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("update", "check"))
    if parser.parse_args().command == "update":
        update()
        return 0
    found = list(problems())
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
