file-on-way = The file comes in a moment as a direct message.
file-ready = Here is the file: { $file }
file-too-late = The file could not be put into Slack. Try again in a while.
file-not-taken = There is no file: Slack did not take it. Try again in a while, or ask whoever looks after the workspace whether uploaded files are allowed.
file-no-scope = There is no file: the app may not upload any. Ask whoever looks after it to add the permissions `files:write` and `files:read`, and try again.

given-hint = File types: { $types }
given-on-way = I am reading the file and will answer in a moment.
refusal-file-missing = Choose a file first.
refusal-file-too-much = { $name } is too large. I read files of at most { $limit } MB.
refusal-file-lost = { $name } is not in Slack any more, so I have read nothing. Choose the file again.
refusal-file-shut = Slack does not show me { $name }, so I have read nothing. Upload the file yourself in the form, instead of choosing one that somebody else has shared.
refusal-file-unreached = Slack did not answer, so I have not read { $name }. Nothing has been changed. Try again in a while.
refusal-file-over = That file has been decided about, or was read too long ago. Read it in again if it is to count.
