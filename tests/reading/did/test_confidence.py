"""The table of weights and the signs that are weighed belong together."""

import pytest

from diurna.reading.did import confidence


def test_a_table_that_lacks_a_sign_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "SIGNS", confidence.SIGNS | {"weather"})
    with pytest.raises(ValueError, match="weather"):
        confidence.fitted.__wrapped__()


def test_the_table_holds_every_sign() -> None:
    assert set(confidence.fitted()) == confidence.SIGNS
