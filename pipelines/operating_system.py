"""What the operating system answers when a file cannot be opened, read or written, in Vietnamese."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không được phép",
    errno.ENOENT: "không có tệp hoặc thư mục đó",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EISDIR: "đó là thư mục, không phải tệp",
    errno.EEXIST: "đã có tệp hoặc thư mục cùng tên",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ELOOP: "lối tắt trỏ vòng tròn",
    errno.EIO: "ổ đĩa bị lỗi",
    errno.EMFILE: "máy mở quá nhiều tệp một lúc",
    errno.EBUSY: "chương trình khác đang dùng",
    errno.ETXTBSY: "chương trình khác đang dùng",
}


def reason_of(error: OSError) -> str:
    """Why, in Vietnamese; the system's own words for what has none here."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
