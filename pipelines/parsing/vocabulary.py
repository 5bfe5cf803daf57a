"""What the cells of a reform plan's tables say: words of units, deadlines, outputs, budgets and tasks.

The `*_likeness` functions tell how much a text reads like a cell of that kind, from 0 (not at all) to 1.
They look at how a cell opens and at the share of its words that such cells are made of; diacritics and case make no
difference. Repair damaged text first (`pipelines.text.repair`). The word lists are data: extend them freely.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.parsing.counting_nouns import COUNT_NOUNS
from pipelines.parsing.quantities import read_value_cell
from pipelines.text.normalise import fold


def _phrases(*alternatives: str) -> re.Pattern[str]:
    """A pattern for a folded text that opens, after a bullet, with one of the alternatives."""
    return re.compile(r"^[-+•*(\s]*(?:" + "|".join(alternatives) + r")(?![a-z])")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNIT_OPENING = _phrases(
    r"(?:cac )?phong",
    r"p\.",
    r"van phong",
    r"vp",
    r"trung tam",
    r"tt ?pv ?hcc",
    r"tt(?= (?:pv|phuc vu|dv|dich vu|hcc))",
    r"ban (?:chi dao|chi huy|quan ly|cham|tuyen giao|xay dung|tiep cong dan|to chuc|dan van|thanh tra|thuong truc)",
    r"bcd",
    r"bch",
    r"cong an",
    r"tram",
    r"ubnd",
    r"uy ban",
    r"ub ?mttq",
    r"mttq",
    r"mat tran",
    r"hdnd",
    r"hoi dong",
    r"hoi (?:nong dan|lien hiep|cuu chien binh|phu nu|lhpn)",
    r"doan (?:kiem tra|thanh nien|the)",
    r"(?:cac )?(?:co quan|don vi|ban,? nganh|nganh|to chuc|doan the|bo phan|truong hoc|thon|ap|ban|khu pho|to dan pho)",
    r"to (?:cong nghe|cong tac|truong|dan pho|giup viec|chuyen gia)",
    r"thu truong",
    r"truong (?:phong|thon|ap|ban|cac|cong an|tram|mam non|tieu hoc|thcs|trung hoc|hoc|khu)",
    r"thuong truc",
    r"chi huy",
    r"(?:pho )?chu tich",
    r"(?:pho )?chanh",
    r"(?:pho )?giam doc",
    r"thanh vien",
    r"cong chuc",
    r"can bo",
    r"so (?:noi vu|tu phap|tai chinh|khoa hoc)",
    r"dang uy",
    r"kho bac",
    r"thue",
)
UNIT_WORDS = _words(
    """phong van hoa xa hoi kinh te ha tang do thi trung tam tt phuc vu hanh chinh cong pvhcc hcc ttpvhcc dich tong
    hop hdnd ubnd hdnd&ubnd & va cac chuyen mon to chuc thuoc don vi lien quan co ban nganh doan the chi dao huy quan
    su ly an tram y uy nhan dan mttq mat tran quoc viet nam phuong dac khu thon ap khu pho truong hoc cchc
    tham muu soan thao ban qppl vbqppl su nghiep sncl lap vhxh vh-xh khac dia ban lanh chu tich pho chanh giam doc
    thanh vien thu truong chuyen trach giup viec kiem tra nong phu nu thanh nien cuu chien binh lao dong cua duoc giao
    chu tri phoi nghe so dong bo phan mot cua tiep tra ket qua tu phap ho tich cap tinh thi dua khen thuong noi vp p
    bch bcd dan ke toan tai can thanh tra thue dang"""
)
DEADLINE_OPENING = _phrases(
    r"(?:cac |trong )?(?:quy|thang|nam)",
    r"(?:cham nhat |hoan thanh |xong |bao cao (?:nam|quy|thang|tuan) )*(?:truoc|den|tu) (?:ngay |thang |quy |het )*\d?",
    r"(?:nhiem vu )?thuong xuyen",
    r"dinh ky",
    r"hang (?:nam|quy|thang|tuan|ngay)",
    r"\d{1,2} thang",
    r"(?:6|sau|9|chin) thang",
    r"ca nam",
    r"theo (?:ke hoach|kh|quy dinh|yeu cau|huong dan|thoi gian|lo trinh|tien do|chi dao|tinh hinh)",
    r"sau khi",
    r"khi (?:co|phat sinh)",
    r"ngay",
    r"dot xuat",
    r"giai doan",
    r"xong",
    r"hoan thanh",
    r"cham nhat",
    r"lien tuc",
    r"dau (?:nam|quy)",
    r"cuoi (?:nam|quy)",
    r"trong (?:nam|quy|thang|suot)",
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?",
    r"\d{1,2}/\d{4}",
)
DEADLINE_WORDS = _words(
    """quy thang nam ngay truoc sau khi den tu i ii iii iv va hoac thuong xuyen dinh ky hang nam dot xuat theo ke hoach
    kh quy dinh cua tinh ubnd trong ca giai doan co huong dan phat sinh hoan thanh xong cham nhat nhiem vu yeu cau thoi
    gian dau cuoi het lo trinh duoc phe duyet cap tren trung uong bao cao lien tuc tien do ban hanh so noi che do hoac
    tuan moi cap nhat"""
)
OUTPUT_OPENING = _phrases(
    r"(?:cac )?(?:ke hoach|quyet dinh|bao cao|van ban|cong van|to trinh|nghi quyet|thong bao|de an|chuong trinh"
    r"|bien ban|danh muc|danh sach|ho so|phieu|ket luan|sang kien|giai phap|hoi nghi|quy che|quy trinh|tai lieu|tin"
    r"|bai|so lieu|huong dan|chi thi|du an|du thao|mo hinh|giay|bang|he thong|ty le|ket qua|chuyen muc|chuyen trang"
    r"|cuoc|lop|buoi|co so du lieu|phan mem|cong khai|thong ke|phuong an|so tay|hop dong|lich|noi dung)",
    r"tthc",
    r"\d{1,3} ?%",
)
OUTPUT_WORDS = _words(
    """ke hoach quyet dinh bao cao van ban cong to trinh nghi quyet thong bao de an chuong trinh bien danh muc sach ho
    so phieu ket luan sang kien giai phap hoi quy che tai lieu tin bai lieu huong dan chi thi du thao mo hinh kiem tra
    thuc hien qua cua ubnd hdnd xa va trien khai cac cchc tthc tu cham diem danh gia don doc ra soat phe duyet ban hanh
    dao dieu hanh dinh ky tong hop nam"""
)
BUDGET_OPENING = _phrases(
    r"theo (?:du toan|phuong an|quy dinh|ke hoach|thuc te)",
    r"du toan",
    r"ngan sach",
    r"kinh phi",
    r"nguon",
    r"thuong xuyen",
    r"tu chu",
    r"chi thuong xuyen",
    r"khong",
    r"\d[\d.,]* ?(?:trieu|ty|dong|nghin)",
    r"\d{1,3}(?:[.,]\d{3})+",
    r"xa hoi hoa",
    r"nsnn",
)
BUDGET_WORDS = _words(
    """theo du toan hang nam ngan sach kinh phi nguon thuong xuyen tu chu chi xa nha nuoc trieu dong ty phuong an duoc
    giao cap bo tri nsnn hoa khong tinh quy dinh"""
)
TASK_OPENING = _phrases(
    r"xay dung|to chuc|thuc hien|ban hanh|trien khai|ra soat|tang cuong|tiep tuc|day manh|nang cao|kiem tra|danh gia"
    r"|tham muu|dang ky|theo doi|cap nhat|niem yet|kien toan|phoi hop|bao dam|dam bao|duy tri|ung dung|hoan thien"
    r"|cong bo|cong khai|tuyen truyen|pho bien|tap huan|boi duong|dao tao|cu|chi dao|doi moi|sap xep|quan ly|su dung"
    r"|giai quyet|tiep nhan|xu ly|so hoa|ket noi|khao sat|do luong|lay y kien|bo tri|phan cong|phan cap|huong dan"
    r"|tong ket|so ket|van hanh|khai thac|chuan hoa|cai thien|don gian hoa|cat giam|tinh gian|xac dinh|rut ngan"
    r"|phan dau|thanh lap|lap|quan triet|phat dong|doi thoai|thong ke|tich hop|cung cap|de xuat|tham dinh|soan thao"
    r"|phat trien|thuc thi|chan chinh|xac lap|giai ngan|kiem soat|cu the hoa|ho tro|dang|dang tai|phat thanh|phat huy"
    r"|mo|tiep|hoan thanh|phe duyet|trinh|giao|van dong|bien soan|phan loai|bao cao"
)

# Terms of art; a line that ends in one half of a term and the next that opens with the other belong together.
STANDARD_TERMS: tuple[str, ...] = (
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Văn phòng HĐND và UBND xã",
    "Văn phòng HĐND&UBND",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Phục vụ HCC",
    "Trung tâm PVHCC",
    "Trung tâm Dịch vụ tổng hợp",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Công an phường",
    "Trạm Y tế",
    "Ban Chỉ đạo cải cách hành chính",
    "các phòng chuyên môn",
    "các cơ quan, đơn vị liên quan",
    "các cơ quan, đơn vị có liên quan",
    "các cơ quan, đơn vị thuộc UBND xã",
    "tổ chức hành chính thuộc xã",
    "Chủ tịch UBND",
    "Cổng Dịch vụ công Quốc gia",
    "dịch vụ công trực tuyến toàn trình",
    "Hệ thống thông tin giải quyết thủ tục hành chính",
    "thủ tục hành chính nội bộ",
    "bộ phận một cửa",
    "một cửa liên thông",
    "Trang thông tin điện tử",
    "cơ sở dữ liệu quốc gia",
    "môi trường điện tử",
    "môi trường mạng",
    "chính quyền điện tử, chính quyền số",
    "chuyển đổi số",
    "chữ ký số",
    "hồ sơ công việc",
    "văn bản quy phạm pháp luật",
    "phổ biến, giáo dục pháp luật",
    "theo dõi thi hành pháp luật",
    "cải cách hành chính nhà nước",
    "Kế hoạch cải cách hành chính",
    "Kế hoạch CCHC",
    "công tác cải cách hành chính",
    "kỷ luật, kỷ cương hành chính",
    "cán bộ, công chức, viên chức",
    "người dân, doanh nghiệp",
    "đào tạo, bồi dưỡng",
    "vị trí việc làm",
    "tinh giản biên chế",
    "tổ chức bộ máy",
    "chức năng, nhiệm vụ, quyền hạn",
    "đơn vị sự nghiệp công lập",
    "ngân sách nhà nước",
    "tự chủ tài chính",
    "tài sản công",
    "theo dự toán hằng năm",
    "thanh tra, kiểm tra, kiểm toán",
    "phản ánh, kiến nghị",
    "báo cáo kết quả thực hiện",
    "thông báo kết luận",
    "kết luận kiểm tra",
    "văn bản chỉ đạo, điều hành",
    "cấp có thẩm quyền phê duyệt",
    "thường xuyên",
    "Trước ngày",
    "Quý I năm",
    "Quý IV năm",
    "sau khi có hướng dẫn",
    "theo quy định",
    "theo kế hoạch",
)

_WORD = re.compile(r"[a-z0-9&%][a-z0-9&%-]*")
_BULLET = re.compile(r"^[-+•*(\s]+")


def _coverage(folded: str, words: frozenset[str]) -> float:
    found = _WORD.findall(folded)
    if not found:
        return 0.0
    return sum(1.0 for word in found if _is_among(word, words)) / len(found)


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Numbers and dashes are at home everywhere; 'iii-iv' where both its halves are."""
    return word in words or word[0].isdigit() or word == "-" or all(part in words for part in word.split("-"))


