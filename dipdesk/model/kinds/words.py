"""Kinds of text: lines, long texts, e-mail, phone, web addresses, time zones; words, languages, countries."""

import re
import unicodedata
from typing import Any, ClassVar
from urllib.parse import urlsplit

from sqlalchemy import String, types
from sqlalchemy import Text as SqlText

from dipdesk.errors import Invalid
from dipdesk.i18n import _, fold, join_words, language, language_name, ngettext
from dipdesk.model.kinds.base import Json, Kind
from dipdesk.rules import countries
from dipdesk.rules.timing import zones

_LINE = 300
_PAGE = 100_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]{2,}$")
_PHONE = re.compile(r"\+?[\d ()/.\-]{4,30}(?:\s*(?:ext|dahili|x)\.?\s*\d{1,6})?$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}$")


class Text(Kind[str]):
    """A line of text, or a page of it with ``long``; ``tongue`` is the language it is written in.

    With ``person`` it is the name of a person. Of those that are ``either`` a record needs at least one.
    """

    empty: ClassVar[str] = ""

    def __init__(
        self,
        *,
        required: bool = False,
        long: bool = False,
        tongue: str = "",
        most: int | None = None,
        person: bool = False,
        either: bool = False,
    ) -> None:
        super().__init__(required=required)
        self.either = either
        self.person = person
        self.long = long
        self.tongue = tongue
        self.most = most or (_PAGE if long else _LINE)

    @property
    def sql(self) -> types.TypeEngine[Any]:
        return SqlText() if self.long else String(self.most)

    def read(self, text: str) -> str:
        plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        plain = _CONTROL.sub("", plain)
        return unicodedata.normalize("NFC", plain).strip() if self.long else " ".join(plain.split())

    def unpack_text(self, text: str) -> str:
        return text

    def check(self, value: str | None) -> str | None:
        if value and len(value) > self.most:
            raise Invalid(
                ngettext(
                    "This is too long: at most {most} letter fits.",
                    "This is too long: at most {most} letters fit.",
                    self.most,
                ).format(most=self.most)
            )
        return super().check(value)

    def words(self, value: str | None) -> str:
        return value or ""


class Email(Text):
    """An e-mail address; letters of any alphabet are allowed before and after the @."""

    def read(self, text: str) -> str:
        address = super().read(text)
        if not _EMAIL.match(address):
            raise Invalid(
                _("“{text}” is not an e-mail address. Write it like name@city.org.").format(text=text)
            )
        return address


class Phone(Text):
    """A phone number as it is written on the card."""

    def read(self, text: str) -> str:
        number = super().read(text)
        if not _PHONE.match(number):
            raise Invalid(
                _("“{text}” is not a phone number. Write it like +90 266 123 45 67.").format(text=text)
            )
        return number


class WebAddress(Text):
    """A web address; only http and https are taken."""

    def read(self, text: str) -> str:
        address = super().read(text)
        try:
            parts = urlsplit(address if "://" in address else f"https://{address}")
            good = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and " " not in address
        except ValueError:
            good = False
        if not good:
            raise Invalid(_("“{text}” is not a web address. Write it like www.city.org.").format(text=text))
        return address


class Zone(Text):
    """A time zone by its IANA name."""

    def read(self, text: str) -> str:
        wanted = fold(super().read(text).replace(" ", "_"))
        found = next((zone for zone in sorted(zones()) if fold(zone) == wanted), "")
        if not found:
            raise Invalid(_("“{zone}” is not a time zone. Write it like Europe/Istanbul.").format(zone=text))
        return found


class Words(Kind[tuple[str, ...]]):
    """Several words or short phrases, separated by commas."""

    empty: ClassVar[tuple[str, ...]] = ()

    def read(self, text: str) -> tuple[str, ...]:
        parts = (" ".join(_CONTROL.sub("", part).split()) for part in re.split(r"[,;\n]", text))
        return tuple(dict.fromkeys(part for part in parts if part))

    def pack(self, value: tuple[str, ...]) -> Json:
        return list(value)

    def unpack(self, packed: Any) -> tuple[str, ...]:
        return tuple(packed)

    def pack_text(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)

    def unpack_text(self, text: str) -> tuple[str, ...]:
        return tuple(text.split(", ")) if text else ()

    def show(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)

    def words(self, value: tuple[str, ...] | None) -> str:
        return " ".join(value or ())

    def choices(self) -> tuple[str, ...]:
        """The words there are to choose from; none if any will do."""
        return ()

    def named(self, word: str) -> str:
        """What one word is called in the language spoken now."""
        return word


class Languages(Words):
    """Languages somebody speaks, by ISO 639 codes; names in Turkish and English are read too."""

    def __init__(self, known: tuple[str, ...] = (), *, required: bool = False) -> None:
        super().__init__(required=required)
        self.known = known or _COMMON_LANGUAGES

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._code(part) for part in super().read(text)))

    def _code(self, text: str) -> str:
        wanted = fold(text)
        for code in self.known:
            if wanted in (code, fold(language_name(code, "tr")), fold(language_name(code, "en"))):
                return code
        if _LANGUAGE.match(wanted) and language_name(wanted, "en").lower() != wanted:
            return wanted
        raise Invalid(
            _("“{text}” is not a language dipdesk knows. Write its name or its code.").format(text=text)
        )

    def show(self, value: tuple[str, ...]) -> str:
        return join_words([language_name(code) for code in value])

    def edit(self, value: tuple[str, ...] | None) -> str:
        return ", ".join(language_name(code) for code in value or ())

    def choices(self) -> tuple[str, ...]:
        return self.known

    def named(self, word: str) -> str:
        return language_name(word)


class Countries(Words):
    """Several countries, by ISO 3166 codes; names in Turkish and English are read too."""

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._code(part) for part in super().read(text)))

    def _code(self, text: str) -> str:
        code = countries.find(text)
        if code is None:
            raise Invalid(
                _("“{text}” is not a country dipdesk knows. Write its name or its code.").format(text=text)
            )
        return code

    def show(self, value: tuple[str, ...]) -> str:
        return join_words([self.named(code) for code in value])

    def edit(self, value: tuple[str, ...] | None) -> str:
        return ", ".join(self.named(code) for code in value or ())

    def choices(self) -> tuple[str, ...]:
        return countries.codes()

    def named(self, word: str) -> str:
        return countries.name(word, language())


_COMMON_LANGUAGES = (
    *("tr", "en", "de", "fr", "ar", "ru", "es", "it", "el", "bg", "mk", "sq", "bs", "sr", "hr", "ro", "hu"),
    *("pl", "uk", "az", "kk", "ky", "uz", "tk", "tt", "fa", "ku", "he", "ka", "hy", "zh", "ja", "ko", "pt"),
    *("nl", "sv", "da", "nb", "fi", "et", "lv", "lt", "cs", "sk", "sl", "id", "ms", "ur", "hi", "vi", "th"),
    *("mn", "so", "sw"),
)
