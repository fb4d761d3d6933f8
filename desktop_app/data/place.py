"""Tell whether a folder is on another computer: no record is opened there.

The locks of a database file do not hold over a network: two computers on one file damage it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.domain.errors import StorageError

# What Linux calls the file systems of other computers, and of a host behind a virtual machine.
REMOTE = frozenset(
    [
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda"),
        *("fuse.sshfs", "fuse.davfs", "davfs", "fuse.rclone", "fuse.gvfsd-fuse", "ceph", "9p"),
        *("glusterfs", "fuse.glusterfs", "lustre", "vboxsf", "fuse.vmhgfs-fuse", "prl_fs"),
    ]
)
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4  # what Windows answers of a drive letter that stands for a share


def refuse_network(folder: Path) -> None:
    """Pass where a folder is of this computer.

    Raises:
        StorageError: ``network_folder``.
    """
    if is_remote(folder.absolute()):
        raise StorageError("network_folder")


if sys.platform == "win32":

    def is_remote(folder: Path) -> bool:
        """Tell whether a folder is of another computer: a share, or a letter for one."""
        import ctypes

        if folder.drive.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
else:

    def is_remote(folder: Path) -> bool:
        """Tell whether a folder is of another computer; where nobody can tell, it is not."""
        try:
            mounts = _MOUNTS.read_text("utf-8", errors="surrogateescape")
        except OSError:
            return False
        return file_system_of(folder.resolve(), mounts) in REMOTE


def file_system_of(folder: Path, mounts: str) -> str:
    """Give the file system on which a folder lies, of a list of mounts as Linux writes it."""
    found, longest = "", -1
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        # Spaces and the like stand there as octal numbers.
        point = Path(parts[1].encode("latin-1", "replace").decode("unicode_escape"))
        depth = len(point.parts)
        if (folder == point or point in folder.parents) and depth >= longest:
            found, longest = parts[2], depth
    return found
