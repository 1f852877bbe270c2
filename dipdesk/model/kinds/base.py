"""What a kind of value is: how it is stored, read, shown, searched and kept in the history."""

from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import String, types
from sqlalchemy.engine import Dialect

from dipdesk.errors import Invalid
from dipdesk.i18n import _

T = TypeVar("T")
Json = str | int | float | bool | None | list[Any] | dict[str, Any]


class AsText(types.TypeDecorator[Any]):
    """Stores a value as the text that ``to_text`` gives and ``from_text`` reads back."""

    impl = String
    cache_ok = True

    def __init__(self, to_text: Callable[[Any], str] = str, from_text: Callable[[str], Any] = str) -> None:
        super().__init__()
        self.to_text = to_text
        self.from_text = from_text

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else self.to_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.from_text(value)


class Kind(Generic[T]):
    """One kind of value. Subclasses say how to ``read``, ``show`` and ``pack`` it; T is its Python type."""

    empty: ClassVar[Any] = None
    numeric: ClassVar[bool] = False

    def __init__(self, *, required: bool = False) -> None:
        self.required = required

    @property
    def sql(self) -> types.TypeEngine[Any]:
        """The type of its database column."""
        return AsText(self.pack_text, self.unpack_text)

    def read(self, text: str) -> T:
        """The value of a text that is not empty; raises Invalid."""
        raise Invalid(_("This value cannot be typed in."))

    def show(self, value: T) -> str:
        """The value as people read it in the language spoken now."""
        return str(value)

    def pack(self, value: T) -> Json:
        """The value as JSON, for history and export; the same in every language."""
        return self.pack_text(value)

    def unpack(self, packed: Any) -> T:
        """The value of what ``pack`` gave."""
        return self.unpack_text(packed)

    def pack_text(self, value: T) -> str:
        """The value as text that ``read`` understands in every language."""
        return str(value)

    def unpack_text(self, text: str) -> T:
        """The value of a stored text."""
        return self.read(text)

    def parse(self, text: str) -> T | None:
        """The value of what a person typed or a file held; the empty value for blank; raises Invalid."""
        clean = text.strip().strip("\u00a0\ufeff").strip()
        return self.check(self.read(clean) if clean else self.empty)

    def typed(self, text: str) -> T | None:
        """``parse`` for what a person types and sees at once; it may take shorter forms."""
        return self.parse(text)

    def check(self, value: T | None) -> T | None:
        """The value itself if it may be stored; raises Invalid."""
        if self.required and value in (None, "", ()):
            raise Invalid(_("This is needed."))
        return value

    def format(self, value: T | None) -> str:
        """The value as people read it; empty for none."""
        return "" if value is None or value == self.empty else self.show(value)

    def widest(self) -> str:
        """The longest text that ``show`` gives, where all are of one pattern; else empty."""
        return ""

    def edit(self, value: T | None) -> str:
        """The text an editor starts with; ``parse`` reads it back."""
        return "" if value is None or value == self.empty else self.pack_text(value)

    def words(self, value: T | None) -> str:
        """The text by which search finds it; empty if it is not searched."""
        return ""

    def to_json(self, value: T | None) -> Json:
        """``pack`` for values that may be missing; none at all is the empty value."""
        present = self.empty if value is None else value
        return None if present is None else self.pack(present)

    def from_json(self, packed: Json) -> T | None:
        """The inverse of ``to_json``."""
        return None if packed is None else self.unpack(packed)
