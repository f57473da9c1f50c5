"""Trouble in what the user gave us, as a value: collected and shown, never raised across rooms."""

from __future__ import annotations

from msgspec import Struct


class Trouble(Struct, frozen=True):
    """What is wrong, where, and what to do about it; `lost` when something was left out because of it."""

    code: str
    """Stable: D and three digits, listed in docs/troubles.md."""
    where: str
    what: str
    do: str
    lost: bool = True

    def line(self) -> str:
        """One line for standard error."""
        return f"{self.where}: {self.what} [{self.code}]. {self.do}"
