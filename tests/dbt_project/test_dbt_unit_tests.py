"""The unit tests written beside the dbt models pass."""

from __future__ import annotations

from tests.dbt_project.conftest import DbtBuild


def test_dbt_unit_tests_pass(dbt_build: DbtBuild) -> None:
    assert "ERROR=0" in dbt_build.run("test", "--select", "test_type:unit")
