"""A sample's definition to the elements of its document, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from tests.samples.annexes import deadline, filled, printed_units, target_annex, task_annex
from tests.samples.catalogue import content, tasks, unit_names
from tests.samples.emulation import emulation_body
from tests.samples.layout import Columns, Element, NewSection, Para
from tests.samples.samples import Sample

_LETTERS = "abcdđeghiklmnopq"


def compose(sample: Sample) -> list[Element]:
    """Letterhead, title, narrative, signature and annexes."""
    elements: list[Element] = [_letterhead(sample), Para("KẾ HOẠCH", bold=True, centered=True)]
    elements += [Para(line, bold=True, centered=True) for line in sample.title]
    elements.append(Para(sample.preamble))
    elements += emulation_body(sample) if sample.emulation else _body(sample)
    vhxh = unit_names(sample.unit_habits, sample.commune_type)["VHXH"]
    closing = content("narrative")["closing"].replace("{subject}", sample.subject).replace("{vhxh}", vhxh)
    elements += [Para(filled(closing, sample)), _signature(sample)]
    return elements + list(_annexes(sample))


def _letterhead(sample: Sample) -> Columns:
    place = f"{sample.commune_type} {sample.commune}"
    number = f"Số: {sample.number}" if sample.number else "Số:        /KH-UBND"
    return Columns(
        (
            Para("ỦY BAN NHÂN DÂN", bold=True, centered=True),
            Para(place.upper(), bold=True, centered=True),
            Para(number, centered=True),
        ),
        (
            Para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, centered=True),
            Para("Độc lập - Tự do - Hạnh phúc", bold=True, centered=True),
            Para(f"{sample.commune}, {sample.dated}", italic=True, centered=True),
        ),
    )


def _signature(sample: Sample) -> Columns:
    recipients = (
        "- Ủy ban nhân dân tỉnh (b/c);",
        "- Sở Nội vụ;",
        f"- TT Đảng ủy, TT HĐND {sample.commune_type};",
        f"- Các phòng, trung tâm thuộc {sample.commune_type};",
        "- Lưu: VT, VHXH.",
    )
    authority = (
        () if sample.signer_title[0].startswith("KT.") else (Para("TM. ỦY BAN NHÂN DÂN", bold=True, centered=True),)
    )
    return Columns(
        (Para("Nơi nhận:", bold=True, italic=True), *(Para(line) for line in recipients)),
        (
            *authority,
            *(Para(line, bold=True, centered=True) for line in sample.signer_title),
            Para(""),
            Para(sample.signer, bold=True, centered=True),
        ),
    )


def _body(sample: Sample) -> Iterator[Element]:
    words = content("narrative")
    yield Para("I. MỤC ĐÍCH, YÊU CẦU VÀ CHỈ TIÊU", bold=True)
    yield Para("1. Mục đích", bold=True)
    yield from _items(words["purpose"][slice(*sample.purpose_slice)], sample, "dash")
    yield Para("2. Yêu cầu", bold=True)
    yield from _items(words["requirement"][: sample.purpose_slice[1]], sample, "dash")
    yield Para("3. Chỉ tiêu cụ thể", bold=True)
    yield from _items(words["targets"][slice(*sample.target_slice)], sample, "dash")
    if sample.multi_year:
        yield Para("(Chỉ tiêu từng giai đoạn tại Phụ lục I kèm theo)", italic=True)
    yield Para(f"II. NHIỆM VỤ {sample.period.upper()}", bold=True)
    for number, domain in enumerate(words["domains"].values(), start=1):
        yield Para(f"{number}. {domain['heading']}", bold=True)
        yield from _domain(sample, number, domain)
    if sample.annex is not None:
        which = "Phụ lục II" if sample.multi_year else "Phụ lục"
        yield Para(f"(Nhiệm vụ cụ thể tại {which} kèm theo Kế hoạch này)", italic=True)
    yield Para("III. KINH PHÍ THỰC HIỆN", bold=True)
    yield Para(filled(words["funding"], sample))
    yield Para("IV. TỔ CHỨC THỰC HIỆN", bold=True)
    names = unit_names(sample.unit_habits, sample.commune_type)
    for number, (unit, duties) in enumerate(words["organisation"].items(), start=1):
        yield Para(f"{number}. {names[unit]}", bold=True)
        yield from _items(duties, sample, "dash")


def _domain(sample: Sample, number: int, domain: dict[str, list[str]]) -> Iterator[Element]:
    if sample.narrative == "tasks":
        own = [tasks()[key] for key in sample.task_keys if tasks()[key].domain == number]
        for position, task in enumerate(own):
            lead, others = printed_units((task.lead,), sample), printed_units(task.coordinating, sample)
            yield Para(
                f"- {filled(task.text, sample)}. Đơn vị chủ trì: {lead}; phối hợp: {others}; "
                f"thời gian: {deadline(task, sample, position)}."
            )
        return
    items = [*domain["items"][slice(*sample.item_slice)], *sample.local_items.get(number, ())]
    if sample.narrative == "parenthesis":
        yield Para(f"{number}.1. Mục tiêu", bold=True)
        yield from _items(domain["objectives"], sample, "dash")
        yield Para(f"{number}.2. Nhiệm vụ", bold=True)
    yield from _items(items, sample, sample.narrative)


def _items(texts: list[str], sample: Sample, marker: str) -> Iterator[Para]:
    for index, text in enumerate(texts):
        printed = filled(text, sample)
        if marker == "dash" and sample.auto_numbering:
            yield Para(printed, numbering="dash")
        elif marker == "letter":
            yield Para(f"{_LETTERS[index]}) {printed}")
        elif marker == "parenthesis":
            yield Para(f"({index + 1}) {printed}")
        else:
            yield Para(f"- {printed}")


def _annexes(sample: Sample) -> Iterator[Element]:
    if sample.annex is None:
        return
    place = f"{sample.commune_type} {sample.commune}"
    number = sample.number or "      /KH-UBND"
    caption = f"(Kèm theo Kế hoạch số {number} {sample.dated} của Ủy ban nhân dân {place})"
    yield NewSection(landscape=True)
    if sample.multi_year:
        yield Para("PHỤ LỤC I", bold=True, centered=True)
        yield Para("CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030", bold=True, centered=True)
        yield Para(caption, italic=True, centered=True)
        yield target_annex(sample)
    yield Para(sample.annex.label, bold=True, centered=True)
    title = sample.annex.title.format(period_upper=sample.period.upper())
    yield Para(f"{title} CỦA {place.upper()}", bold=True, centered=True)
    yield Para(caption, italic=True, centered=True)
    yield task_annex(sample, sample.annex)
