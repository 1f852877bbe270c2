"""Where a file lies: on this computer, in a network folder, or in one that a program copies to a cloud.

An office file that is worked on lies on this computer. Network folders do not keep the promises of locks and
of writing in order; a program that copies the file meanwhile tears it; and circular 2019/12 of the Turkish
Presidency lets public bodies keep no data in clouds outside their control.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path, PurePath, PureWindowsPath

from dipdesk.i18n import _
from dipdesk.store.refusals import Elsewhere

if sys.platform == "win32":
    import ctypes

_NETWORK_TYPES = (
    *(
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "beegfs",
        "davfs",
    ),
    *("fuse.davfs2", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs"),
    *("fuse.smbnetfs", "fuse.curlftpfs"),
)
"""File systems of Linux that lie on another computer."""
_NETWORK_DRIVE = 4
"""What Windows calls a drive of another computer (DRIVE_REMOTE)."""
_MOUNTS = Path("/proc/mounts")
_AT_HOME: tuple[tuple[str, str], ...] = (
    (r"OneDrive", "OneDrive"),
    (r"Dropbox( \(.+\))?", "Dropbox"),
    (r"Google Drive|GoogleDrive|My Drive|Drive'ım", "Google Drive"),
    (r"iCloudDrive|iCloud Drive", "iCloud"),
    (r"Nextcloud\d?", "Nextcloud"),
    (r"ownCloud\d?", "ownCloud"),
    (r"Yandex\.?Disk", "Yandex Disk"),
    (r"MEGA|MEGAsync", "MEGA"),
    (r"Box|Box Sync", "Box"),
    (r"pCloudDrive|pCloud Sync", "pCloud"),
    (r"SynologyDrive", "Synology Drive"),
    (r"Seafile", "Seafile"),
    (r"Proton Drive|ProtonDrive", "Proton Drive"),
    (r"Tresorit", "Tresorit"),
)
"""Folders that stand directly in a person's own folder or on a drive, and whose they are."""
_ANYWHERE: tuple[tuple[str, str], ...] = ((r"OneDrive - .+", "OneDrive"),)
_MAC = (("Library", "CloudStorage"), ("Library", "Mobile Documents"))
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.driveupload": "Google Drive",
    ".SynologyWorkingDirectory": "Synology Drive",
    ".seafile-data": "Seafile",
}
"""What such programs leave in the folder that they copy."""
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def check(path: Path) -> None:
    """Raise Elsewhere if an office file must not be worked on at ``path``; it need not exist."""
    place = path.absolute()
    with suppress(OSError, RuntimeError):
        place = place.resolve()
    if is_network(place):
        raise Elsewhere(
            _(
                "“{name}” lies in a network folder, where it could be damaged."
                " Copy it to this computer and work there."
            ).format(name=path.name),
            path,
        )
    if program := synced_by(place):
        raise Elsewhere(
            _(
                "“{name}” lies in a folder that {program} copies to a cloud: it could be damaged there, and"
                " circular 2019/12 does not allow it. Copy it to another folder of this computer."
            ).format(name=path.name, program=program),
            path,
        )


def is_network(path: Path) -> bool:
    """Whether a path lies on another computer."""
    if sys.platform == "win32":
        return is_share(PureWindowsPath(path)) or _drive_type(path) == _NETWORK_DRIVE
    try:
        table = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return mounted_as(path, table) in _NETWORK_TYPES


def is_share(path: PureWindowsPath) -> bool:
    r"""Whether a path of Windows names another computer: ``\\server\share\…``, not ``\\?\C:\…``."""
    drive = path.drive
    return drive.startswith("\\\\?\\UNC\\") or (drive.startswith("\\\\") and drive[2:3] not in ("?", "."))


def _drive_type(path: Path) -> int:
    """The kind of the drive that a path of Windows lies on; 0 on other systems."""
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(path.anchor))
    return 0


def mounted_as(path: PurePath, table: str) -> str:
    """The type of the file system that holds a path, by the text of ``/proc/mounts``; empty if unknown."""
    found, longest = "", -1
    for line in table.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = PurePath(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), parts[1]))
        if path.is_relative_to(point) and len(point.parts) >= longest:
            found, longest = parts[2], len(point.parts)
    return found


def synced_by(path: Path) -> str:
    """The program that copies the folder of a path to a cloud or to other computers; empty for none."""
    if program := program_of(path, os.environ):
        return program
    for folder in path.parents:
        for mark, program in _MARKS.items():
            if os.path.lexists(folder / mark):
                return program
    return ""


def program_of(path: PurePath, environment: Mapping[str, str]) -> str:
    """The program that a path is known for by its names, and by what the system says of them."""
    for name in _VARIABLES:
        folder = environment.get(name)
        if folder and path.is_relative_to(type(path)(folder)):
            return "OneDrive"
    parts = path.parts
    for first, second in _MAC:
        if any(pair == (first, second) for pair in pairwise(parts)):
            return "iCloud" if second == "Mobile Documents" else _("a cloud program")
    named = [*_matches(parts[1:-1], _ANYWHERE), *_matches(_own_folders(path), _AT_HOME)]
    return next(iter(named), "")


def _matches(names: "tuple[str, ...]", known: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name in names:
        for pattern, program in known:
            if re.fullmatch(pattern, name, re.IGNORECASE):
                yield program


def _own_folders(path: PurePath) -> tuple[str, ...]:
    """Of the names in a path the one in a person's own folder, and the one at the top of a drive."""
    parts = path.parts[:-1]
    found = []
    if len(parts) > 3 and parts[1].lower() in ("home", "users"):
        found.append(parts[3])
    if len(parts) > 2 and parts[1] == "root":
        found.append(parts[2])
    if len(parts) > 1 and isinstance(path, PureWindowsPath) and re.fullmatch(r"[A-Za-z]:\\", parts[0]):
        found.append(parts[1])
    return tuple(found)
