"""Freeze the program: catalogues, one folder, its own self-test, archive and checksum.

    python packaging/build.py [--out dist]

A build that has not tested itself is not a build: without it there is no archive.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SELF_TEST_SECONDS = 180


def run(*command: str | Path, **environment: str) -> None:
    """Run one step in the checkout.

    Raises:
        subprocess.CalledProcessError: the step failed.
        subprocess.TimeoutExpired: the step took longer than the self-test may.
    """
    sys.stdout.write(f"== {' '.join(str(part) for part in command)}\n")
    sys.stdout.flush()
    subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=os.environ | environment,
        check=True,
        timeout=None if sys.executable in map(str, command) else SELF_TEST_SECONDS,
    )


def archive_of(folder: Path) -> Path:
    """Pack the frozen folder and write its checksum beside it."""
    system = f"{platform.system()}-{platform.machine()}".lower()
    kind = "zip" if platform.system() == "Windows" else "gztar"
    name = folder.parent / f"mspike-{version()}-{system}"
    packed = Path(shutil.make_archive(str(name), kind, folder.parent, folder.name))
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    packed.with_name(packed.name + ".sha256").write_text(f"{digest}  {packed.name}\n", "utf-8")
    return packed


def version() -> str:
    """Give the version that the program will say of itself."""
    sys.path.insert(0, str(ROOT))
    from desktop_app import __version__

    return __version__


def main() -> int:
    """Build, self-test and pack; the first step that fails ends it."""
    parser = argparse.ArgumentParser(description="Freeze M-Spike and let it test itself.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder of the result")
    out: Path = parser.parse_args().out.absolute()
    try:
        run(sys.executable, "packaging/translations.py", "compile")
        run(
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", out, "--workpath", out / "work", "packaging/clinic.spec"),
        )
        run(out / "mspike" / "mspike", "--self-test", QT_QPA_PLATFORM="offscreen")
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"not built: {error}\n")
        return 1
    packed = archive_of(out / "mspike")
    sys.stdout.write(f"{packed.name}: {packed.stat().st_size / 1e6:.0f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
