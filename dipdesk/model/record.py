"""What every record has: an id, a title, a place in the alphabet; and the list of all entities."""

from abc import abstractmethod
from functools import lru_cache
from typing import Any, ClassVar
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, Session, mapped_column, relationship

from dipdesk.i18n import LANGUAGES, _, kept_language, sort_key, speaking
from dipdesk.model.fields import Field, fields, sorts_by_key
from dipdesk.model.kinds import ID_LENGTH, Link, Text
from dipdesk.rules.ids import new_id

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def shipped_id(name: str, code: str) -> str:
    """The id of a record that comes with every office file; the same in all, so that files can be merged."""
    return uuid5(NAMESPACE_URL, f"dipdesk:{name}:{code}").hex


class Record(DeclarativeBase):
    """One thing the office knows. Subclasses declare ``label`` and fields, and say their ``title``."""

    metadata = MetaData(naming_convention=_NAMES)

    label: ClassVar[tuple[str, str]]
    """What one and many of it are called (source texts)."""
    icon: ClassVar[str] = "record"
    columns: ClassVar[tuple[str, ...]] = ()
    """The fields a table shows until somebody chooses others."""
    asks: ClassVar[tuple[str, ...]] = ()
    """The fields a form for a new one asks for, in their order; those that tables show if none are named."""
    order_by: ClassVar[tuple[str, ...]] = ()
    """The columns by which its lists are ordered at first; by title if none."""

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, sort_order=-3)
    title_key_tr: Mapped[bytes] = mapped_column(LargeBinary, nullable=True, index=True, sort_order=-2)
    title_key_en: Mapped[bytes] = mapped_column(LargeBinary, nullable=True, index=True, sort_order=-1)

    def __init_subclass__(cls, **settings: Any) -> None:
        for name, value in list(vars(cls).items()):
            declared = value.column.info.get("field") if isinstance(value, MappedColumn) else None
            if declared is not None and declared.listed and sorts_by_key(declared.kind):
                setattr(cls, f"{name}_key", mapped_column(LargeBinary, nullable=True, sort_order=1000))
        super().__init_subclass__(**settings)

    def __init__(self, **values: Any) -> None:
        self.id = values.pop("id", None) or new_id()
        for one in fields(type(self)):
            start = one.kind.empty if one.initial is None else one.initial
            setattr(self, one.name, values.pop(one.name, start))
        for name, value in values.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
            setattr(self, name, value)

    @abstractmethod
    def title(self) -> str:
        """What the record is called in the language spoken now; may follow links."""

    def order_text(self) -> str:
        """The text by which it is put in the alphabet."""
        return self.title()

    def remarks(self) -> dict[str, str]:
        """What to think about, by field: values that contradict each other; they are kept all the same."""
        return {}

    def unsaid(self) -> tuple[str, ...]:
        """The fields of which at least one is needed, if all are blank; none if all is well."""
        texts = tuple(
            one.name for one in fields(type(self)) if isinstance(one.kind, Text) and one.kind.either
        )
        return () if any((getattr(self, name) or "").strip() for name in texts) else texts

    def derived(self) -> dict[str, bytes]:
        """The sort keys that go with the fields: by title in every language, and of each line of text."""
        keys = {}
        for spoken in LANGUAGES:
            with speaking(spoken):
                keys[title_column(spoken)] = sort_key(self.order_text(), spoken)
        for name, column in _keyed(type(self)):
            keys[column] = sort_key(getattr(self, name) or "")
        return keys


def needed_in_one_language() -> str:
    """What is said where :meth:`Record.unsaid` names something."""
    return _("This is needed in at least one language.")


@lru_cache
def _keyed(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of an entity that have a sort key, and the columns where it stands."""
    return tuple((one.name, one.key_column) for one in fields(kind) if one.key_column)


def title_column(spoken: str = "") -> str:
    """The column that holds the order by title in a language, the one spoken now by default."""
    return f"title_key_{kept_language(spoken)}"


def follow(column: Any) -> Any:
    """The record behind a Link field of the same class, to read: ``partner = follow(partner_id)``."""
    return relationship(foreign_keys=column, viewonly=True)


@lru_cache
def entities() -> tuple[type[Record], ...]:
    """Every entity, by name."""
    return tuple(sorted((mapper.class_ for mapper in Record.registry.mappers), key=entity_name))


def entity_name(entity: type[Record]) -> str:
    """The name of an entity in the file, on the command line and in the history: ``programme_item``."""
    return str(entity.__tablename__)


def entity(name: str) -> type[Record]:
    """The entity of that name; raises KeyError."""
    return {entity_name(one): one for one in entities()}[name]


@lru_cache
def links_to(target: type[Record]) -> tuple[tuple[type[Record], Field], ...]:
    """All fields of all entities that link to ``target``."""
    name = entity_name(target)
    return tuple(
        (one, link)
        for one in entities()
        for link in fields(one)
        if isinstance(link.kind, Link) and link.kind.target == name
    )


def linked(session: Session, record: Record, link: Field) -> Record | None:
    """The record behind the Link field ``link`` of ``record``."""
    value = getattr(record, link.name)
    if not value or not isinstance(link.kind, Link):
        return None
    return session.get(entity(link.kind.target), value)
