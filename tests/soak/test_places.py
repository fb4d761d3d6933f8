"""Keep the record in places with long and unusual names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.soak import clinic


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows it only where it was asked to")
def test_a_path_of_more_than_260_signs_holds_a_record_and_its_backups(tmp_path: Path) -> None:
    # 86 signs of three bytes are the longest name of a folder there is.
    folder = tmp_path / ("診所 資料 " * 12) / "a folder of a clinic, with 空格 %20 and 'quotes'"

    services = clinic.services_on(clinic.make(folder))
    services.clinic.unlock(PASSPHRASE)
    made = services.safety.back_up()

    assert len(str(made.row.path).encode()) > 260
    assert services.safety.verify().sound
    assert services.safety.try_out(made.row.path, PASSPHRASE).fits
    services.clinic.lock()