def _likeness(text: str, opening: re.Pattern[str], words: frozenset[str]) -> float:
    folded = fold(text)
    coverage = _coverage(folded, words)
    return coverage if opening.match(folded) else coverage * 0.35


@lru_cache(maxsize=50_000)
def unit_likeness(text: str) -> float:
    """How much a text reads like a list of responsible units."""
    return _likeness(text, UNIT_OPENING, UNIT_WORDS)


_COLLECTIVE = re.compile(r".*\b(?:lien quan|doan the)\b")


@lru_cache(maxsize=50_000)
def names_collective(text: str) -> bool:
    """Whether a list of units names some only by their part in the work: 'các cơ quan liên quan', 'đoàn thể'."""
    return _COLLECTIVE.match(fold(text)) is not None


@lru_cache(maxsize=50_000)
def deadline_likeness(text: str) -> float:
    """How much a text reads like a deadline: a date, month, quarter, frequency or condition."""
    return _likeness(text, DEADLINE_OPENING, DEADLINE_WORDS)


@lru_cache(maxsize=50_000)
def output_likeness(text: str) -> float:
    """How much a text reads like the product of a task: opens with the noun of a document or result."""
    folded = fold(text)
    if not OUTPUT_OPENING.match(folded):
        return 0.15 * _coverage(folded, OUTPUT_WORDS)
    return 0.5 + 0.5 * _coverage(folded, OUTPUT_WORDS)


