"""What the words of a column label speak for, whatever the column's place and wording.

Every phrase of the vocabulary that a label contains speaks for one meaning, the phrase it opens with a little more,
for a Vietnamese label names its head first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from pipelines.text.normalise import fold


class Meaning(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    GROUP = "group"
    TASK = "task"
    OBJECTIVE = "objective"
    ACTIVITY = "activity"
    OUTPUT = "output"
    LEAD = "lead"
    COORDINATING = "coordinating"
    JOINT_ROLES = "joint_roles"
    DEADLINE = "deadline"
    BUDGET = "budget"
    NOTE = "note"
    INDICATOR = "indicator"
    UNIT = "unit"
    TARGET_VALUE = "target_value"
    BASELINE = "baseline"
    SCORE = "score"
    SCHEDULE = "schedule"
    OTHER = "other"


# Without spaces: a narrow column breaks 'Số TT' into letters.
_NUMBER_LABEL = re.compile(r"s?tt|sott|(?:so)?thutu|stttt|maso|muc|no|#")

# Phrases without diacritics (headers of scans lose them) and how strongly each speaks for a meaning.
VOCABULARY: dict[Meaning, dict[str, float]] = {
    Meaning.GROUP: {"linh vuc": 2.0, "nhom nhiem vu": 4.0},
    Meaning.TASK: {"nhiem vu": 3.0, "noi dung": 1.5, "cong viec": 2.5, "dau viec": 3.0, "viec can": 2.0},
    Meaning.OBJECTIVE: {"muc tieu": 3.0, "muc dich": 3.0, "yeu cau": 1.5},
    Meaning.ACTIVITY: {"hoat dong": 2.5, "giai phap": 2.5, "bien phap": 2.5, "cach thuc": 2.0, "cac buoc": 2.0},
    Meaning.OUTPUT: {
        "san pham": 3.0,
        "ket qua": 2.0,
        "dau ra": 3.0,
        "hinh thuc van ban": 2.0,
        "loai van ban": 2.0,
        "van ban": 1.0,
    },
    Meaning.LEAD: {
        "chu tri": 3.5,
        "chiu trach nhiem": 3.0,
        "trach nhiem": 2.0,
        "tham muu": 3.0,
        "phu trach": 2.5,
        "dau moi": 2.5,
        "don vi thuc hien": 3.0,
        "co quan thuc hien": 3.0,
        "bo phan thuc hien": 3.0,
        "nguoi thuc hien": 3.0,
        "to chuc thuc hien": 1.5,
        "phan cong": 2.5,
        "thuc hien chinh": 2.0,
        "theo doi": 1.5,
        "don vi": 1.0,
        "co quan": 1.0,
    },
    Meaning.COORDINATING: {"phoi hop": 3.5, "tham gia": 2.5, "lien quan": 1.0},
    Meaning.DEADLINE: {
        "thoi gian": 3.5,
        "thoi han": 3.5,
        "thoi diem": 3.5,
        "tien do": 3.5,
        "lo trinh": 3.0,
        "han hoan thanh": 3.5,
        "hoan thanh": 2.0,
        "ket thuc": 2.0,
        "bat dau": 1.0,
        "ngay": 1.0,
    },
    Meaning.BUDGET: {"kinh phi": 3.5, "du toan": 3.5, "ngan sach": 2.5, "nguon von": 3.0},
    Meaning.NOTE: {"ghi chu": 4.0},
    Meaning.INDICATOR: {"chi tieu": 3.0, "tieu chi": 3.0, "chi so": 2.5},
    Meaning.UNIT: {"don vi tinh": 6.0, "dvt": 6.0, "don vi do": 6.0, "dv tinh": 6.0},
    Meaning.TARGET_VALUE: {
        "gia tri": 2.5,
        "muc dat": 3.0,
        "phan dau": 3.0,
        "can dat": 2.0,
        "ke hoach": 1.5,
        "muc tieu": 2.0,
        "ket qua": 1.0,
        "ty le": 1.5,
        "giai doan": 1.5,
    },
    Meaning.BASELINE: {
        "hien trang": 4.0,
        "uoc thuc hien": 4.0,
        "da dat": 4.0,
        "ket qua thuc hien": 1.5,
        "so lieu": 1.5,
    },
    Meaning.SCORE: {"thang diem": 4.0, "diem chuan": 4.0, "diem toi da": 4.0, "diem cham": 4.0, "diem": 2.0},
    Meaning.OTHER: {"lanh dao": 4.5, "ban hanh": 3.0, "phe duyet": 3.0, "cap trinh": 4.0, "can cu": 3.0},
}

_YEAR = re.compile(r"\b20\d\d\b")
_MIN_SCORE = 1.0
_UPPER_SHARE = 0.3
_HEAD_BONUS = 1.25
_GENERIC = 1.0


def scores(label: str) -> dict[Meaning, float]:
    """How strongly the words of a label speak for each meaning; empty when they say nothing."""
    key = re.sub(r"\s+", " ", re.sub(r"[^\w#]+", " ", fold(label))).strip()
    if _NUMBER_LABEL.fullmatch(key.replace(" ", "")):
        return {Meaning.NUMBER: 6.0}
    found: dict[Meaning, float] = {}
    first_at = len(key) + 1
    first: Meaning | None = None
    for meaning, phrases in VOCABULARY.items():
        for phrase, weight in phrases.items():
            hit = re.search(rf"\b{phrase}\b", key)
            if hit is None:
                continue
            found[meaning] = max(found.get(meaning, 0.0), weight)
            if hit.start() < first_at and weight > _GENERIC:
                first_at, first = hit.start(), meaning
    if found.get(Meaning.LEAD, 0.0) >= 3.0 and found.get(Meaning.COORDINATING, 0.0) >= 3.0:
        found[Meaning.JOINT_ROLES] = 6.0
    if first is not None:
        found[first] += _HEAD_BONUS
    if _YEAR.search(key) and not _names_document_field(found):
        found[Meaning.TARGET_VALUE] = found.get(Meaning.TARGET_VALUE, 0.0) + 2.0
    return found


def level_scores(levels: Sequence[str]) -> dict[Meaning, float]:
    """Scores of a label printed in levels, upper first: the lower one decides, the upper ones help.

    'Cơ quan chịu trách nhiệm' over 'Phối hợp' is a coordinating column, 'Thời gian' over 'Bắt đầu' a deadline.
    """
    *uppers, lower = levels
    found = scores(lower)
    for upper in uppers:
        for meaning, score in scores(upper).items():
            found[meaning] = found.get(meaning, 0.0) + score * (_UPPER_SHARE if found else 1.0)
    return found


def _names_document_field(found: dict[Meaning, float]) -> bool:
    """A year inside 'Thời gian thực hiện năm 2026' or 'Nhiệm vụ năm 2026' is no value column."""
    fields = (Meaning.DEADLINE, Meaning.TASK, Meaning.LEAD, Meaning.BUDGET, Meaning.COORDINATING)
    return any(found.get(meaning, 0.0) >= 2.0 for meaning in fields)


def is_label(text: str) -> bool:
    """Whether a short cell reads like a column label at all."""
    return 0 < len(text) <= 90 and max(scores(text).values(), default=0.0) >= _MIN_SCORE
