"""Nouns that count what a plan sets out to do. The word lists are data: extend them freely."""

from __future__ import annotations

# Counting nouns as a plan prints them right after a number.
_COUNTED = """
sáng kiến|mô hình|giải pháp|cách làm|đề tài|ý tưởng|sản phẩm|cuộc|lượt|lớp|buổi|đợt|lần|kỳ|nhóm|hội nghị|hội thi
hội thảo|hội thao|cuộc thi|tọa đàm|diễn đàn|tin, bài|tin bài|tin|bài viết|bài|phóng sự|chuyên mục|chuyên trang
chuyên đề|bản tin|video|clip|ấn phẩm|tờ rơi|tờ gấp|pa nô|pano|áp phích|băng rôn|khẩu hiệu|sổ tay|tài liệu|hướng dẫn viên
báo cáo viên|cán bộ|công chức|viên chức|người|học viên|đại biểu|thủ tục|dịch vụ|hồ sơ|quy trình
phản ánh|kiến nghị|ý kiến|phiếu|phòng họp|điểm|bậc|phút|giây|tỷ đồng|tỉ đồng|triệu đồng|nghìn đồng|đồng|bộ|máy|máy tính
thiết bị|tài khoản|chữ ký số|chứng thư số|nền tảng|phần mềm|ứng dụng|trường hợp|đoàn|phong trào|tập thể|cá nhân|chỉ số
nhà văn hóa|trụ sở|bước|khâu|biên chế|vị trí|chức danh|đầu mối|gương|điển hình|câu lạc bộ|tổ công nghệ|tổ công tác
lao động|hội viên|doanh nghiệp|hợp tác xã|hộ|khóa|khoá|ca|trang|kênh|trạm|camera|hệ thống|cơ sở dữ liệu|bộ dữ liệu
tuyên truyền viên|ki-ốt|ki ốt|kiosk|quầy|tthc|dvctt|dvc|vbqppl|màn hình
""".strip()

# Nouns that only count what the next words name: '02 cuộc kiểm tra' measures 'kiểm tra'.
CLASSIFIERS = frozenset({"cuộc", "lượt", "đợt", "buổi", "lần"})

# Nouns that measure and count nothing.
MEASURES = frozenset(
    {"điểm", "bậc", "phút", "giây", "giờ", "ngày", "đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng"}
)

# Documents a task ends in: a count of them is a product, no target, unless a comparison stands before it.
_DOCUMENTS = """
kế hoạch|báo cáo|quyết định|văn bản|công văn|tờ trình|nghị quyết|đề án|thông báo|biên bản|chương trình|danh mục
quy chế|chỉ thị|kết luận|hợp đồng|công điện|phương án
""".strip()

# Nouns that say how far something reaches: a bare count of them is a fact or the scope of work.
_SCOPE = """
cấp|lĩnh vực|ngày|tháng|năm|quý|tuần|giờ|xã|phường|đặc khu|thôn|ấp|bản|làng|tổ|tỉnh|huyện|nhiệm vụ|nội dung|mục|tiêu
tiêu chí|chỉ tiêu|phụ|phụ lục|chương|điều|khoản|phần|nguyên tắc|nhà|khu|trường|đơn vị|cơ quan|phòng|ban|bên|chiều
trụ cột|đột phá|trọng tâm|thành viên|đồng chí|khối|chủ thể|yêu cầu|mục tiêu|quan điểm|giai đoạn|dân tộc|tôn giáo|km|ha
không|tại|của|và|trong|trên|là
""".strip()

# What a rate counts by, after a slash: 'lần/quý', 'phút/hồ sơ'.
_RATE_PERIODS = """
tháng|quý|năm|tuần|ngày|lần|buổi|lượt|hồ sơ|giao dịch|người|đơn vị|cơ quan|phòng|thôn|ấp|bản|tổ|xã|phường|thủ tục|lớp
đợt|cuộc|kỳ|công chức|cán bộ|đồng chí|khu phố|tổ dân phố|hộ|vụ|TTHC
""".strip()


def _words(text: str) -> tuple[str, ...]:
    return tuple(noun.strip() for noun in text.replace("\n", "|").split("|"))


COUNT_NOUNS = frozenset(_words(_COUNTED))
DOCUMENT_NOUNS = frozenset(_words(_DOCUMENTS))
SCOPE_NOUNS = frozenset(_words(_SCOPE))
RATE_PERIODS = _words(_RATE_PERIODS)
_ALL = COUNT_NOUNS | DOCUMENT_NOUNS | SCOPE_NOUNS


def _has_shorter(noun: str) -> bool:
    """'cuộc thi' counts in 'cuộc'; 'tin, bài' is one noun, and 'đồng chí' no sum of money."""
    words = noun.split()
    return noun not in ("tin, bài", "tin bài", "đồng chí") and any(
        " ".join(words[:n]) in COUNT_NOUNS for n in range(1, len(words))
    )


# Longest first, so that 'tin, bài' is found before 'tin' and 'hướng dẫn viên' whole.
NOUNS = tuple(sorted((noun for noun in _ALL if not _has_shorter(noun)), key=len, reverse=True))
