"""The sample office: two lists that were really published, and a town with its visits that is made up."""

from pathlib import Path

from dipdesk import paths
from dipdesk.actions import story
from dipdesk.exchange import csv_import
from dipdesk.i18n import N_
from dipdesk.progress import Progress
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile

NAME = "Örnekkent Belediyesi"
LISTS = ("sister_cities_published.csv", "union_collaborations.csv")
VISIT = story.record_id("visit", "beispielburg_2027")
"""The id of the visit that fills every section of its brief."""


def create(path: Path, progress: Progress | None = None) -> OfficeFile:
    """A new office file with the sample office in it; raises Known as ``opening.create`` does.

    Nothing remains of the file if the work is cancelled.
    """
    office = opening.create(path, NAME, progress=progress)
    try:
        _fill(office, progress)
    except BaseException:
        office.forget_steps()
        opening.close(office)
        for made in (path, path.with_name(f"{path.name}-journal")):
            made.unlink(missing_ok=True)
        raise
    return office


def _fill(office: OfficeFile, progress: Progress | None) -> None:
    folder = paths.resources("sample")
    for name in LISTS:
        plan = csv_import.guess(csv_import.read_table(folder / name))
        csv_import.run(office, plan, skip_refused=True, progress=progress)
    story.tell(office, folder, N_("Sample office filled"), progress)
    office.forget_steps()
