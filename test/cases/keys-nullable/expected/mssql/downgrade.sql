-- downgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: kn02
-- To:   base
-- Version table: migrator_version
-- Script: c087be3cdfae2f48c7fbf4aa31d1eb6185501794f14ef00c66e4af578c1f8748
--
-- Revisions, in this order:
--   1. down kn02
--      derived from its upgrade
--      sha256 d7ba8b3a1caf1cc102a1a716abdfd4a92e43c16f9369c7d05b1b321cefe54d36
--   2. down kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after the table is made anew
--      derived from its upgrade
--      sha256 fda851c3dc8e2bcb879248a8399a378be32f763408d5a894aa99892dd31a4fc9
--
-- Steps that lose data:
--   kn01 loses the rows of table bill.
--   kn01 loses the rows of table room.
--   kn01 loses the rows of table stay.
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -e -r1 -i downgrade.sql > downgrade.log
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target mssql
-- It refuses, too, unless what it expects holds:
--   it expects a database that takes changes
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   write on for off in the line that sets migrator_accept_loss
--
-- It waits at most 30 s for a lock (LOCK_TIMEOUT).
-- A statement that waited too long fails (Lock request time out period exceeded), and its revision is undone.
-- See who holds the lock, and run the same file again:
--   SELECT session_id, blocking_session_id, wait_resource FROM sys.dm_exec_requests WHERE blocking_session_id <> 0

SET NOEXEC OFF;
SET NOCOUNT ON;
SET XACT_ABORT ON;
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_NULL_DFLT_ON ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET ARITHABORT ON;
SET CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
SET IMPLICIT_TRANSACTIONS OFF;
SET DATEFORMAT ymd;
SET LOCK_TIMEOUT 30000;
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: write on for off in the line that sets migrator_accept_loss
EXEC sp_set_session_context N'migrator_accept_loss', N'off';
GO

  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  DECLARE @migrator_fault nvarchar(2000), @migrator_half int = 0;
  DECLARE @migrator_lock nvarchar(255) = LEFT(N'migrator:[migrator_version]', 255), @migrator_locked int;
EXEC @migrator_locked = sp_getapplock @Resource = @migrator_lock, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
IF @@TRANCOUNT <> 0
  SET @migrator_message = N'migration refused: a transaction is already open in this session. Nothing was changed: COMMIT or ROLLBACK it first, and run this file again.';
ELSE IF @migrator_locked < 0
  SET @migrator_message = N'migration refused: another session is running a script on this database';
