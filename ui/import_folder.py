"""Remember on this computer which folder is watched for files of laboratories."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.context import UiContext

_FOLDER = "import/folder"


def watched_folder(context: UiContext) -> str:
    """Give the watched folder; an empty text is none."""
    return str(context.settings.value(_FOLDER, "", type=str))


def watch_folder(context: UiContext, folder: str) -> None:
    """Watch a folder from now on; an empty text is none."""
    context.settings.setValue(_FOLDER, folder)
