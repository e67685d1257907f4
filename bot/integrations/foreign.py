"""Files that others wrote: from bytes to text."""

from bot.domain.import_files import MOST_BYTES, FileTooLarge, NotACalendar

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def text_of(data: bytes) -> str:
    """Return the text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, else Excel's CP1252."""
    if len(data) > MOST_BYTES:
        raise FileTooLarge
    marked = next((code for mark, code in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(marked)
    except UnicodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:  # no text at all
        raise NotACalendar
    return text
