"""Read how far a laboratory has come with a result: its letters in messages, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class ReportStatus(StrEnum):
    """Name how far a laboratory has come with a result."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    AWAITED = "awaited"
    UNREAD = "unread"


_WORDS: Mapping[ReportStatus, str] = {
    ReportStatus.FINAL: "f final verified validated complete completed 最終 最终 已審核 已审核",
    ReportStatus.PROVISIONAL: "p prelim preliminary provisional partial 初步 暫時 未審核 未审核",
    ReportStatus.CORRECTED: "c corrected correction amended revised 更正 修正 修改 已更正 已修正",
    ReportStatus.WITHDRAWN: "d x w deleted cancelled canceled entered-in-error 取消 作廢 作废",
    ReportStatus.AWAITED: "i r o s registered pending ordered scheduled 待驗 待验 檢驗中 检验中",
}
_KNOWN: Mapping[str, ReportStatus] = {
    word: status for status, words in _WORDS.items() for word in words.split()
}


def status_of(text: str) -> ReportStatus:
    """Read a status; an empty one is final, since laboratories print what is finished."""
    if not text or text.isspace():
        return ReportStatus.FINAL
    return _KNOWN.get(text.strip().casefold(), ReportStatus.UNREAD)
