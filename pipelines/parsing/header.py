"""Header facts of a document: title, number, date, period, signer, declared total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.parsing.citations import mentions
from pipelines.parsing.classify import Verdict
from pipelines.parsing.landmarks import is_issue_caption, leading_kind
from pipelines.parsing.lines import lines_of, passages, text_of
from pipelines.parsing.parts import Parts
from pipelines.parsing.period import find_period
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.provisions import is_reference
from pipelines.parsing.records import PlanHeader
from pipelines.parsing.signature import parse_signature
from pipelines.reading.document import Block, Paragraph, Place
from pipelines.text.document_number import find_numbers, without_spaces
from pipelines.text.normalise import clean, match_key

_NUMBER_LABEL = re.compile(r"\bSố\s*:?\s*$", re.IGNORECASE)
_LABELLED_NUMBER = re.compile(r"\bSố\s*:?\s*(\d{1,5}\s*/\s*[A-ZĐ]\S*)")
_FULL_DATE = re.compile(
    r"ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|ngày\s*\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}", re.I
)
_TOTAL = re.compile(
    r"(?:tổng\s+(?:cộng|số)(?:\s+có)?|gồm(?:\s+có)?|cộng)\s*:?\s*\d{1,3}\s*(?:nhiệm\s+vụ|đầu\s+việc)", re.IGNORECASE
)
# 'Thực hiện 14 nhiệm vụ cải cách hành chính (chi tiết theo Phụ lục đính kèm)'.
_ANNEX_OF = re.compile(
    r"\b\d{1,3}\s+(?:nhiệm\s+vụ|đầu\s+việc)\b(?=[^.;]{0,80}\b(?:theo|tại|ở|trong|kèm)\s+(?:phụ\s+lục|biểu))",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"sửa đổi|bổ sung|điều chỉnh|thay thế")


def parse_header(parts: Parts, verdict: Verdict, source_sha256: str) -> PlanHeader:
    """The header record, also for a document that is no plan."""
    title = plan_title(parts)
    captions = [text for text in _captions(parts) if "kế hoạch" in match_key(text)]
    own_number = _own_number(parts.letterhead)
    signature = parse_signature(parts.signature or parts.recipients)
    place = parts.title[0].place if parts.title else _first_place(parts)
    return PlanHeader(
        source_sha256=source_sha256,
        sequence=1,
        **place_fields(place, _confidence(parts)),
        rejection_code=verdict.code,
        rejection_reason=verdict.reason,
        needs_plan=verdict.needs_plan,
        document_kind_text=verdict.kind_text,
        title=title or _annex_title(parts),
        document_number_text=own_number or _number_in(captions, "KH"),
        letterhead_number_text=own_number or _letterhead_number(parts),
        has_decision=bool(parts.decision),
        issued_on_text=_issue_date(parts.letterhead) or _issue_date_in(list(_captions(parts))),
        period_text=_period(parts, title),
        signer_name=signature.name,
        signer_title=signature.title,
        signing_authority_text=signature.authority,
        declared_task_total_text=_declared_total(parts),
        amended_plan_text=_amended_plan(parts, title),
    )


def plan_title(parts: Parts) -> str | None:
    """The subject lines under the kind of document, joined; without the caption in brackets."""
    if not parts.title:
        return None
    first, *others = parts.title
    whole = leading_kind(first.text)
    opening = leading_kind(first.lines[0].text) if first.lines else None
    subject = [whole[1]] if whole else [opening[1] if opening else "", _after_kind(first)]
    subject += _without_captions(others)
    return clean(" ".join(subject)) or None


def _without_captions(lines: Sequence[Paragraph]) -> list[str]:
    """The lines but for '(Ban hành kèm theo ...)', which may run over several until its bracket closes."""
    kept = []
    is_open = False
    for line in lines:
        if is_open or is_issue_caption(line.text):
            is_open = (is_open or line.text.startswith("(")) and ")" not in line.text
        else:
            kept.append(line.text)
    return kept


def _annex_title(parts: Parts) -> str | None:
    """The title of an annex that stands alone, without its plan."""
    return next((annex.title for annex in parts.annexes if annex.title), None) if not parts.title else None


def letterhead_numbers(parts: Parts) -> list[str]:
    """Numbers printed in the letterheads, of the plan and of a Decision in front of it."""
    return [without_spaces(found.group()) for found in find_numbers(_text(parts.letterhead))]


def _after_kind(first: Paragraph) -> str:
    """Subject lines that the reader joined to the line 'KẾ HOẠCH'."""
    return " ".join(line.text for line in first.lines[1:])


def _first_place(parts: Parts) -> Place:
    for block in (*parts.letterhead, *parts.preamble, *parts.body):
        return block.place
    return Place()


def _confidence(parts: Parts) -> float:
    """How surely the least certain line of letterhead and title was read."""
    return min((line.confidence for line in lines_of([*parts.letterhead, *parts.title])), default=1.0)


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(line.text for line in lines_of(blocks))


def _captions(parts: Parts) -> Iterator[str]:
    yield from (paragraph.text for paragraph in parts.title if is_issue_caption(paragraph.text))
    yield from (annex.caption for annex in parts.annexes if annex.caption)


def _own_number(letterhead: Sequence[Block]) -> str | None:
    """'80/KH-UBND' after 'Số:'; None when blank. A Decision's number is not the plan's."""
    text = _text(letterhead)
    for found in find_numbers(text):
        if _NUMBER_LABEL.search(text[: found.start()]) and re.search(r"[/-]\s*KH\b", found.group()):
            return without_spaces(text[found.start() : found.end()])
    return None


def _letterhead_number(parts: Parts) -> str | None:
    """The number after 'Số:', of any symbol; else the first number the letterhead prints."""
    labelled = _LABELLED_NUMBER.search(_text(parts.letterhead))
    return without_spaces(labelled.group(1)) if labelled else next(iter(letterhead_numbers(parts)), None)


def _number_in(captions: Sequence[str], symbol: str) -> str | None:
    for caption in captions:
        for found in find_numbers(caption):
            if re.search(rf"[/-]\s*{symbol}\b", found.group()):
                return without_spaces(found.group())
    return None


def _issue_date(letterhead: Sequence[Block]) -> str | None:
    found = _FULL_DATE.search(_text(letterhead))
    return clean(found.group()) if found else None


def _issue_date_in(captions: Sequence[str]) -> str | None:
    """'(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 ...)': the date printed on an annex."""
    for caption in captions:
        found = _FULL_DATE.search(caption)
        if found:
            return clean(found.group())
    return None


def _period(parts: Parts, title: str | None) -> str | None:
    """From the subject; else from the preamble, the closing words and the annexes' titles."""
    candidates = [title or ""]
    candidates += [annex.title or "" for annex in parts.annexes]
    candidates += [_tail_of(paragraph.text) for paragraph in reversed(parts.preamble)]
    candidates += [text_of(block) for block in parts.body[-2:] if isinstance(block, Paragraph)]
    return next((period for period in map(find_period, candidates) if period), None)