@lru_cache(maxsize=50_000)
def budget_likeness(text: str) -> float:
    """How much a text reads like a source or amount of money."""
    return _likeness(text, BUDGET_OPENING, BUDGET_WORDS)


_MEASURES = sorted({fold(noun) for noun in COUNT_NOUNS} | {"thon", "don vi", "xep hang", "hang"}, key=len, reverse=True)
_MEASURE = re.compile(r"(?:ty le ?\(?)?%\)?|(?:" + "|".join(map(re.escape, _MEASURES)) + r")(?:/[a-z ]+)?")
_VALUE_OPENING = re.compile(
    r"(?:[≥≤<>=%]|(?:tren|duoi|tu|dat|toi thieu|it nhat|toi da|khong qua|khong duoi|tren hoac bang) ?\d)"
)


def opens_value(text: str) -> bool:
    """Whether a text opens like a value or a unit of measure: a sign, a comparison with a number, a counting noun."""
    folded = fold(text)
    if _VALUE_OPENING.match(folded):
        return True
    measure = _MEASURE.match(folded)
    return measure is not None and not folded[measure.end() : measure.end() + 1].isalpha()


@lru_cache(maxsize=50_000)
def value_likeness(text: str) -> float:
    """How much a text reads like the value of a target: a number, a range, a rank, with or without a comparison."""
    quantity = read_value_cell(text)
    if quantity is None:
        return 0.4 if len(text) <= 12 else 0.0
    beside = len(text) - (quantity.end - quantity.start)
    return 1.0 if beside <= 6 else max(0.2, 1.0 - beside / 30)


@lru_cache(maxsize=50_000)
def measure_likeness(text: str) -> float:
    """How much a text reads like a unit of measure: '%', or a noun that counts."""
    folded = fold(text)
    if _MEASURE.fullmatch(folded):
        return 1.0
    return 0.0 if any(letter.isdigit() for letter in folded) else 0.4


@lru_cache(maxsize=50_000)
def task_likeness(text: str) -> float:
    """How much a text reads like a statement of work: it opens with a verb and is no mere list of units or dates."""
    folded = fold(text)
    length = len(_WORD.findall(folded))
    return (0.6 if TASK_OPENING.match(folded) else 0.2) + min(length, 12) / 30
