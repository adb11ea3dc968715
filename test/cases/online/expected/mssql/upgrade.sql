-- upgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   b82b6401
-- Version table: migrator_version
-- Script: fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664
--
-- Revisions, in this order:
--   1. up a82b6401 The table that the next one changes
--      sha256 b96d4c77299ae55f070092788fa419bac61585ebd1a84da53e1602df39ad722f
--   2. up b82b6401 Indexes and columns come while the table is written to, or not at all
--      sha256 0d46eb9e88e5cf9cc16bcd39637084b96c14a84d3877f2f92676a51afd02b7c1
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -e -r1 -i upgrade.sql > upgrade.log
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:b82b6401 --target mssql
-- It refuses, too, unless what it expects holds:
--   it expects a database that takes changes
--   it expects new tables to be made in the schema of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Not one transaction: b82b6401.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.
--
-- It waits at most 30 s for a lock (LOCK_TIMEOUT).
-- A statement that waited too long fails (Lock request time out period exceeded), and what was committed before
--   it stays.
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
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''b82b6401'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
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
      WHEN N''a82b6401'' THEN 1
    END
  FROM [migrator_version_ledger] WHERE script = N''fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
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
  SET @migrator_message = N'already applied: the database is at b82b6401, nothing was changed';
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

-- ==== revision a82b6401 The table that the next one changes ====
-- from base to a82b6401, revisions/a82b6401_tables.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision a82b6401: applied already';
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
    SET @migrator_message = LEFT(N'migration refused: revision a82b6401 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create table item (3 columns) (revisions/a82b6401_tables.ts:8)
  EXEC(N'CREATE TABLE [item] (
  [id] int not null,
  [amount] int not null,
  [name] nvarchar(20),
  CONSTRAINT [item_pkey] PRIMARY KEY ([id])
)');

  INSERT INTO [migrator_version] (version_num) VALUES (N'a82b6401');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'a82b6401') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision a82b6401 should leave the database at a82b6401, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'a82b6401', N'up', 1, 1, N'done', N'60f9a4b450f8f1240305d89ae1e7170390e0616817d56b5e31e284a9f5aebe45', N'fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'a82b6401', N'up', N'The table that the next one changes', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'60f9a4b450f8f1240305d89ae1e7170390e0616817d56b5e31e284a9f5aebe45', N'fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision a82b6401: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision b82b6401 Indexes and columns come while the table is written to, or not at all ====
-- from a82b6401 to b82b6401, revisions/b82b6401_online.ts


-- revision b82b6401 stops here, with their number and where the first is, when there are
--   duplicates in item (name, amount), with which a statement below would fail
IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1 RETURN;
IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4'
    AND (step > 1 OR step = 1 AND state = N'done')) RETURN;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM (SELECT 1 AS one FROM [item] WHERE [name] IS NOT NULL AND [amount] IS NOT NULL GROUP BY [name], [amount] HAVING COUNT_BIG(*) > 1) migrator_found);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''name = '', LEFT(CAST([name] AS nvarchar(4000)), 60), N'', amount = '', LEFT(CAST([amount] AS nvarchar(4000)), 60)) FROM [item] WHERE [name] IS NOT NULL AND [amount] IS NOT NULL GROUP BY [name], [amount] HAVING COUNT_BIG(*) > 1 ORDER BY [name], [amount]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: revision b82b6401 finds ', @migrator_moved, N' duplicate', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' in item (name, amount)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
GO

IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision b82b6401: applied already';
  RETURN;
END;
IF NOT EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4')
BEGIN
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'b82b6401', N'up', 0, 3, N'done', N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4', N'fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664');
END;
GO

IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1 RETURN;
IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4'
    AND (step > 1 OR step = 1 AND state = N'done')) RETURN;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'a82b6401') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration refused: revision b82b6401 needs the database at a82b6401, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE step = 1 AND state = N'started')
