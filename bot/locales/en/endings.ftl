### What will end: the page's token and the version of Facebook's interface.

ending-token = *The Facebook page’s token ends on { $date }.* { $days ->
    [0] That is today.
    [one] 1 day is left.
   *[other] { $days } days are left.
} After that no comments arrive here. Make a new one, put it in `FACEBOOK_PAGE_TOKEN` and restart me; `python bot.py check` shows how long it lasts.
ended-token = *The Facebook page’s token ended on { $date }.* No comments arrive here. Make a new one, put it in `FACEBOOK_PAGE_TOKEN` and restart me.
ending-token-over = The page has a new token, which lasts until { $date }.
ending-token-endless = The page has a new token, which has no end.
ending-version = *Version { $value } of Facebook’s interface can be used until { $date }.* { $days ->
    [0] That is today.
    [one] 1 day is left.
   *[other] { $days } days are left.
} Update Lucka to a later release, or put a newer version in `FACEBOOK_API_VERSION` and run `python bot.py check`.
ended-version = *Version { $value } of Facebook’s interface could be used until { $date }.* Facebook now answers by another version, and things may go wrong. Update Lucka to a later release, or put a newer version in `FACEBOOK_API_VERSION`.
ending-version-over = I now use a version of Facebook’s interface that lasts until { $date }.
ending-version-endless = I now use a version of Facebook’s interface that has no end.
