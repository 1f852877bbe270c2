"""Kinds of choices: one of a list, a link to another record, a file."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String, types

from dipdesk import paths
from dipdesk.errors import Invalid
from dipdesk.i18n import _, fold, installed_languages, speaking
from dipdesk.model.kinds.base import Kind
from dipdesk.model.kinds.words import Text
from dipdesk.rules.sources import Wording, shipped

ID_LENGTH = 32


_TOLD = 6
"""So many choices are named where none is meant."""


class Choice(Kind[str]):
    """One of a list; ``options`` maps the stored code to its English label."""

    empty: ClassVar[str] = ""

    def __init__(self, options: Mapping[str, str], *, required: bool = False) -> None:
        super().__init__(required=required)
        self._options = options

    @property
    def options(self) -> Mapping[str, str]:
        """Code and source text of every choice."""
        return self._options

    @property
    def sql(self) -> types.TypeEngine[Any]:
        return String(60)

    def read(self, text: str) -> str:
        wanted = fold(text)
        for code, source_text in self.options.items():
            if wanted in (fold(code), fold(code.replace("_", " ")), fold(source_text)):
                return code
        for spoken in installed_languages():
            with speaking(spoken):
                for code in self.options:
                    if wanted == fold(self.label(code)):
                        return code
        raise Invalid(self._refusal(text))

    def _refusal(self, text: str) -> str:
        """Why a text is not taken, with the choices; of many only some, those first that share a word."""
        labels = [self.label(code) for code in self.options]
        if len(labels) <= _TOLD:
            return _("“{text}” is not one of the choices. Choose one of: {choices}.").format(
                text=text, choices=", ".join(labels)
            )
        words = fold(text).split()
        near = sorted(labels, key=lambda label: not any(word in fold(label) for word in words))
        return _("“{text}” is not one of the {count} choices, such as: {choices}.").format(
            text=text, count=len(labels), choices=", ".join(near[:_TOLD])
        )

    def label(self, code: str) -> str:
        """What a choice is called in the language spoken now; the code itself if it is none."""
        return _(self.options[code]) if code in self.options else code

    def unpack_text(self, text: str) -> str:
        return text

    def show(self, value: str) -> str:
        return self.label(value)

    def edit(self, value: str | None) -> str:
        return self.format(value)

    def words(self, value: str | None) -> str:
        return ""


class Shipped(Choice):
    """One of the TOML files in a folder of ``resources/``, by the ``name`` it gives in every language.

    ``apart`` names the files that are something else.
    """

    def __init__(self, folder: str, *, apart: tuple[str, ...] = (), required: bool = False) -> None:
        Kind.__init__(self, required=required)
        self.folder = folder
        self.apart = apart

    @cached_property
    def _names(self) -> dict[str, Wording]:
        codes = sorted(path.stem for path in paths.resources(self.folder).glob("*.toml"))
        return {
            code: Wording.read(shipped(self.folder, f"{code}.toml")["name"], code)
            for code in codes
            if code not in self.apart
        }

    @property
    def options(self) -> Mapping[str, str]:
        """Code and English name of each."""
        return {code: name.said("en") for code, name in self._names.items()}

    def label(self, code: str) -> str:
        return self._names[code].said() if code in self._names else code


class Link(Kind[str]):
    """The id of a record of the entity ``target``.

    ``owner``: this record is a part of the other and goes with it. ``names``: the title of this record
    is made from the other's.
    """

    def __init__(
        self, target: str, *, required: bool = False, owner: bool = False, names: bool = False
    ) -> None:
        super().__init__(required=required)
        self.target = target
        self.owner = owner
        self.names = names

    @property
    def sql(self) -> types.TypeEngine[Any]:
        return String(ID_LENGTH)

    @property
    def constraint(self) -> ForeignKey:
        """The foreign key, checked when a change is complete."""
        return ForeignKey(f"{self.target}.id", deferrable=True, initially="DEFERRED")

    def unpack_text(self, text: str) -> str:
        return text


class Subject(Kind[str]):
    """What a note, file or tag belongs to: any record, written ``entity/id``; it goes with that record."""

    @property
    def sql(self) -> types.TypeEngine[Any]:
        return String(100)

    def unpack_text(self, text: str) -> str:
        return text


class File(Text):
    """The content address (SHA-256) of a file kept inside the office file."""

    def __init__(self, *, required: bool = False) -> None:
        super().__init__(required=required, most=64)

    def words(self, value: str | None) -> str:
        return ""
