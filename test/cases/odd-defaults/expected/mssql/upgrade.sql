-- upgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   od02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up od01 Defaults that are no plain text or number.
--      sha256 198a196eda69585c61d70db13b07b1e52159b3ba804193bdbe44b40af954fff0
--   2. up od02 One more, and a row that takes them.
--      sha256 02d81fe677a4f9b3c175335ec101214a4972aa8f5b7e3cbd0de4aa07f8321667
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -i upgrade.sql
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:od02
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

SET NOEXEC OFF;
SET NOCOUNT ON;
SET XACT_ABORT ON;
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET ARITHABORT ON;
SET CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
SET IMPLICIT_TRANSACTIONS OFF;
SET DATEFORMAT ymd;
SET LOCK_TIMEOUT 30000;
GO

  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  DECLARE @migrator_lock nvarchar(255) = LEFT(N'migrator:[migrator_version]', 255), @migrator_locked int;
EXEC @migrator_locked = sp_getapplock @Resource = @migrator_lock, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
IF @migrator_locked < 0
  SET @migrator_message = N'migration refused: another session is running a script on this database';
ELSE IF OBJECT_ID(N'[migrator_version]', N'U') IS NULL
  SELECT @migrator_fits = 1, @migrator_done = 0;
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END,
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''od02'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
SELECT @found = COALESCE(@found + N'', '', N'''') + version_num FROM [migrator_version];',
    N'@fits int OUTPUT, @done int OUTPUT, @found nvarchar(2000) OUTPUT',
    @fits = @migrator_fits OUTPUT, @done = @migrator_done OUTPUT, @found = @migrator_found OUTPUT;
IF @migrator_locked >= 0 AND (@migrator_message IS NOT NULL OR @migrator_done = 1 OR @migrator_fits <> 1)
  EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';
IF @migrator_message IS NOT NULL
BEGIN
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET NOEXEC ON;
END
ELSE IF @migrator_done = 1
BEGIN
  SET @migrator_message = N'already applied: the database is at od02, nothing was changed';
  PRINT @migrator_message;
  SET NOEXEC ON;
END
ELSE IF @migrator_fits <> 1
BEGIN
  SET @migrator_message = LEFT(N'migration refused: upgrade.sql needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET NOEXEC ON;
END;
GO

IF OBJECT_ID(N'[migrator_version]', N'U') IS NULL
  CREATE TABLE [migrator_version] (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT [migrator_version_pkc] PRIMARY KEY (version_num)
  );
GO

-- ==== revision od01 Defaults that are no plain text or number. ====
-- from base to od01, revisions/01_defaults_that_are.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision od01 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- create table setting (5 columns) (revisions/01_defaults_that_are.ts:16)
  EXEC(N'CREATE TABLE [setting] (
  [id] int not null,
  [valid_from] datetime2 CONSTRAINT [setting_valid_from_default] DEFAULT ''2026-01-31T12:00:00.000'',
  [kind] nvarchar(100) CONSTRAINT [setting_kind_default] DEFAULT N''what?'',
  [options] nvarchar(max) CONSTRAINT [setting_options_default] DEFAULT (N''{"quote":"it''''s","list":[1,null]}''),
  [mark] nvarchar(40) CONSTRAINT [setting_mark_default] DEFAULT N''a ? and a \? and a :name'',
  CONSTRAINT [setting_pkey] PRIMARY KEY ([id])
)');

  INSERT INTO [migrator_version] (version_num) VALUES (N'od01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'od01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision od01 should leave the database at od01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision od01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== revision od02 One more, and a row that takes them. ====
-- from od01 to od02, revisions/02_one_more.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'od01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision od02 needs the database at od01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- add column setting.ends (nvarchar(20)) (revisions/02_one_more.ts:16)
  EXEC(N'ALTER TABLE [setting]
ADD [ends] nvarchar(20) CONSTRAINT [setting_ends_default] DEFAULT (N''two'' + NCHAR(10) + N''lines'')');

  -- insert 1 row into setting (revisions/02_one_more.ts:17)
  EXEC(N'insert into [setting] ([id]) values
  (1)');

  UPDATE [migrator_version] SET version_num = N'od02' WHERE version_num = N'od01';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'od02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision od02 should leave the database at od02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision od02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'od02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at od02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET NOEXEC ON;
END
ELSE
  PRINT N'done: the database is at od02';
GO
  DECLARE @migrator_lock nvarchar(255) = LEFT(N'migrator:[migrator_version]', 255), @migrator_locked int;
EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';
GO
SET NOEXEC OFF;
GO
