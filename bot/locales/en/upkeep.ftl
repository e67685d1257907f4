### Backups, disk space and signs of life.

part-backup = the backup
part-disk = the space on the disk
part-heartbeat = the sign of life to your monitoring
part-timetable = the timetable

trouble-backup-full = I cannot take a backup: the disk is full ({ $detail }). The old copies are still there. Make room, and I try again within a minute.
trouble-backup-unwritable = I cannot take a backup: I may not write in the folder ({ $detail }). The old copies are still there. Look at `BACKUP_FOLDER`.
trouble-backup-old = The last backup is older than a day and a half. Look in the log for `job backup`.
trouble-database-broken = The database is not whole, so the new backup was thrown away. The old copies are still there: put the last one back with `python bot.py restore`.
trouble-disk = Only { $detail } MB are left on the disk with the database. Make room before it is full.
trouble-outbox-late = { $detail } messages have waited to be sent for more than a quarter of an hour. Slack may have asked me to wait; I go on by myself. Look in the log if it does not pass.
trouble-heartbeat = Your monitoring has not answered my sign of life for more than an hour ({ $detail }). Look at the address in `HEARTBEAT_URL`.
trouble-timetable = The timetable stands still, so nothing scheduled happens. Restart me, and keep the log.

lucka-backup = Last backup: { $when }.
lucka-no-backup = No backup has been taken yet. The first one comes tonight.

digest-missed = The plan for { $day } never came: I was not running.
digest-old-backup = The last backup is from { $when }. There should be one from last night: look in `/lucka`.

problem-backup-folder = “{ $value }” cannot be read.
problem-heartbeat-url = should be a web address (https://…).
