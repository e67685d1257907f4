### The log of who did what: is it whole?

cli-audit = verify that the log of who did what is whole; exit code 1 if it is not
cli-audit-head = a head that you noted earlier, “count hash”: is it still part of the log?
cli-audit-head-unreadable = I cannot read “{ $value }”. Write the number of lines, a space and the hash, as they stand in the log file.
cli-audit-whole = The log is whole: { $count } lines. Head: { $count } { $head }
check-part-audit = the log
check-audit = The log of who did what is whole: { $count } lines.
audit-changed = The log is broken at line { $line }: that line, or one before it, was changed, moved, added or removed. Compare it with a backup.
audit-cut = The end of the log is wrong: { $count } lines hold together, but that is not where it should end. Lines are missing, or were added at the end. Compare it with a backup.
audit-noted = The log holds together ({ $count } lines), but the head that you noted is not part of it. It may have been written anew. Compare it with a backup.
