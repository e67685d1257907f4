file-on-way = The file comes in a moment as a direct message.
file-ready = Here is the file: { $file }
file-too-late = The file could not be put into Slack. Try again in a while.
file-not-taken = There is no file: Slack did not take it. Try again in a while, or ask whoever looks after the workspace whether uploaded files are allowed.
file-no-scope = There is no file: the app may not upload any. Ask whoever looks after it to add the permissions `files:write` and `files:read`, and try again.
