"""Say how dear one guess of the passphrase is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyCost:
    """Hold the parameters of Argon2id; the defaults take about 0.1 s and 64 MiB (RFC 9106, 4)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4
