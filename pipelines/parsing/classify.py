"""Is a document a commune's reform plan, and if not, what does it seem to be?

Plans that only serve one side of reform (its inspection, its publicity, the scoring of its index) carry its name
but set no reform work of their own; taking them for the commune's plan would count it twice. A plan that raises the
reform index does set such work: it is a reform plan, kept apart from the plan for the period by its scope.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from pipelines.parsing.citations import mentions
from pipelines.parsing.landmarks import document_kind, is_capitals, is_issue_caption, leading_kind
from pipelines.parsing.lines import lines_of, text_of
from pipelines.parsing.parts import Parts
from pipelines.parsing.places import place_names
from pipelines.reading.document import Paragraph
from pipelines.text.normalise import fold

RejectionCode = Literal["not_a_plan", "other_plan", "not_commune"]

_REFORM = ("caicachhanhchinh", "cchc", "caicachnenhanhchinh")
_LONG_REFORM = "caicachhanhchinh"
# How much of 'cải cách hành chính' must be legible where letters were lost.
_LEGIBLE = 0.85
_NAMED = "(cchc|cai cach hanh chinh|par ?-?index)"
# Matters that make a plan with reform in its name a plan of something else, as folded words of the subject.
_SIDE_MATTERS: tuple[tuple[str, str], ...] = (
    (
        r"(tu )?kiem tra(,? (danh gia|giam sat|don doc))?( cong tac| viec thuc hien| tinh hinh)?( thuc hien)?"
        rf"( cong tac)? {_NAMED}",
        "kiểm tra",
    ),
    (rf"(tuyen truyen|truyen thong)( ve)?( cong tac)? {_NAMED}", "tuyên truyền"),
    (rf"(xac dinh|danh gia|cham diem|theo doi).{{0,60}}chi so {_NAMED}", "chấm điểm Chỉ số"),
    (
        rf"(to chuc|tham gia) .{{0,20}}(hoi nghi|hoi thi|cuoc thi|toa dam|so ket|tong ket).{{0,60}}{_NAMED}",
        "tổ chức hội nghị, hội thi về",
    ),
    (rf"(dao tao|tap huan|boi duong).{{0,40}}{_NAMED}", "tập huấn"),
    (r"(khao sat|do luong).{0,60}hai long", "đo lường sự hài lòng trong"),
)
# The reform index by its own name.
_INDEX = re.compile(r"\bpar ?-?index\b")
_PROVINCE = re.compile(r"\b(tinh|thanh pho|tp\.?)\b(?! thuoc)")
_COMMUNE = re.compile(r"\b(xa|phuong|dac khu|thi tran)\b(?! hoi)")
_OFFICE = re.compile(
    r"^(so|phong|trung tam|truong|ban|bo|chi cuc|cuc|vien|benh vien|tram|dang (uy|bo)|chi bo|mat tran|hoi|doan)\b"
)
_ISSUING = re.compile(
    r"(?:uy ban nhan(?: dan)?|ubnd)\s+(?P<level>xa|phuong|dac khu|thi tran|tinh|thanh pho|huyen)\b(?! hoi)"
)
_NATIONAL_HEADER = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|đảng\s+cộng\s+sản\s+việt\s+nam|độc\s+lập\s*[-–]\s*tự\s+do\s*[-–]\s*hạnh\s+phúc",
    re.IGNORECASE,
)
# A Decision that issues or changes a plan, not one that sets up a team to carry it out.
_ISSUES_PLAN = re.compile(r"\b(ban hanh|phe duyet|sua doi|bo sung|dieu chinh)\b.{0,40}\bke hoach\b")
_SUBJECT_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Verdict:
    """`code` and `reason` are None for a commune's reform plan; `kind_text` is the kind of document as named.

    `needs_plan`: an annex that does not name reform itself, and is one's only beside the plan whose number it cites.
    """

    kind_text: str | None
    code: RejectionCode | None = None
    reason: str | None = None
    needs_plan: bool = False


def classify(parts: Parts, title: str | None) -> Verdict:
    """Decide from the kind of document and its subject, then from who issues it."""
    kind = _kind(parts)
    subject = title or _subject_elsewhere(parts)
    if not parts.title:
        return _without_title(parts, kind)
    issues_plan = kind == "Quyết định" and bool(_ISSUES_PLAN.search(fold(title or ""))) and _has_content(parts)
    if kind != "Kế hoạch" and not issues_plan:
        return Verdict(kind, "not_a_plan", _not_a_plan(kind, title))
    if not names_reform(subject) and not _INDEX.search(fold(subject)):
        about = f" về “{_shortened(title)}”" if title else ""
        return Verdict(kind, "other_plan", f"Đây là kế hoạch{about}, không phải kế hoạch cải cách hành chính.")
    side = _side_matter(subject)
    if side:
        reason = f"Đây là kế hoạch {side} cải cách hành chính, không phải kế hoạch cải cách hành chính chung của kỳ."
        return Verdict(kind, "other_plan", reason)
    other_issuer = _other_issuer(parts, title)
    if other_issuer:
        return Verdict(kind, "not_commune", f"Kế hoạch này do {other_issuer} ban hành, không phải của cấp xã.")
    return Verdict(kind)


def _subject_elsewhere(parts: Parts) -> str:
    """The subject of a plan that prints none under 'KẾ HOẠCH': that of its Decision, else what its preamble says."""
    decision = [block.text for block in parts.decision if isinstance(block, Paragraph)]
    return " ".join(decision[1:3] or [paragraph.text for paragraph in parts.preamble])


def _has_content(parts: Parts) -> bool:
    return bool(parts.body or parts.annexes)


def _side_matter(subject: str) -> str | None:
    """The one side of reform a plan serves, when its subject names reform for nothing else."""
    folded = fold(subject)
    folded = re.sub(r"\(\s*par ?-?index\s*\)", " ", folded)
    if "thi dua" in folded:
        return None
    for pattern, name in _SIDE_MATTERS:
        if re.search(pattern, folded) and not names_reform(re.sub(pattern, " ", folded)):
            return name
    return None


def names_reform(text: str) -> bool:
    """Whether a subject names administrative reform, also with lost spaces or letters."""
    letters = re.sub(r"[^a-z]", "", fold(text))
    if any(word in letters for word in _REFORM):
        return True
    size = len(_LONG_REFORM)
    return any(
        SequenceMatcher(None, _LONG_REFORM, letters[start : start + size], autojunk=False).ratio() >= _LEGIBLE
        for start in range(max(0, len(letters) - size + 3))
    )


def _kind(parts: Parts) -> str | None:
    if not parts.title:
        return None
    first = parts.title[0]
    line = first.lines[0].text if first.lines else first.text
    leading = leading_kind(first.text) or leading_kind(line)
    return document_kind(line) or (leading[0] if leading else None)


def _without_title(parts: Parts, kind: str | None) -> Verdict:
    """No line names the kind: an official letter, or an annex standing alone."""
    texts = [text_of(block) for block in (*parts.letterhead, *parts.preamble, *parts.body[:6])]
    head = fold(" ".join(texts)[:1500])
    annex_words = " ".join(f"{annex.label or ''} {annex.title or ''} {annex.caption or ''}" for annex in parts.annexes)
    if parts.annexes and re.search(r"nhiem vu|chi tieu|ke hoach", fold(annex_words)):
        if names_reform(annex_words + " " + head[:300]):
            return Verdict("Phụ lục")
        if any(cited.kind == "Kế hoạch" for annex in parts.annexes for cited in mentions(annex.caption or "")):
            return Verdict("Phụ lục", needs_plan=True)
    if re.search(r"\bv/v\b|kinh gui", head):
        return Verdict("Công văn", "not_a_plan", "Văn bản này có vẻ là công văn, không phải kế hoạch.")
    reason = (
        "Không tìm thấy dòng tên loại “KẾ HOẠCH” và trích yếu; hãy kiểm tra lại tệp. Nếu đây là phụ lục của kế hoạch "
        "thì đầu phụ lục phải ghi tên, có nêu cải cách hành chính hoặc số của kế hoạch."
    )
    return Verdict(kind, "not_a_plan", reason)


def _other_issuer(parts: Parts, title: str | None) -> str | None:
    """Who issues the plan when it is not a commune, in Vietnamese; None for a commune."""
    issuer = _issuer_lines(parts)
    if issuer:
        folded = fold(" ".join(issuer))
        office = next(filter(_is_office, issuer), None)
        if office:
            return office
        if _COMMUNE.search(folded):
            return None
        if _PROVINCE.search(folded) or "huyen" in folded or re.search(r"\b(so|bo)\b", folded):
            return " ".join(issuer)
        return None
    return _issuer_in_text(parts, title)


def _is_office(line: str) -> bool:
    folded = fold(line)
    return bool(_OFFICE.match(folded)) and not folded.startswith("ban chi dao")


def _issuer_lines(parts: Parts) -> list[str]:
    """The letterhead's lines in capitals that name the issuer, also where the columns ran together.

    The national header goes first, as it may run over two lines itself.
    """
    letterhead = _NATIONAL_HEADER.sub("", "\n".join(line.text for line in lines_of(parts.letterhead)))
    lines = [line.strip() for line in letterhead.split("\n")]
    return [line for line in lines if is_capitals(line) and not re.match(r"số\b", line, re.IGNORECASE)]


def _issuer_in_text(parts: Parts, title: str | None) -> str | None:
    """Without a letterhead: who says in the preamble that it issues the plan, else whom the subject names."""
    preamble = " ".join(paragraph.text for paragraph in parts.preamble)
    levels = [found.group("level") for found in _ISSUING.finditer(fold(preamble))]
    if levels:
        return None if _COMMUNE.match(levels[-1]) else f"cấp {'tỉnh' if levels[-1] != 'huyen' else 'huyện'}"
    captions = [annex.caption or "" for annex in parts.annexes]
    captions += [paragraph.text for paragraph in parts.title if is_issue_caption(paragraph.text)]
    kinds = {kind for text in (title or "", *captions) for kind, _, _ in place_names(text)}
    return "cấp tỉnh" if kinds == {"province"} else None


def _not_a_plan(kind: str | None, title: str | None) -> str:
    if kind:
        about = f" “{_shortened(title)}”" if title else ""
        return f"Văn bản này là {kind.lower()}{about}, không phải kế hoạch."
    seen = f"; đầu tệp ghi “{_shortened(title)}”" if title else ""
    return f"Không thấy tên loại văn bản “KẾ HOẠCH” trong tệp{seen}. Hãy kiểm tra lại tệp."


def _shortened(title: str | None) -> str:
    text = title or ""
    return text if len(text) <= _SUBJECT_LENGTH else text[:_SUBJECT_LENGTH].rsplit(" ", 1)[0] + "…"
