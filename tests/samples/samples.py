"""Which samples there are: who issues them, what they select from the catalogue, how they are laid out."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.samples.catalogue import content


@dataclass(frozen=True)
class Annex:
    """`columns` are (role, printed label); roles: number, text, objective, activity, output, lead, coordinating, units,
    deadline, budget, note. `group` is a pattern with {roman} {letter} {number} {name} {upper} {count}."""

    columns: tuple[tuple[str, str], ...]
    group: str
    label: str = "PHỤ LỤC"
    title: str = "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH {period_upper}"
    joined_roles_header: str | None = None
    restart_numbers: bool = False
    merged_group: bool = True
    prints_total: bool = False
    merges_leads: bool = False
    lead_repeats: bool = True


@dataclass(frozen=True)
class Sample:
    path: str
    commune_type: str
    commune: str
    province: str
    title: tuple[str, ...]
    period: str
    subject: str
    preamble: str
    number: str | None
    dated: str
    signer: str
    signer_title: tuple[str, ...] = ("CHỦ TỊCH",)
    year: int = 2026
    unit_habits: tuple[str, ...] = ()
    task_keys: tuple[str, ...] = ()
    deadlines: dict[str, str] = field(default_factory=dict)
    annex: Annex | None = None
    narrative: str = "dash"
    target_slice: tuple[int, int] = (0, 8)
    purpose_slice: tuple[int, int] = (0, 3)
    item_slice: tuple[int, int] = (0, 4)
    local_items: dict[int, tuple[str, ...]] = field(default_factory=dict)
    auto_numbering: bool = False
    multi_year: bool = False
    emulation: bool = False


STANDARD = (
    ("number", "STT"),
    ("text", "Nhiệm vụ"),
    ("lead", "Cơ quan chủ trì"),
    ("coordinating", "Cơ quan phối hợp"),
    ("output", "Sản phẩm"),
    ("deadline", "Thời gian hoàn thành"),
)
CENTRAL = "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"

SELECTIONS: dict[str, tuple[str, ...]] = {name: tuple(keys) for name, keys in content("selections").items()}
# Deadlines of the half-year plan; others of its tasks that fall later are moved into the second quarter.
HALF = {
    "ke-hoach": "Tháng 01/2026",
    "tu-cham": "Trước ngày 15/6/2026",
    "kiem-tra": "Quý II/2026",
    "doi-thoai": "Tháng 5/2026",
    "giai-ngan": "6 tháng đầu năm 2026",
    "tu-kiem-tra": "Quý I/2026",
    "hai-long": "Tháng 6/2026",
}


def annual(path: str, commune_type: str, commune: str, province: str, **details: object) -> Sample:
    """An annual plan for 2026 with the usual title, preamble and subject."""
    place = f"{commune_type} {commune}"
    defaults: dict[str, object] = {
        "title": (f"Cải cách hành chính năm 2026 của {place}",),
        "period": "năm 2026",
        "subject": f"cải cách hành chính năm 2026 của {place}",
        "preamble": (
            f"Thực hiện {CENTRAL}; các văn bản của Ủy ban nhân dân tỉnh {province} về cải cách hành chính năm 2026, "
            f"Ủy ban nhân dân {place} ban hành Kế hoạch với các nội dung sau:"
        ),
    }
    return Sample(path, commune_type, commune, province, **{**defaults, **details})  # type: ignore[arg-type]
