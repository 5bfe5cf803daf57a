import pytest

from pipelines.text.normalise import clean, fold, match_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phòng Văn hoá – Xã hội", "phòng văn hóa - xã hội"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("NĐ-СР", "nđ-cp"),  # Cyrillic С and Р
        ("“Một cửa”", '"một  cửa"'),
        ("hoà", "hòa"),
        ("thuý", "thúy"),
    ],
)
def test_spellings_of_the_same_words_have_one_key(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize("text", ["quý", "quy", "kế hoạch", "hoàn thành", "tuyến"])
def test_a_key_leaves_ordinary_words_alone(text: str) -> None:
    assert match_key(text) == text or match_key(text) == match_key(match_key(text))
    assert match_key("Quý") == "quý"


def test_different_words_keep_different_keys() -> None:
    assert match_key("Hội đồng") != match_key("Hội động")
    assert fold("Hội đồng") == fold("Hội động") == "hoi dong"


def test_clean_composes_and_squeezes() -> None:
    assert clean("  Kế\u00a0 hoa\u0323ch\n") == "Kế hoạch"
