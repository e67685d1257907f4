"""What a resident sent along with a comment, in words."""

from bot.locales import Words

ATTACHMENTS = {
    "photo": "photo",
    "sticker": "sticker",
    "animated_image": "gif",
    "video": "video",
    "share": "link",
    "multi_share": "link",
}


def instead_of_text(words: Words, attachment: str | None) -> str:
    """Say what there is where nothing was written."""
    if attachment is None:
        return words("comments-no-text")
    return words("comments-only-attachment", what=attachment_words(words, attachment))


def attachment_words(words: Words, kind: str) -> str:
    """Name a kind of attachment; there are variants such as `video_inline`."""
    known = next((name for start, name in ATTACHMENTS.items() if kind.startswith(start)), "other")
    return words("comments-attachment", kind=known)
