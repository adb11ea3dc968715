NOT POSSIBLE: unsupported
revisions/bbb3ac24_functions.ts:8: SQLite cannot create function add_tax: functions are part of the program that opens the file
