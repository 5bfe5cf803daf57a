"""Whether a number in a sentence is something to reach, or a fact, a past result, a date, a condition or a cost."""

from __future__ import annotations

import re

from pipelines.parsing.counting_nouns import COUNT_NOUNS, DOCUMENT_NOUNS, SCOPE_NOUNS
from pipelines.parsing.quantities import Quantity

# Looking back: a result that has been reached.
_REACHED = re.compile(
    r"\b(?:đã (?:đạt|hoàn thành|giải quyết|tiếp nhận|thực hiện|tổ chức|số hóa|số hoá|cung cấp|triển khai|ban hành|xử lý"
    r"|xây dựng|có|cắt giảm|công khai|cấp|mở|kiểm tra|rà soát|bố trí|đưa)\b(?! (?:được )?(?:phê duyệt"
    r"|quy định))(?:(?!phấn đấu|tối thiểu|ít nhất).){0,60}$"
    r"|hiện (?:nay |tại )?(?:mới )?(?:đạt|có|mới|là)\b.{0,40}$"
    r"|^\W*hiện (?:nay|tại)\b(?:(?!phấn đấu|tối thiểu|ít nhất|mục tiêu).){0,80}$"
    r"|ước (?:đạt|thực hiện|tính)\b.{0,40}$|(?:kết quả"
    r"|thành tích) đạt được"
    r"|thời gian qua|năm qua|vừa qua|chỉ (?:mới )?đạt\b.{0,20}$|mới đạt\b.{0,20}$|năm trước đạt|^\s*theo (?:kết quả"
    r"|công bố|báo cáo|đánh giá|số liệu)\b)",
    re.IGNORECASE,
)
_PAST_YEAR = re.compile(
    r"(?:^|[\s,(])(?:trong |kết quả |tính đến (?:hết |cuối )?|đến hết )?(?:6 tháng (?:đầu|cuối) )?năm (?P<year>\d{4})"
    r"(?:,|:|\s+(?:đạt|là|toàn xã|xã|tỷ lệ|tỉ lệ|có)\b|\s*\))",
    re.IGNORECASE,
)
_PAST_PERIOD = re.compile(r"giai đoạn \d{4}\s*[-–]\s*(?P<year>\d{4})\s*,", re.IGNORECASE)
# '95% (năm 2025: 93%)' sets the first number beside the result of an earlier year.
_COMPARED_WITH = re.compile(r"\s*\((?:so với |kết quả |thực hiện )*năm \d{4}\s*(?::|=|là\b|đạt\b)?\s*\d", re.IGNORECASE)
# A rank among so many is known only afterwards.
_RANKED = re.compile(r"\b(?:xếp|đứng|vị trí) (?:hạng |vị trí )?(?:thứ )?\d+/\d+", re.IGNORECASE)
_CONDITION_BEFORE = re.compile(
    r"(?:^|[\s,(])(?:nếu|trường hợp|khi|đối với (?:các )?(?:cơ quan|đơn vị|cá nhân|hồ sơ) (?:có|đạt)|không xét"
    r"|loại trừ)\b",
    re.IGNORECASE,
)
_CONDITION_AFTER = re.compile(
    r"^[^,;.]{0,80}(?:,? thì\b|được (?:cộng|tính|chấm)|bị trừ|sẽ (?:bị|không)|xếp loại|không được xét)"
    r"|^[^,;]{0,60}(?::|=|được|chấm)\s*\d+(?:,\d+)?\s*điểm"
    r"|^\s*[:,–-]?\s*(?:được |thì |tặng |đề nghị |xét )*(?:giấy khen|bằng khen|cờ thi đua|danh hiệu|xếp loại"
    r"|khen thưởng)\b",
    re.IGNORECASE,
)
_OLD_VALUE_AFTER = re.compile(
    r"^(?!\s*trở)\s*(?:\([^)]*\)|năm \d{4}|[\w\s/]{0,25}?)?\s*(?<!trở )(?:lên|xuống|sang|thành)\b", re.IGNORECASE
)
_OLD_VALUE_BEFORE = re.compile(
    r"(?:\((?:(?:chỉ tiêu|kế hoạch|mục tiêu|mức|quy định)[^()]{0,12})?\b(?:tỉnh|thành phố|trung ương|cấp trên"
    r"|Chính phủ) (?:giao|quy định|đề ra)[^()\d]{0,12}"
    r"|\btừ(?: mức)?|thay (?:cho|vì|thế)[^,;]{0,40}|so với[^,;]{0,40}|trước đây[^,;]{0,30}|thay \S{0,15})\s*$",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"(?:sửa đổi|điều chỉnh|thay thế|sửa)\b(?P<old>.*?)[”\"]?\s*(?<!hoàn )(?<!tạo )\bthành\b", re.IGNORECASE
)
# What a plan or its area consists of.
_POPULATION = re.compile(
    r"^\s*(?:tổng )?(?:số )?(?:dân số|dân cư|số dân|diện tích|số hộ|hộ dân|đồng bào|nhân khẩu|người dân"
    r"|lao động)\b[^,;]{0,40}"
    r"\b(?:là|sống|sinh sống|theo đạo|thuộc|làm nghề|làm|người (?:dân tộc|Khmer|Hoa|Mông|Dao)|chưa)\b"
    r"|^\s*là (?:đồng bào|người|hộ)\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"(?:chiếm|tương đương|bằng)\s+(?:t[ỷỉ] (?:lệ|trọng)\s+)?(?:khoảng |trên |gần |hơn )?$", re.IGNORECASE
)
_COST = re.compile(
    r"(?:kinh phí|dự toán|tổng mức|chi phí|nguồn vốn|ngân sách (?:xã|tỉnh|nhà nước|trung ương|địa phương|cấp)|mức chi"
    r"|định mức|hỗ trợ|đối ứng|khen thưởng|tiền thưởng|mức thưởng)[^;]{0,80}$",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"phấn đấu|tối thiểu|ít nhất|đạt\b|đảm bảo|bảo đảm|giải ngân|thu ngân sách|tiết kiệm|trở lên", re.IGNORECASE
)
_SCORING = re.compile(r"(?:cộng|trừ|chấm|thang|tối đa|được tính|điểm)\s*(?:tối đa |thêm )?$", re.IGNORECASE)
_GRADING = re.compile(r"xếp loại|thang điểm|điểm (?:thưởng|trừ|cộng)|mức (?:xuất sắc|tốt|khá)", re.IGNORECASE)
_OWN_INDEX = re.compile(
    r"phấn đấu|chỉ số (?:CCHC|cải cách|chuyển đổi số|hài lòng)|\b(?:PAR INDEX|SIPAS|DTI)\b", re.IGNORECASE
)
_AWARD = re.compile(r"(?:khen thưởng|giấy khen|bằng khen|tuyên dương|tôn vinh)[^;.]*$", re.IGNORECASE)
_REDUCTION = re.compile(r"(?:giảm|rút ngắn|cắt giảm)\b.{0,50}$", re.IGNORECASE)
# How long something takes, as what the clause measures.
_DURATION = re.compile(
    r"(?:^|[,;:–-]\s*|\b(?:đảm bảo|bảo đảm|phấn đấu)\s)(?:[\w.)]+\s){0,3}?thời gian\b[^;]{0,80}$", re.IGNORECASE
)
_REVENUE = re.compile(r"(?:thu|huy động|giải ngân)\b.{0,60}$", re.IGNORECASE)
# Work that a plan counts: the verb right before the number.
_VERB = re.compile(
    r"(?:^|[\s,(])(?:tổ chức|mở|xây dựng|đăng ký|triển khai|thực hiện|ban hành|hoàn thành|phấn đấu|tăng|giảm|nâng"
    r"|cắt giảm"
    r"|rút ngắn|còn|tuyên truyền|đăng tải|đăng|phát|phát hành|biên soạn|thành lập|kiểm tra|rà soát|đề xuất|cử|đào tạo"
    r"|bồi dưỡng|công nhận|duy trì|nhân rộng|thí điểm|bố trí|lắp đặt|số hóa|số hoá|cung cấp|tiếp nhận|xử lý|vượt|thêm"
    r"|viết|in|treo|đạt|lên|tiến hành|tham gia|giới thiệu|áp dụng|hình thành|đơn giản hóa|đơn giản hoá|tích hợp|ra mắt"
    r"|xây dựng mới|lựa chọn|chọn|thu hút|trang bị|đưa vào|cải thiện|thăng|tinh giản|giải quyết|cấp|tặng|phát động"
    r"|tập huấn|kết nạp"
    r"|chuẩn hóa|đối thoại|khảo sát|làm điểm|nghiên cứu|có)"
    r"(?:\s+(?:thành công|mới|thêm|được|khoảng|định kỳ|thành lập|ra|hạng|điểm|và duy trì|và nhân rộng|hiệu quả"
    r"|bình quân))*[\s:(]*$",
    re.IGNORECASE,
)
_INSPECTED = re.compile(r"(?:kiểm tra|thanh tra|khảo sát)\s*(?:đối với |tại )?$", re.IGNORECASE)
_TRAINED = re.compile(r"(?:bồi dưỡng|tập huấn|đào tạo|hướng dẫn)\b[^,;]{0,40}\bcho\s*$", re.IGNORECASE)
_WEAK_VERB = re.compile(r"(?:^|[\s,(])(?:có|gồm|cấp|xây dựng được)\s*$", re.IGNORECASE)
_EACH = re.compile(r"\b(?:mỗi|hằng|hàng|từng|định kỳ|phấn đấu|phải)\b[^,;]*$", re.IGNORECASE)
_SCOPE_WORD = re.compile(
    r"(?:^|\s)(?:cả|gồm|tại|của|cho|ở|các|với|về|theo|thuộc|trên địa bàn|toàn bộ|hết|sau|trước|khoảng)\s*$",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(r"^[\s+*•–\-(]*(?:\(\d+\)|[a-zđ]\))?\s*$|(?:\(|:)\s*$")
_STRONG = re.compile(
    r"tối thiểu|ít nhất|thấp nhất|không (?:được )?(?:dưới|thấp hơn|ít hơn|nhỏ hơn)|trở lên|≥|>=|⩾|không (?:để "
    r"|được |có )?(?:vượt )?quá"
    r"|tối đa|nhiều nhất|trở xuống|≤|<=|⩽",
    re.IGNORECASE,
)
_TIME_UNITS = frozenset({"ngày", "tháng", "năm", "giờ", "tuần", "quý"})


def is_target(sentence: str, quantity: Quantity, previous: Quantity | None, first_year: int | None) -> bool:
    """Whether a quantity is to be reached. `previous` is the target accepted before it in the same sentence."""
    before, after = sentence[: quantity.start], sentence[quantity.end :]
    if _is_past(before, after, first_year) or _is_condition(sentence, quantity) or _is_old_value(sentence, quantity):
        return False
    if quantity.is_percent:
        return _is_percent_target(before, sentence[quantity.value_end :], quantity)
    return _is_count_target(sentence, quantity, previous)


def _is_past(before: str, after: str, first_year: int | None) -> bool:
    if _REACHED.search(before) and not re.search(r"phấn đấu|tối thiểu|ít nhất", before[-60:], re.IGNORECASE):
        return True
    if _RANKED.search(after) and not re.search(r"phấn đấu|tối thiểu|ít nhất", before, re.IGNORECASE):
        return True
    if first_year is None:
        return False
    for pattern in (_PAST_YEAR, _PAST_PERIOD):
        years = [m for m in pattern.finditer(before) if "so với" not in before[max(0, m.start() - 10) : m.end()]]
        if years and int(years[-1]["year"]) < first_year and not re.search(r"phấn đấu", before[years[-1].end() :]):
            return True
    if _COMPARED_WITH.match(after):
        return False
    closing = re.match(r"\s*\(?(?:trong |kết quả )?năm (\d{4})\)?", after)
    return bool(closing and int(closing.group(1)) < first_year)


def _is_condition(sentence: str, quantity: Quantity) -> bool:
    before, after = sentence[: quantity.start], sentence[quantity.end :]
    condition = list(_CONDITION_BEFORE.finditer(before))
    if condition and "," not in before[condition[-1].end() :] and re.search(r"\bthì\b|bị|không được|phải", after):
        return True
    return bool(_CONDITION_AFTER.match(after)) and not _OWN_INDEX.search(before)


def _is_old_value(sentence: str, quantity: Quantity) -> bool:
    before, after = sentence[: quantity.value_at], sentence[quantity.value_end :]
    if re.search(r"\btừ(?: mức)?\s*$", before, re.IGNORECASE):
        return bool(_OLD_VALUE_AFTER.match(after)) and not quantity.is_range
    if _OLD_VALUE_BEFORE.search(sentence[: quantity.start]):
        return True
    amended = _AMENDED.search(sentence)
    return bool(amended and amended.start("old") <= quantity.value_at < amended.end("old"))


def _is_percent_target(before: str, after: str, quantity: Quantity) -> bool:
    if _POPULATION.match(after) and not re.search(r"phấn đấu|tối thiểu|ít nhất|đảm bảo|bảo đảm", before, re.IGNORECASE):
        return False
    is_bound = _STRONG.search(quantity.comparator_text or "") or (quantity.comparator_text or "").casefold() == "dưới"
    if _SHARE_OF.search(before) and not _AIMED.search(before) and not is_bound:
        return False
    return not (_COST.search(before) and not _AIMED.search(before))


def _is_count_target(sentence: str, quantity: Quantity, previous: Quantity | None) -> bool:
    before = sentence[: quantity.start]
    unit = (quantity.unit_text or "").casefold()
    noun = unit.partition("/")[0]
    strong = bool(_STRONG.search(quantity.comparator_text or ""))
    if noun in _TIME_UNITS:
        is_aim = bool(_REDUCTION.search(before)) or (strong and bool(_DURATION.search(before)))
        return noun in ("ngày", "giờ") and is_aim and not re.search(r"trong (?:thời hạn|vòng)", before)
    if noun.endswith("đồng"):
        return bool(_REVENUE.search(before)) and not _COST.search(before)
    if noun == "điểm" and (_SCORING.search(before) or _is_grade(before, sentence) or _OPENS_CLAUSE.search(before)):
        return False
    if _AWARD.search(before):
        return False
    joined = _is_joined(sentence, quantity, previous)
    if noun in _COUNTABLE_BODIES and _counts_bodies(before, unit, strong=strong, joined=joined):
        return True
    if noun in SCOPE_NOUNS or noun not in COUNT_NOUNS | DOCUMENT_NOUNS:
        return False
    if _SCOPE_WORD.search(before) and not strong and not _TRAINED.search(before):
        return False
    if strong:
        return True
    if noun in DOCUMENT_NOUNS:
        return False
    if noun == "nhóm" and re.match(
        r"\s*(?:nhiệm vụ|giải pháp|nội dung|tiêu chí|chỉ tiêu|vấn đề|nền tảng|chính sách|thủ tục|TTHC|dịch vụ"
        r"|lĩnh vực)",
        sentence[quantity.end :],
    ):
        return False
    if "/" in unit or re.search(r"mỗi (?:tháng|quý|năm|tuần|ngày|kỳ)\s*$", before, re.IGNORECASE):
        return True
    if _WEAK_VERB.search(before):
        return bool(_EACH.search(before))
    if _VERB.search(before) or _OPENS_CLAUSE.search(before) or _TRAINED.search(before):
        return True
    return joined


def _is_grade(before: str, sentence: str) -> bool:
    """Points of a scale by which others are graded, not those that the commune's own index is to reach."""
    return bool(_GRADING.search(sentence)) and not _OWN_INDEX.search(before)


def _is_joined(sentence: str, quantity: Quantity, previous: Quantity | None) -> bool:
    """Whether a count goes on a list of counts: '02 lớp tập huấn, 03 cuộc thi và 01 hội nghị'."""
    if previous is None or previous.is_percent:
        return False
    return bool(re.fullmatch(r"[^,;]{0,60}(?:,|\bvà|, và)\s*", sentence[previous.end : quantity.start]))


def _counts_bodies(before: str, unit: str, *, strong: bool, joined: bool) -> bool:
    """Whether a number of offices or places is work set, not the make-up of the commune."""
    if strong:
        return bool(_VERB.search(before) or _EACH.search(before) or _OPENS_CLAUSE.search(before))
    return joined or bool(_INSPECTED.search(before)) or ("/" in unit and bool(_VERB.search(before)))


_COUNTABLE_BODIES = frozenset({"đồng chí", "đơn vị", "cơ quan", "phòng", "thôn", "ấp", "trường", "tổ", "bản", "xã"})
