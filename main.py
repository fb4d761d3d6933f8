"""Start M-Spike: the window, or the command line of the contract."""

from __future__ import annotations

import sys

from desktop_app import platform_check


def main() -> int:
    """Run, and answer anything that this computer lacks with one line that names it."""
    try:
        from desktop_app import cli

        return cli.main(sys.argv[1:])
    except ImportError as error:
        return platform_check.refuse(error)


if __name__ == "__main__":
    sys.exit(main())
