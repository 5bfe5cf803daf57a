"""Fixtures that every area of the tests uses."""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real plans and their truth files beside the checkout; the test is skipped where it is absent."""
    shared = REPOSITORY.parent / "shared"
    if not (shared / "plans").is_dir():
        pytest.skip("the folder of real plans (../shared) is not beside this checkout")
    return shared