ELSE IF OBJECT_ID(N'[migrator_version]', N'U') IS NULL
  SET @migrator_message = LEFT(N'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at kn02. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''kn02'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END,
    @done = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
  FROM [migrator_version];
SET @found = STUFF((SELECT N'', '' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N'''');',
    N'@fits int OUTPUT, @done int OUTPUT, @found nvarchar(2000) OUTPUT',
    @fits = @migrator_fits OUTPUT, @done = @migrator_done OUTPUT, @found = @migrator_found OUTPUT;
IF OBJECT_ID(N'[migrator_version_ledger]', N'U') IS NOT NULL
BEGIN
  IF @migrator_fits = 0 AND @migrator_done = 0
  BEGIN
    EXEC sp_executesql N'SELECT @place = CASE COALESCE(@found, N''base'')
      WHEN N''kn01'' THEN 1
    END
  FROM [migrator_version_ledger] WHERE script = N''c087be3cdfae2f48c7fbf4aa31d1eb6185501794f14ef00c66e4af578c1f8748'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''c087be3cdfae2f48c7fbf4aa31d1eb6185501794f14ef00c66e4af578c1f8748'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
  IF @migrator_message IS NULL AND @migrator_moved > 0 SET @migrator_message = N'migration refused: another script left a revision half done. Nothing was changed. [migrator_version_ledger] shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM [migrator_version_ledger].';
END;
IF @migrator_message IS NULL AND @migrator_done = 0 AND @migrator_fits = 1
BEGIN
  SET @migrator_fault = COALESCE(
    CASE WHEN CAST(DATABASEPROPERTYEX(DB_NAME(), N'Updateability') AS nvarchar(128)) = N'READ_ONLY' THEN N'expects a database that takes changes, but this one is read-only' END,
    CASE WHEN OBJECT_SCHEMA_NAME(OBJECT_ID(N'[migrator_version]', N'U')) <> SCHEMA_NAME() THEN N'expects new tables to be made in schema ' + OBJECT_SCHEMA_NAME(OBJECT_ID(N'[migrator_version]', N'U')) + N', where migrator_version is, but this account makes them in schema ' + SCHEMA_NAME() + N': let the target of migrator.toml name the schema, or ALTER USER ... WITH DEFAULT_SCHEMA before this file' END);
  IF @migrator_fault IS NOT NULL SET @migrator_message = LEFT(N'migration refused: downgrade.sql ' + @migrator_fault + N'. Nothing was changed. Mend what it names, or have the script made for what is there.', 2048);
END;
IF @migrator_locked >= 0 AND (@migrator_message IS NOT NULL OR @migrator_done = 1 OR @migrator_fits <> 1)
  EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';
IF @migrator_message IS NOT NULL
BEGIN
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE IF @migrator_done = 1
BEGIN
  SET @migrator_message = N'already applied: the database is at base, nothing was changed';
  PRINT @migrator_message;
  SET NOEXEC ON;
END
ELSE IF @migrator_fits <> 1
BEGIN
  SET @migrator_message = LEFT(N'migration refused: downgrade.sql needs the database at kn02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DECLARE @migrator_context varbinary(128) = CONVERT(varbinary(4), @migrator_place) + 0x01;
  SET CONTEXT_INFO @migrator_context;
END;
GO

IF OBJECT_ID(N'[migrator_version]', N'U') IS NULL
  CREATE TABLE [migrator_version] (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT [migrator_version_pkc] PRIMARY KEY (version_num)
  );
IF OBJECT_ID(N'[migrator_version_ledger]', N'U') IS NULL
  CREATE TABLE [migrator_version_ledger] (
    revision NVARCHAR(32) NOT NULL,
    direction NVARCHAR(5) NOT NULL,
    step INT NOT NULL,
    steps INT NOT NULL,
    state NVARCHAR(8) NOT NULL,
    digest NVARCHAR(64) NOT NULL,
    script NVARCHAR(64) NOT NULL,
    CONSTRAINT [migrator_version_ledger_pkc] PRIMARY KEY (revision)
  );
IF OBJECT_ID(N'[migrator_version_log]', N'U') IS NULL
  CREATE TABLE [migrator_version_log] (
    entry INT NOT NULL,
    revision NVARCHAR(32) NOT NULL,
    direction NVARCHAR(5) NOT NULL,
    message NVARCHAR(200),
    applied_at DATETIMEOFFSET NOT NULL,
    applied_by NVARCHAR(128),
    digest NVARCHAR(64) NOT NULL,
    script NVARCHAR(64) NOT NULL,
    accepted_loss INT NOT NULL,
    CONSTRAINT [migrator_version_log_pkc] PRIMARY KEY (entry)
  );
GO

-- ==== undoing revision kn02 ====
-- from kn02 to kn01, revisions/02_what_makes_them_anew.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It does not bring back the rows of table room.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision kn02: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'kn02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision kn02 needs the database at kn02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create table room (2 columns) (revisions/02_what_makes_them_anew.ts:10)
  EXEC(N'CREATE TABLE [room] (
  [code] nvarchar(8) not null,
  [view] nvarchar(40) CONSTRAINT [room_view_default] DEFAULT N''sea'',
  CONSTRAINT [room_pkey] PRIMARY KEY ([code])
)');

  -- drop primary key bill_key of table bill (revisions/02_what_makes_them_anew.ts:9)
  EXEC(N'ALTER TABLE [bill] DROP CONSTRAINT [bill_key]');

  -- alter column bill.number: NULL allowed (revisions/02_what_makes_them_anew.ts:9)
  EXEC(N'ALTER TABLE [bill] ALTER COLUMN [number] int NULL');

  -- alter column room.view: no default (revisions/02_what_makes_them_anew.ts:8)
  EXEC(N'ALTER TABLE [room] DROP CONSTRAINT [room_view_default]');

  -- alter column stay.guest: NULL allowed (revisions/02_what_makes_them_anew.ts:7)
  EXEC(N'ALTER TABLE [stay] ALTER COLUMN [guest] nvarchar(40) NULL');

  UPDATE [migrator_version] SET version_num = N'kn01' WHERE version_num = N'kn02';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'kn01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision kn02 should leave the database at kn01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'kn02', N'down', 1, 1, N'done', N'1e14a8676f3e202b5fd0adb4eb4403b2bd4829cb9e499dc9be3e78d408a52c71', N'c087be3cdfae2f48c7fbf4aa31d1eb6185501794f14ef00c66e4af578c1f8748');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'kn02', N'down', NULL, SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'1e14a8676f3e202b5fd0adb4eb4403b2bd4829cb9e499dc9be3e78d408a52c71', N'c087be3cdfae2f48c7fbf4aa31d1eb6185501794f14ef00c66e4af578c1f8748', CASE WHEN SESSION_CONTEXT(N'migrator_accept_loss') = N'on' THEN 1 ELSE 0 END
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision kn02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== undoing revision kn01 Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it
--   be, also after the table is made anew ====
-- from kn01 to base, revisions/01_keys_without_not_null.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table bill.
-- It loses the rows of table room.
-- It loses the rows of table stay.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision kn01: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'kn01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision kn01 needs the database at kn01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- undoing revision kn01 stops here, with their number and where the first is, when there are
--   rows of bill, which would be lost
--   rows of room, which would be lost
--   rows of stay, which would be lost
  SELECT TOP (1) @migrator_moved = 1 FROM [bill] WITH (TABLOCKX, HOLDLOCK);
  SELECT TOP (1) @migrator_moved = 1 FROM [room] WITH (TABLOCKX, HOLDLOCK);
  SELECT TOP (1) @migrator_moved = 1 FROM [stay] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [bill]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision kn01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of bill'); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision kn01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of bill'), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [room]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''code = '', LEFT(CAST([code] AS nvarchar(4000)), 60)) FROM [room] ORDER BY [code]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision kn01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of room', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision kn01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of room', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [stay]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''room = '', LEFT(CAST([room] AS nvarchar(4000)), 60), N'', night = '', LEFT(CAST([night] AS nvarchar(4000)), 60)) FROM [stay] ORDER BY [room], [night]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision kn01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of stay', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision kn01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of stay', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- drop table bill (revisions/01_keys_without_not_null.ts:21)
  EXEC(N'DROP TABLE [bill]');

  -- drop table room (revisions/01_keys_without_not_null.ts:17)
  EXEC(N'DROP TABLE [room]');

  -- drop table stay (revisions/01_keys_without_not_null.ts:11)
  EXEC(N'DROP TABLE [stay]');

  DELETE FROM [migrator_version] WHERE version_num IN (N'kn01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision kn01 should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'kn01', N'down', 1, 1, N'done', N'c784bc05ab4bff22ea33f238cb363991edd551f61e25b0e0c465cf447b83a692', N'c087be3cdfae2f48c7fbf4aa31d1eb6185501794f14ef00c66e4af578c1f8748');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'kn01', N'down', N'Primary keys of columns that do not say NOT NULL: NULL in them where SQLite lets it be, also after t', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'c784bc05ab4bff22ea33f238cb363991edd551f61e25b0e0c465cf447b83a692', N'c087be3cdfae2f48c7fbf4aa31d1eb6185501794f14ef00c66e4af578c1f8748', CASE WHEN SESSION_CONTEXT(N'migrator_accept_loss') = N'on' THEN 1 ELSE 0 END
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision kn01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration not complete: downgrade.sql should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DELETE FROM [migrator_version_ledger];
  PRINT N'done: the database is at base';
END;
GO
SET NOEXEC OFF;
GO
  DECLARE @migrator_lock nvarchar(255) = LEFT(N'migrator:[migrator_version]', 255), @migrator_locked int;
WHILE APPLOCK_MODE(N'public', @migrator_lock, N'Session') <> N'NoLock'
  EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';
GO
SET XACT_ABORT OFF;
SET LOCK_TIMEOUT -1;
GO
