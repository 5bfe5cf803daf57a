"""Provinces by name or code."""

from __future__ import annotations

import pytest

from pipelines.provinces import UnknownProvinceError, province_codes


@pytest.mark.parametrize("text", ["Quảng Trị", "Tỉnh Quảng Trị", "tỉnh quảng trị", "quang tri", "44", " Quảng  Trị "])
def test_ways_to_name_a_province(text: str) -> None:
    assert province_codes([text]) == ("44",)


@pytest.mark.parametrize("text", ["Hà Nội", "TP Hà Nội", "Thành phố Hà Nội", "01", "1"])
def test_ways_to_name_a_city(text: str) -> None:
    assert province_codes([text]) == ("01",)


def test_several_once_each() -> None:
    assert province_codes(["Quảng Trị", "44", "Hà Nội"]) == ("01", "44")
    assert province_codes([]) == ()


def test_an_unknown_name_is_an_error_that_helps() -> None:
    with pytest.raises(UnknownProvinceError, match="Quảng Trị"):
        province_codes(["Quảng Chị"])
    with pytest.raises(UnknownProvinceError):
        province_codes(["999"])
