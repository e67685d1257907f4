"""Forms with files, as HTTP carries them (RFC 7578); Starlette needs a package for that."""

from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a form; *mime* is what the sender says it is, '' where that is missing."""

    mime: str
    data: bytes


def parse(content_type: str, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    """Return the texts and the files of a form by name."""
    texts: dict[str, str] = {}
    files: dict[str, Upload] = {}
    for part in body.split(b"--" + _boundary(content_type))[1:-1]:
        head, _, data = part.removeprefix(b"\r\n").removesuffix(b"\r\n").partition(b"\r\n\r\n")
        headers = BytesHeaderParser().parsebytes(head)
        name = str(headers.get_param("name", "", header="content-disposition"))
        if headers.get_filename() is None:
            texts[name] = data.decode()
        else:
            files[name] = Upload(headers.get("content-type", ""), data)
    return texts, files


def _boundary(content_type: str) -> bytes:
    headers = Message()
    headers["content-type"] = content_type
    return str(headers.get_boundary("")).encode()
