"""What an import did or would do: the counts, the refusals, and the sentences that say so."""

from dataclasses import dataclass, field

from dipdesk.i18n import format_number, ngettext


@dataclass(frozen=True)
class Outcome:
    """What a row does: ``add``, ``update``, ``same``, or ``refused`` with the reason and the column."""

    line: int
    cells: tuple[str, ...]
    action: str
    reason: str = ""
    column: int | None = None


@dataclass(frozen=True)
class ImportResult:
    """What an import did or would do: rows read, records added and updated, rows that change nothing.

    ``by_entity`` says how many of each entity are added; ``stored`` whether anything was written.
    """

    read: int
    added: int
    updated: int
    same: int
    refused: tuple[Outcome, ...]
    by_entity: dict[str, int] = field(default_factory=dict)
    stored: bool = False

    def sentences(self) -> list[str]:
        """What was done: rows read and records added, then what else happened."""
        said = [
            _counted(ngettext("{count} row read.", "{count} rows read.", self.read), self.read),
            _counted(ngettext("{count} record added.", "{count} records added.", self.added), self.added),
        ]
        if self.updated:
            updated = ngettext("{count} record updated.", "{count} records updated.", self.updated)
            said.append(_counted(updated, self.updated))
        return [*said, *self._left()]

    def forecast(self) -> list[str]:
        """What would be done."""
        said = [_counted(ngettext("{count} row read.", "{count} rows read.", self.read), self.read)]
        if self.added or not self.updated:
            added = ngettext("{count} record will be added.", "{count} records will be added.", self.added)
            said.append(_counted(added, self.added))
        if self.updated:
            updated = ngettext(
                "{count} record will be updated.", "{count} records will be updated.", self.updated
            )
            said.append(_counted(updated, self.updated))
        return [*said, *self._left()]

    def _left(self) -> list[str]:
        said = []
        if self.same:
            same = ngettext("{count} row is known already.", "{count} rows are known already.", self.same)
            said.append(_counted(same, self.same))
        if self.refused:
            count = len(self.refused)
            said.append(
                _counted(ngettext("{count} row is refused.", "{count} rows are refused.", count), count)
            )
        return said


def _counted(sentence: str, count: int) -> str:
    return sentence.format(count=format_number(count))
