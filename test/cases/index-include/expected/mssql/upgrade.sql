-- upgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b210b0b5
-- Version table: migrator_version
-- Script: d2937b856561dae1b547bbe1844cff87f889e001da33c157eae4f45a6b1c914a
--
-- Revisions, in this order:
--   1. up a210b0b5 A table with rows
--      sha256 35aed340feac492736c9ce27323f3c461158578d46cb2cd5d23b746100d8e0d5
--   2. up b210b0b5 A unique index that carries a column along (INCLUDE)
--      sha256 a7ee6088b757faab79576b60275843679ea56e1838660bea4156e403c3e3a35d
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -e -r1 -i upgrade.sql > upgrade.log
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b210b0b5 --target mssql
-- It refuses, too, unless what it expects holds:
--   it expects a database that takes changes
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
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
  SELECT @migrator_fits = 1, @migrator_done = 0;
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''b210b0b5'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
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
      WHEN N''a210b0b5'' THEN 1
    END
  FROM [migrator_version_ledger] WHERE script = N''d2937b856561dae1b547bbe1844cff87f889e001da33c157eae4f45a6b1c914a'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''d2937b856561dae1b547bbe1844cff87f889e001da33c157eae4f45a6b1c914a'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
  IF @migrator_message IS NULL AND @migrator_moved > 0 SET @migrator_message = N'migration refused: another script left a revision half done. Nothing was changed. [migrator_version_ledger] shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM [migrator_version_ledger].';
END;
IF @migrator_message IS NULL AND @migrator_done = 0 AND @migrator_fits = 1
BEGIN
  SET @migrator_fault = COALESCE(
    CASE WHEN CAST(DATABASEPROPERTYEX(DB_NAME(), N'Updateability') AS nvarchar(128)) = N'READ_ONLY' THEN N'expects a database that takes changes, but this one is read-only' END,
    CASE WHEN OBJECT_SCHEMA_NAME(OBJECT_ID(N'[migrator_version]', N'U')) <> SCHEMA_NAME() THEN N'expects new tables to be made in schema ' + OBJECT_SCHEMA_NAME(OBJECT_ID(N'[migrator_version]', N'U')) + N', where migrator_version is, but this account makes them in schema ' + SCHEMA_NAME() + N': let the target of migrator.toml name the schema, or ALTER USER ... WITH DEFAULT_SCHEMA before this file' END);
  IF @migrator_fault IS NOT NULL SET @migrator_message = LEFT(N'migration refused: upgrade.sql ' + @migrator_fault + N'. Nothing was changed. Mend what it names, or have the script made for what is there.', 2048);
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
  SET @migrator_message = N'already applied: the database is at b210b0b5, nothing was changed';
  PRINT @migrator_message;
  SET NOEXEC ON;
END
ELSE IF @migrator_fits <> 1
BEGIN
  SET @migrator_message = LEFT(N'migration refused: upgrade.sql needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
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

-- ==== revision a210b0b5 A table with rows ====
-- from base to a210b0b5, revisions/a210b0b5_tables.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision a210b0b5: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision a210b0b5 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create table item (6 columns) (revisions/a210b0b5_tables.ts:8)
  EXEC(N'CREATE TABLE [item] (
  [id] int not null,
  [name] nvarchar(40) not null,
  [state] nvarchar(10) not null CONSTRAINT [item_state_default] DEFAULT N''open'',
  [amount] int not null CONSTRAINT [item_amount_default] DEFAULT 1,
  [price] int,
  [due] date,
  CONSTRAINT [item_pkey] PRIMARY KEY ([id])
)');

  -- insert 2 rows into item (revisions/a210b0b5_tables.ts:16)
  EXEC(N'insert into [item] ([id], [name], [state], [amount], [price], [due]) values
  (1, N''Käse'', N''open'', 2, 30, ''2026-01-31''),
  (2, N''O''''Brien'', N''done'', 0, NULL, NULL)');

  INSERT INTO [migrator_version] (version_num) VALUES (N'a210b0b5');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'a210b0b5') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision a210b0b5 should leave the database at a210b0b5, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'a210b0b5', N'up', 1, 1, N'done', N'77e2926b61bdcdc4106a22fbf0d581ea215372e7a1ba441d2c62670175c33d19', N'd2937b856561dae1b547bbe1844cff87f889e001da33c157eae4f45a6b1c914a');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'a210b0b5', N'up', N'A table with rows', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'77e2926b61bdcdc4106a22fbf0d581ea215372e7a1ba441d2c62670175c33d19', N'd2937b856561dae1b547bbe1844cff87f889e001da33c157eae4f45a6b1c914a', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision a210b0b5: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision b210b0b5 A unique index that carries a column along (INCLUDE) ====
-- from a210b0b5 to b210b0b5, revisions/b210b0b5_index_include.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision b210b0b5: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'a210b0b5') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision b210b0b5 needs the database at a210b0b5, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- revision b210b0b5 stops here, with their number and where the first is, when there are
--   duplicates in item (name), with which a statement below would fail
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM (SELECT 1 AS one FROM [item] WHERE [name] IS NOT NULL GROUP BY [name] HAVING COUNT_BIG(*) > 1) migrator_found);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''name = '', LEFT(CAST([name] AS nvarchar(4000)), 60)) FROM [item] WHERE [name] IS NOT NULL GROUP BY [name] HAVING COUNT_BIG(*) > 1 ORDER BY [name]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: revision b210b0b5 finds ', @migrator_moved, N' duplicate', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' in item (name)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- create unique index item_name on item (name) (revisions/b210b0b5_index_include.ts:8)
  EXEC(N'CREATE UNIQUE INDEX [item_name] ON [item] ([name]) INCLUDE ([amount])');

  UPDATE [migrator_version] SET version_num = N'b210b0b5' WHERE version_num = N'a210b0b5';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'b210b0b5') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision b210b0b5 should leave the database at b210b0b5, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'b210b0b5', N'up', 1, 1, N'done', N'de8a7ed621b90d023a2c949ccd88c3152006a33c00a9632d6befd9f3b75af84c', N'd2937b856561dae1b547bbe1844cff87f889e001da33c157eae4f45a6b1c914a');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'b210b0b5', N'up', N'A unique index that carries a column along (INCLUDE)', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'de8a7ed621b90d023a2c949ccd88c3152006a33c00a9632d6befd9f3b75af84c', N'd2937b856561dae1b547bbe1844cff87f889e001da33c157eae4f45a6b1c914a', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision b210b0b5: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'b210b0b5') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at b210b0b5, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DELETE FROM [migrator_version_ledger];
  PRINT N'done: the database is at b210b0b5';
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
