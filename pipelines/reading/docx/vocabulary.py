"""Names of WordprocessingML and small questions about its elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_PER_POINT = 20


def w(name: str) -> str:
    """The qualified name of an element or attribute of the main vocabulary."""
    return _W + name


def local_name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def value_of(parent: etree._Element | None, name: str) -> str | None:
    """`w:val` of the child `name`; '' for a child without one, None for no such child."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(w("val"), "")


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """An on/off property: None when it is not set here."""
    value = value_of(parent, name)
    return None if value is None else value not in ("0", "false", "off", "none")


def number_of(element: etree._Element | None, name: str) -> int | None:
    """An integer attribute; None when it is missing or not a number."""
    text = element.get(w(name)) if element is not None else None
    try:
        return None if text is None else round(float(text))
    except ValueError:
        return None


# Wrappers that hold blocks, rows, cells or runs and print nothing of their own.
TRANSPARENT = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo"}
)
# What tracked changes removed, and the second copy of a drawing for old programs.
REMOVED = frozenset({"del", "moveFrom", "Fallback"})


def flat_children(element: etree._Element) -> Iterator[etree._Element]:
    """Children, with transparent wrappers replaced by what they hold and removed text left out."""
    for child in element.iterchildren(etree.Element):
        name = local_name(child)
        if name in TRANSPARENT or name in ("AlternateContent", "Choice"):
            yield from flat_children(child)
        elif name not in REMOVED:
            yield child
