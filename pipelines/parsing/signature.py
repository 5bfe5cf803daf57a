"""Who signs: authority, office and name, from a signature block whose lines may come in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.parsing.landmarks import is_authority, is_office
from pipelines.parsing.lines import lines_of
from pipelines.reading.document import Block
from pipelines.text.letters import LOWER, UPPER
from pipelines.text.normalise import match_key


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Family names of the Kinh and of peoples whose officials sign such plans; they tell a name from other short lines.
FAMILY_NAMES = _words(
    """nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh đoàn trịnh trương mai lâm tạ
    hà cao châu chu thái lương la lưu phùng vương quách tô tôn thạch sơn kiều kim danh khổng nghiêm nông bế triệu
    đàm ma lò lường cầm quàng tòng vì vàng giàng sùng thào mùa mua lầu hạng vừ chảo tẩn lù vi lô lang lữ sầm hứa mã
    lục ngân bàn phượng cà điêu bạc sình ly cư cứ hờ khang tráng thền xìn seo hù chang siu rơ rmah ksor nay kpă ayun
    hơ h k a y ama
    điểu thị blúp hôih arất alăng bríu cơlâu zơrâm pơloong hiên bling văn từ ông bá đàng đổng báo chế tăng
    tiêu trà mạc mạch quan lại ninh âu doãn giang hàn khuất cù nhâm thân tống ứng viên cung bành ân an bạch bồ cái"""
)
_OFFICES = r"(?:QUYỀN\s+|PHÓ\s+)?(?:CHỦ\s+TỊCH|CHÁNH\s+VĂN\s+PHÒNG|TRƯỞNG\s+PHÒNG|GIÁM\s+ĐỐC|BÍ\s+THƯ)"
# 'ThS. Lê Văn Tám': degrees in front of a name.
_DEGREE = re.compile(r"^(?:ThS|Ths|TS|BS|KS|CN|CVC|Luật sư|Thạc sĩ|Tiến sĩ)\s*\.?\s+(?=\S)")
# 'H’Len', 'K’Brẻo': a particle and a name in one.
_SYLLABLE = rf"[{UPPER}](?:[’'ʼ][{UPPER}])?[{LOWER}’'ʼ]*"
_NAME = re.compile(rf"^(?:{_SYLLABLE}\s+){{1,5}}{_SYLLABLE}$")
_NAME_AT_END = re.compile(rf"(?:^|[.;,)\s])((?:{_SYLLABLE}\s+){{1,5}}{_SYLLABLE})$")
_NAME_IN_CAPITALS = re.compile(rf"^(?:[{UPPER}]+\s+){{1,4}}[{UPPER}]+$")
_STAMP = re.compile(
    r"\(?\s*(?:đã ký|ký tên|ký|chữ ký số|đã ký số|dấu)\b[^)]*\)?|ký bởi|người ký|thời gian ký|cơ quan:|email"
    r"|\d{4}-\d\d-\d\dt|\d{1,2}[:.]\d{2}[:.]\d{2}|\+07",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """As printed; `authority` is 'TM. ỦY BAN NHÂN DÂN' and 'KT. CHỦ TỊCH' lines joined."""

    name: str | None = None
    title: str | None = None
    authority: str | None = None


def parse_signature(blocks: Sequence[Block]) -> Signature:
    """The signer of the last signature block that has an office or an authority."""
    lines = [line.text for line in lines_of(dict.fromkeys(blocks))]
    lines = [part for line in lines for part in _parted(line)]
    authorities: list[str] = []
    title: str | None = None
    name: str | None = None
    for line in lines:
        if is_authority(line):
            if title and name:
                authorities, title, name = [], None, None
            authorities.append(line)
        elif is_office(line):
            if title and name:
                authorities, name = [], None
            title = line
        elif name is None and (title or authorities):
            name = _name(line)
    if name is None and (title or authorities):
        name = next((found for found in map(_name, reversed(lines)) if found), None)
    return Signature(name, title or _office_in(authorities), " ".join(authorities) or None)


def _parted(line: str) -> list[str]:
    """A line that holds authority, office and name together ('TM. UBND CHỦ TỊCH Lê Văn An'), cut into these."""
    pieces = re.split(rf"\s+(?=(?:KT|TM|Q|TUQ|TL)\s*\.\s*[{UPPER}])|(?<!KT\.)(?<!Q\.)\s+(?={_OFFICES}\b)", line)
    pieces = [piece for piece in pieces if piece]
    parted: list[str] = []
    for piece in pieces:
        office = re.match(rf"((?:KT|Q|TUQ|TL)\s*\.\s*)?{_OFFICES}\b", piece)
        rest = piece[office.end() :].strip() if office else ""
        if office and rest and (_NAME.match(rest) or _STAMP.match(rest)):
            parted += [piece[: office.end()], rest]
        else:
            parted.append(piece)
    return _rejoined(parted)


def _rejoined(pieces: list[str]) -> list[str]:
    """'PHÓ' + 'CHỦ TỊCH' and 'KT.' + 'CHỦ TỊCH', cut apart, together again."""
    joined: list[str] = []
    for piece in pieces:
        if joined and re.search(r"(?:^|\s)(?:PHÓ|QUYỀN|KT\.|Q\.|TUQ\.|TL\.)$", joined[-1]):
            joined[-1] += " " + piece
        else:
            joined.append(piece)
    return joined


def _name(line: str) -> str | None:
    text = _DEGREE.sub("", _STAMP.sub(" ", line).strip(" .:-"))
    if line.lstrip().startswith(("-", "+", "•")):
        # A recipient's line, unless the columns ran together and the name ends it.
        found = _NAME_AT_END.search(text)
        return found.group(1) if found and _is_family_name(found.group(1)) else None
    if _NAME.match(text) and not is_office(text.upper()):
        return text if _is_family_name(text) or len(text.split()) in (3, 4) else None
    if _NAME_IN_CAPITALS.match(text) and not is_office(text) and not is_authority(text):
        return text if _is_family_name(text) else None
    return None


def _is_family_name(text: str) -> bool:
    return match_key(re.split(r"[\s'’ʼ]", text)[0]) in FAMILY_NAMES


def _office_in(authorities: Sequence[str]) -> str | None:
    """The office a line such as 'Q. CHỦ TỊCH' names, where it has no line of its own."""
    for line in reversed(authorities):
        found = re.search(rf"{_OFFICES}$", line)
        if found and not line.startswith("KT"):
            return found.group()
    return None