def _tail_of(preamble: str) -> str:
    """What the preamble says of the plan itself, after the documents it rests on."""
    found = re.search(r"(?:ban hành|xây dựng|đề ra)\s+Kế hoạch\b.*$", preamble, re.IGNORECASE)
    return found.group() if found else ""


def _declared_total(parts: Parts) -> str | None:
    texts = [passage.text for annex in parts.annexes for passage in passages(annex.blocks)]
    texts += [annex.caption or "" for annex in parts.annexes] + [annex.title or "" for annex in parts.annexes]
    body = [block.text for block in parts.body if isinstance(block, Paragraph)]
    texts += [text for text in body if is_reference(text)]
    totals = (_TOTAL.search(text) for text in texts)
    announced = (_ANNEX_OF.search(text) for text in body)
    found = next(filter(None, totals), None) or next(filter(None, announced), None)
    return clean(found.group()) if found else None


def _amended_plan(parts: Parts, title: str | None) -> str | None:
    """The plan an amending plan changes: the first plan cited in its subject, or else in its text."""
    if not title or not _AMENDS.search(match_key(title)):
        return None
    for text in (title, *(paragraph.text for paragraph in parts.preamble), *map(text_of, parts.body)):
        for mention in mentions(text):
            if mention.kind == "Kế hoạch":
                date = f" ngày {mention.date}" if mention.date else ""
                issuer = f" của {mention.issuer}" if mention.issuer else ""
                return f"{mention.kind} số {mention.number}{date}{issuer}"
    return None
