"""Who does a piece of work and by when, as narrative items print it: 'Đơn vị chủ trì: ...; thời gian: ...'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.parsing.vocabulary import TASK_OPENING, unit_likeness
from pipelines.text.normalise import fold

_BODY = r"(?:(?:cơ quan|đơn vị|bộ phận|CQ|ĐV|phòng|ban|ngành|cá nhân|cán bộ|công chức|người|tổ chức)[\s,/]*(?:và )?)*"
_DONE = (
    r"(?:\s*(?:,|/|và)?\s*(?:thực hiện|hoàn thành|triển khai|tham mưu|chính|giải quyết|trình|ban hành|báo cáo"
    r"|dự kiến))*"
)

# Who watches over the work leads no part of it: the label ends what is printed before it and fills no field.
_OVERSEER = "overseer"
# Labels of the parts of an assignment, by the record field they fill. Longer wordings of a field come first.
LABELS: dict[str, str] = {
    "joint": rf"{_BODY}chủ trì\s*(?:,|/|và|-)\s*(?:{_BODY}\s*)?phối hợp{_DONE}|phân công(?: thực hiện| nhiệm vụ)?"
    r"|trách nhiệm(?: thực hiện)?",
    "lead_text": rf"{_BODY}(?:chủ trì|chịu trách nhiệm|phụ trách|đầu mối){_DONE}|(?:cơ quan|đơn vị|bộ phận"
    rf"|người)\s+(?:thực hiện"
    rf"|tham mưu){_DONE}|đơn vị thường trực|(?<=\()thực hiện|CT",
    "coordinating_text": rf"{_BODY}(?:phối hợp|tham gia|cùng phối hợp){_DONE}(?: với)?|PH",
    "deadline_text": rf"(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|thời điểm|hạn|mốc thời gian){_DONE}|hoàn thành"
    rf"|lộ trình{_DONE}|TG",
    "output_text": rf"(?:dự kiến )?(?:kết quả|sản phẩm)(?:\s*[/,]\s*(?:kết quả|sản phẩm))?(?: đầu ra| dự kiến"
    rf"| cần đạt)?{_DONE}|SP",
    "budget_text": rf"(?:nguồn )?kinh phí{_DONE}|dự toán(?: kinh phí)?{_DONE}",
    _OVERSEER: (
        r"(?:đồng chí )?lãnh đạo(?: UBND(?: xã| phường| đặc khu)?)? (?:phụ trách|chỉ đạo|theo dõi)(?: chung| chỉ đạo)?"
    ),
}
_LABEL = re.compile(
    r"(?:^|(?<=[.;,(\-–+*•])|(?<=[.;,(\-–+*•] )|(?<=\) ))\s*(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in LABELS.items())
    + r")\s*(?::|–(?=\s)|\s-\s)\s*",
    re.IGNORECASE,
)
# How a time opens, in an assignment that does not label it.
_WHEN = (
    r"(?:(?:xong|hoàn thành|báo cáo|thực hiện|triển khai|tổ chức)(?: xong)? )?"
    r"(?:(?:trước|trong|chậm nhất|vào|từ|đến|hết|sau)\s+(?:ngày|tháng|quý|năm|hết|cuối|đầu|khi|\d)"
    r"|(?:0?6|sáu) tháng (?:đầu|cuối)|cả năm|thường xuyên|định kỳ"
    r"|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|theo (?:kế hoạch|tiến độ|lộ trình)|khi (?:có|phát sinh))"
)
# Behind a mark, a month or a year alone is a time too; elsewhere it may belong to a document's name.
_AFTER_MARK = rf"(?:{_WHEN}|(?:quý|tháng|năm)\s+[\dIVX])"
_BY = re.compile(rf"(?:[;,.]\s*(?={_AFTER_MARK})|\s+(?={_WHEN}))(?P<deadline>[^;]*)$", re.IGNORECASE)
_DOING = re.compile(
    r"(?:\s+|^)(?:để )?(?:tổ chức thực hiện|tổ chức triển khai|thực hiện|triển khai|tham mưu|hoàn thành)\s*$",
    re.IGNORECASE,
)
# 'Giao Phòng A chủ trì, phối hợp với Phòng B thực hiện; ...' as the last sentence, or bracketed.
_SENTENCE = re.compile(
    r"(?:(?<=[.;])\s+|\(\s*|\s[-–]\s)(?:giao (?:cho )?|phân công |do )?(?P<lead>[A-ZĐÂỦỤÔ][^.;:()]{3,90}?"
    r"|[Cc]ác [^.;:()]{3,80}?) (?:làm )?(?:chủ trì|(?P<weak>phụ trách|chịu trách nhiệm|tham mưu|thực hiện))"
    r"(?: thực hiện| tham mưu| triển khai)*(?:\s*[,;]?\s*(?:và )?phối hợp (?:với |cùng )?(?P<after>[^.;()]{3,140}?)"
    r"|\s*[,;]\s*(?P<before>[^.;()]{3,140}?) (?:cùng )?phối hợp)?(?: (?:để )?(?:thực hiện|triển khai|tham mưu"
    r"|tổ chức thực hiện))*"
    rf"(?:(?:\s*[,;.]\s*(?=thời gian|thời hạn|{_AFTER_MARK})|\s+(?={_WHEN}))(?P<deadline>[^;()]*?))?"
    r"\s*[.)]*\s*$",
    re.IGNORECASE,
)
# 'Giao Phòng A chủ trì, phối hợp với Phòng B rà soát ..., hoàn thành trước ...': the work inside the assignment.
_ORDER = re.compile(
    r"^(?P<order>(?:giao|phân công|yêu cầu) (?:cho )?)?(?P<lead>[A-ZĐÂỦỤÔ][^.;:()]{3,90}?) (?:làm )?chủ trì"
    r"(?: tham mưu)?(?:\s*[,;]?\s*(?:và )?phối hợp (?:với |cùng )?|\s+)(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_DUE = re.compile(
    rf"(?:[;,.]\s*(?={_AFTER_MARK})|\s+(?=(?:hoàn thành|xong)(?: xong)? (?:trước|trong|vào|chậm nhất|ngày)\b"
    r"|trong (?:quý|tháng) [IVX\d]|trước ngày \d)|[,;]\s*(?=báo cáo (?:kết quả|UBND|Ủy ban)[^,;]{0,30} trước ngày))"
    r"(?P<deadline>[^;]*)$",
    re.IGNORECASE,
)
# The same without 'chủ trì': the lead ends where the work begins.
_BARE_ORDER = re.compile(r"^(?:giao|phân công|yêu cầu) (?:cho )?(?=(?-i:[A-ZĐÂỦỤÔ]))", re.IGNORECASE)
_BRACKETED = re.compile(
    rf"\((?P<lead>(?-i:[A-ZĐÂỦỤÔ])[^.;:()]{{3,90}}?)\s*[;,]\s*(?P<deadline>{_AFTER_MARK}[^()]*)\)[\s.;]*$",
    re.IGNORECASE,
)
_A_BODY = 0.8  # likeness from which on words are taken for the name of a body
# Words that a verb goes on from as a noun: 'Đoàn kiểm tra', 'các tổ chức', 'Bộ phận tiếp nhận'.
_NAMED_BY_VERB = frozenset(["các", "những", "và", "đoàn", "ban", "tổ", "phận", "quan", "vị", "cán", "của"])
_DEADLINE_OPENING = re.compile(r"^(?:hoàn thành|thời gian|thời hạn)(?: thực hiện| hoàn thành)?\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assignment:
    """The parts of an assignment, verbatim; from `text_start` to `text_end` the text says the work it belongs to."""

    fields: dict[str, str]
    text_end: int = 0
    text_start: int = 0

    @property
    def names_lead(self) -> bool:
        return "lead_text" in self.fields or "joint" in self.fields


def find_assignment(text: str) -> Assignment | None:
    """The assignment a text ends in or consists of; None when it names nobody, nothing due and no product."""
    labels = list(_LABEL.finditer(text))
    labelled = _labelled(text, labels) if labels else None
    if labelled is None or labelled.names_lead:
        return labelled or _in_a_sentence(text) or _around_the_work(text)
    # '(Phòng A chủ trì, Phòng B phối hợp; thời gian: Quý II)': the bodies in words, the rest labelled
    spoken = _in_a_sentence(text[: labels[0].start()].rstrip(" ;,."), is_whole=False)
    if spoken is None:
        return labelled
    return Assignment(labelled.fields | spoken.fields, spoken.text_end)


def _in_a_sentence(text: str, *, is_whole: bool = True) -> Assignment | None:
    """An assignment in words; a lead alone is one only where labels go on about it (`is_whole` false)."""
    sentence = _SENTENCE.search(text)
    if sentence is None:
        return _bracketed(text)
    if sentence["weak"] and not (sentence["deadline"] and unit_likeness(sentence["lead"]) >= _A_BODY):
        return None
    fields = {"lead_text": sentence["lead"].strip()}
    coordinating = sentence["after"] or sentence["before"]
    if coordinating:
        fields["coordinating_text"] = coordinating.strip(" ,;")
    if sentence["deadline"]:
        fields["deadline_text"] = _DEADLINE_OPENING.sub("", sentence["deadline"]).strip(" .;") or sentence["deadline"]
    _split_trailing_deadline(fields)
    return Assignment(fields, sentence.start()) if len(fields) > 1 or not is_whole else None


def _bracketed(text: str) -> Assignment | None:
    """'(Phòng A; Quý II/2026)' behind the work."""
    found = _BRACKETED.search(text)
    if found is None or unit_likeness(found["lead"]) < _A_BODY:
        return None
    return Assignment({"lead_text": found["lead"].strip(), "deadline_text": found["deadline"].strip()}, found.start())


def _around_the_work(text: str) -> Assignment | None:
    """An order that names the lead before the work and the time behind it; a lead alone is none without 'giao'."""
    order, bare = _ORDER.match(text), _BARE_ORDER.match(text)
    if order is None and bare is None:
        return None
    names_end = order.start("rest") if order else len(bare.group()) if bare else 0
    start = _work_start(text, names_end)
    due = _DUE.search(text, start) if start is not None else None
    if start is None or (due is None and (order is None or order["order"] is None)):
        return None
    names = text[names_end:start].strip(" ,;")
    lead = order["lead"].strip() if order else names
    if unit_likeness(lead) < _A_BODY:
        return None
    fields = {"lead_text": lead}
    if order and names:
        fields["coordinating_text"] = names
    if due is not None:
        fields["deadline_text"] = _DEADLINE_OPENING.sub("", due["deadline"]).strip(" .;")
    return Assignment(fields, due.start() if due else len(text), start)


def _work_start(text: str, start: int) -> int | None:
    """Where the work begins after the bodies that join in it: at the first verb that is no part of a body's name."""
    before = ""
    for word in re.finditer(r"\S+", text[start:]):
        at = start + word.start()
        if text[at].islower() and before not in _NAMED_BY_VERB and TASK_OPENING.match(fold(text[at:])):
            return at
        before = word.group().casefold()
    return None


def _labelled(text: str, labels: list[re.Match[str]]) -> Assignment | None:
    fields: dict[str, str] = {}
    start = labels[0].start()
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        name = str(label.lastgroup)
        value = text[label.end() : following.start() if following else len(text)].strip(" .;,-–+*•")
        if value.count(")") > value.count("("):
            value = value.rstrip(") .;")
        if value and name not in fields:
            fields[name] = value
    fields.pop(_OVERSEER, None)
    _split_trailing_deadline(fields)
    return Assignment(fields, start) if fields else None


def _split_trailing_deadline(fields: dict[str, str]) -> None:
    """A time printed without a label behind the last body ('Chủ trì: Phòng A; hoàn thành trước 30/6/2026')."""
    if "deadline_text" in fields:
        return
    for name in ("coordinating_text", "joint", "lead_text"):
        found = _BY.search(fields.get(name, ""))
        if found:
            fields["deadline_text"] = _DEADLINE_OPENING.sub("", found["deadline"]).strip()
            fields[name] = _DOING.sub("", fields[name][: found.start()]).strip(" .;,")
            return
