"""Fill a fresh record with twenty fictional patients, for demonstrations, pictures and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import Clock

# No secret: the record that it opens holds nobody and is removed with the window.
PASSPHRASE = "demonstration only"  # noqa: S105 - meant to be known


def build(paths: Paths, clock: Clock | None = None) -> Services:
    """Give the services of a new record that is open and holds the fictional patients.

    Days count back from today; a fixed ``clock`` makes the same pictures on any day.
    """
    from desktop_app.bootstrap import build_services
    from desktop_app.demo.filling import fill
    from desktop_app.services.clock import Clock as RunningClock

    services = build_services(paths, clock or RunningClock())
    services.clinic.create(PASSPHRASE)
    fill(services, paths.resources)
    return services
