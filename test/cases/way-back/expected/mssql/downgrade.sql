-- downgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: back_2
-- To:   base
-- Version table: migrator_version
-- Script: 5622486ef60a5ef0c3b93215b700d4196ead402f5290898f9a7b4c3845ef54fa
--
-- Revisions, in this order:
--   1. down back_2 Everything changes, and no downgrade: all of it is derived.
--      derived from its upgrade
--      sha256 383603dcd0a00f3018958645a34e446b04308eccd2a83b76fd68cbcd4077fdf5
--   2. down back_1 Tables, and no downgrade
--      derived from its upgrade
--      sha256 8f4bf45d1bc861848c326713285342e39cf36b7a9cc7c31ed48dd7129b14c690
--
-- Steps that lose data:
--   back_2 loses values of column customer.name that nvarchar(40) cannot hold, unless the database refuses them.
--   back_2 loses the values of column customer.born.
--   back_2 loses the rows of table level.
--   back_1 loses the rows of table invoice.
--   back_1 loses the rows of table customer.
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
  SET @migrator_message = LEFT(N'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at back_2. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''back_2'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END,
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
      WHEN N''back_1'' THEN 1
    END
  FROM [migrator_version_ledger] WHERE script = N''5622486ef60a5ef0c3b93215b700d4196ead402f5290898f9a7b4c3845ef54fa'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''5622486ef60a5ef0c3b93215b700d4196ead402f5290898f9a7b4c3845ef54fa'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
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
  SET @migrator_message = LEFT(N'migration refused: downgrade.sql needs the database at back_2, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
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

-- ==== undoing revision back_2 Everything changes, and no downgrade: all of it is derived. ====
-- from back_2 to back_1, revisions/02_everything_changes.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It needs no two rows of customer to be alike in email.
-- It loses values of column customer.name that nvarchar(40) cannot hold, unless the database refuses them.
-- It loses the values of column customer.born.
-- It does not bring back the values of column customer.note.
-- It loses the rows of table level.
-- It does not bring back the rows of table invoice.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision back_2: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'back_2') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision back_2 needs the database at back_2, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   rows of level, which would be lost
  SELECT TOP (1) @migrator_moved = 1 FROM [level] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [level]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [level] ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision back_2 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of level', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision back_2 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of level', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- rename table client to customer (revisions/02_everything_changes.ts:29)
  EXEC(N'EXEC sp_rename N''[client]'', N''customer'', N''OBJECT''');

  -- rename the default of column level (revisions/02_everything_changes.ts:29)
  EXEC(N'IF OBJECT_ID(N''[client_level_default]'', N''D'') IS NOT NULL EXEC sp_rename N''[client_level_default]'', N''customer_level_default'', N''OBJECT''');

  -- rename its primary key (revisions/02_everything_changes.ts:29)
  EXEC(N'IF OBJECT_ID(N''[client_pkey]'', N''PK'') IS NOT NULL EXEC sp_rename N''[client_pkey]'', N''customer_pkey'', N''OBJECT''');

  -- drop index customer_by_name of table customer (revisions/02_everything_changes.ts:28)
  EXEC(N'DROP INDEX [customer_by_name] ON [customer]');

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   duplicates in customer (email), with which a statement below would fail
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM (SELECT 1 AS one FROM [customer] WHERE [email] IS NOT NULL GROUP BY [email] HAVING COUNT_BIG(*) > 1) migrator_found);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''email = '', LEFT(CAST([email] AS nvarchar(4000)), 60)) FROM [customer] WHERE [email] IS NOT NULL GROUP BY [email] HAVING COUNT_BIG(*) > 1 ORDER BY [email]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision back_2 finds ', @migrator_moved, N' duplicate', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' in customer (email)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- add unique constraint customer_email on email to table customer, as a unique index that leaves NULL out
  --   (revisions/02_everything_changes.ts:27)
  EXEC(N'CREATE UNIQUE INDEX [customer_email] ON [customer] ([email]) WHERE [email] IS NOT NULL');

  -- rename column customer.full_name to name (revisions/02_everything_changes.ts:26)
  EXEC(N'EXEC sp_rename N''[customer].[full_name]'', N''name'', N''COLUMN''');

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.name too long for nvarchar(40), with which a statement below would fail
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [customer] WHERE DATALENGTH(CAST([name] AS nvarchar(max))) / 2 > 40);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [customer] WHERE DATALENGTH(CAST([name] AS nvarchar(max))) / 2 > 40 ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision back_2 finds ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of customer.name too long for nvarchar(40)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- alter column customer.name: type nvarchar(40) (revisions/02_everything_changes.ts:26)
  EXEC(N'ALTER TABLE [customer] ALTER COLUMN [name] nvarchar(40) NOT NULL');

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.born, which would be lost
  SELECT TOP (1) @migrator_moved = 1 FROM [customer] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [customer] WHERE [born] IS NOT NULL);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [customer] WHERE [born] IS NOT NULL ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision back_2 would lose ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of customer.born', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision back_2 would lose ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of customer.born', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- drop column customer.born (revisions/02_everything_changes.ts:25)
  EXEC(N'ALTER TABLE [customer] DROP COLUMN [born]');

  -- add column customer.note (nvarchar(80)) (revisions/02_everything_changes.ts:24)
  EXEC(N'ALTER TABLE [customer] ADD [note] nvarchar(80)');

  -- create index customer_by_note on customer (note) (revisions/02_everything_changes.ts:24)
  EXEC(N'CREATE INDEX [customer_by_note] ON [customer] ([note])');

  -- drop table level (revisions/02_everything_changes.ts:14)
  EXEC(N'DROP TABLE [level]');

  -- create table invoice (3 columns) (revisions/02_everything_changes.ts:13)
  EXEC(N'CREATE TABLE [invoice] (
  [number] int not null,
  [customer_id] int not null,
  [total] decimal(12, 2) not null,
  CONSTRAINT [invoice_pkey] PRIMARY KEY ([number]),
  CONSTRAINT [invoice_customer] FOREIGN KEY ([customer_id]) REFERENCES [customer] ([id]) ON DELETE cascade,
  constraint invoice_total_positive check ([total] >= 0)
)');

  -- create index invoice_by_total on invoice (total) (revisions/02_everything_changes.ts:13)
  EXEC(N'CREATE INDEX [invoice_by_total] ON [invoice] ([total])');

  UPDATE [migrator_version] SET version_num = N'back_1' WHERE version_num = N'back_2';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'back_1') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision back_2 should leave the database at back_1, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'back_2', N'down', 1, 1, N'done', N'5d2ec046ec32a2847825f93b1b4c91c480bc33a1f1f747074373c4792a584fdd', N'5622486ef60a5ef0c3b93215b700d4196ead402f5290898f9a7b4c3845ef54fa');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'back_2', N'down', N'Everything changes, and no downgrade: all of it is derived.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'5d2ec046ec32a2847825f93b1b4c91c480bc33a1f1f747074373c4792a584fdd', N'5622486ef60a5ef0c3b93215b700d4196ead402f5290898f9a7b4c3845ef54fa', CASE WHEN SESSION_CONTEXT(N'migrator_accept_loss') = N'on' THEN 1 ELSE 0 END
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision back_2: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== undoing revision back_1 Tables, and no downgrade ====
-- from back_1 to base, revisions/01_tables.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table invoice.
-- It loses the rows of table customer.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision back_1: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'back_1') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision back_1 needs the database at back_1, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- undoing revision back_1 stops here, with their number and where the first is, when there are
--   rows of invoice, which would be lost
--   rows of customer, which would be lost
  SELECT TOP (1) @migrator_moved = 1 FROM [customer] WITH (TABLOCKX, HOLDLOCK);
  SELECT TOP (1) @migrator_moved = 1 FROM [invoice] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [invoice]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''number = '', LEFT(CAST([number] AS nvarchar(4000)), 60)) FROM [invoice] ORDER BY [number]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision back_1 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of invoice', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision back_1 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of invoice', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [customer]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [customer] ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision back_1 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of customer', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision back_1 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of customer', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- drop table invoice (revisions/01_tables.ts:20)
  EXEC(N'DROP TABLE [invoice]');

  -- drop table customer (revisions/01_tables.ts:13)
  EXEC(N'DROP TABLE [customer]');

  DELETE FROM [migrator_version] WHERE version_num IN (N'back_1');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision back_1 should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'back_1', N'down', 1, 1, N'done', N'5fd3d13e662a8cd192a5cc44832098916621ffec18e2a27a2892b5a7e7dde78c', N'5622486ef60a5ef0c3b93215b700d4196ead402f5290898f9a7b4c3845ef54fa');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'back_1', N'down', N'Tables, and no downgrade', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'5fd3d13e662a8cd192a5cc44832098916621ffec18e2a27a2892b5a7e7dde78c', N'5622486ef60a5ef0c3b93215b700d4196ead402f5290898f9a7b4c3845ef54fa', CASE WHEN SESSION_CONTEXT(N'migrator_accept_loss') = N'on' THEN 1 ELSE 0 END
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision back_1: committed';
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
