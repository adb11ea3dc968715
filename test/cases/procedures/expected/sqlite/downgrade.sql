NOT POSSIBLE: unsupported
revisions/b467078c_procedures.ts:8: SQLite cannot create procedure close_all: functions are part of the program that opens the file