BEGIN
  SET @migrator_message = LEFT(N'migration refused: step 1 of 3 of revision b82b6401 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create index item_amount on item (amount), outside any transaction (revisions/b82b6401_online.ts:12)) took effect. If it did: UPDATE [migrator_version_ledger] SET state = ''done''. If it did not: UPDATE [migrator_version_ledger] SET step = 0, state = ''done''. Then run this file again.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
  UPDATE [migrator_version_ledger] SET step = 1, state = N'started' WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4';
GO

-- create index item_amount on item (amount), outside any transaction (revisions/b82b6401_online.ts:12)
IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1 RETURN;
IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4'
    AND (step > 1 OR step = 1 AND state = N'done')) RETURN;
BEGIN TRY
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  EXEC(N'CREATE INDEX [item_amount] ON [item] ([amount]) WITH (ONLINE = ON)');
  UPDATE [migrator_version_ledger] SET step = 1, state = N'done' WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4';
END TRY
BEGIN CATCH
  DECLARE @migrator_error nvarchar(2048) = ERROR_MESSAGE();
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  UPDATE [migrator_version_ledger] SET step = 0, state = N'done' WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4';
  RAISERROR(N'%s', 16, 127, @migrator_error);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END CATCH;
GO

IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1 RETURN;
IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4'
    AND (step > 2 OR step = 2 AND state = N'done')) RETURN;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'a82b6401') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration refused: revision b82b6401 needs the database at a82b6401, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE step = 2 AND state = N'started')
BEGIN
  SET @migrator_message = LEFT(N'migration refused: step 2 of 3 of revision b82b6401 was begun by an earlier run, and nobody knows whether it took effect. See in a new session whether that step (create unique index item_name on item (name, amount), outside any transaction (revisions/b82b6401_online.ts:13)) took effect. If it did: UPDATE [migrator_version_ledger] SET state = ''done''. If it did not: UPDATE [migrator_version_ledger] SET step = 1, state = ''done''. Then run this file again.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
  UPDATE [migrator_version_ledger] SET step = 2, state = N'started' WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4';
GO

-- create unique index item_name on item (name, amount), outside any transaction
--   (revisions/b82b6401_online.ts:13)
IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1 RETURN;
IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4'
    AND (step > 2 OR step = 2 AND state = N'done')) RETURN;
BEGIN TRY
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  EXEC(N'CREATE UNIQUE INDEX [item_name] ON [item] ([name], [amount])
WHERE
  [name] IS NOT NULL
  AND [amount] IS NOT NULL
WITH
  (ONLINE = ON)');
  UPDATE [migrator_version_ledger] SET step = 2, state = N'done' WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4';
END TRY
BEGIN CATCH
  DECLARE @migrator_error nvarchar(2048) = ERROR_MESSAGE();
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  UPDATE [migrator_version_ledger] SET step = 1, state = N'done' WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4';
  RAISERROR(N'%s', 16, 127, @migrator_error);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END CATCH;
GO

IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1 RETURN;
IF EXISTS (SELECT 1 FROM [migrator_version_ledger] WHERE revision = N'b82b6401' AND direction = N'up' AND digest = N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4'
    AND (step > 3 OR step = 3 AND state = N'done')) RETURN;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'a82b6401') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision b82b6401 needs the database at a82b6401, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- add column item.weight (int) (revisions/b82b6401_online.ts:14)
  EXEC(N'ALTER TABLE [item] ADD [weight] int');

  -- rename column item.weight to mass (revisions/b82b6401_online.ts:15)
  EXEC(N'EXEC sp_rename N''[item].[weight]'', N''mass'', N''COLUMN''');

  UPDATE [migrator_version] SET version_num = N'b82b6401' WHERE version_num = N'a82b6401';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'b82b6401') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision b82b6401 should leave the database at b82b6401, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'b82b6401', N'up', 3, 3, N'done', N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4', N'fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'b82b6401', N'up', N'Indexes and columns come while the table is written to, or not at all', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'cc24d9f5b1fd3141bf92ef519224155d70ef076b99c55473e44f95d998d061f4', N'fddf69cd27000f8d22bb3907e9f92adf79c77e87afa4ddda68a8884cabdca664', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision b82b6401: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'b82b6401') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at b82b6401, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DELETE FROM [migrator_version_ledger];
  PRINT N'done: the database is at b82b6401';
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
