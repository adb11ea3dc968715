-- upgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   nam02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up nam01 Names: * / / * -- ; $ (x) it's "quoted" & {{mustache}} ümlaut
--      sha256 7c7b013be7a0102a99daf77e487448cc7e66eb7bcd8a9e1fe303b77ca45f287a
--   2. up nam02 Rows for them.
--      sha256 17500fa0a6e72c80e335e20b491167fb98a11094abeec8b3741c2ed34d083d7f
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -i upgrade.sql
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:nam02
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
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''nam02'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
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
  SET @migrator_message = N'already applied: the database is at nam02, nothing was changed';
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

-- ==== revision nam01 Names: * / / * -- ; $ (x) it's "quoted" & {{mustache}} ümlaut ====
-- from base to nam01, revisions/01_names__.ts

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
    SET @migrator_message = LEFT(N'migration refused: revision nam01 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- create table select (6 columns) (revisions/01_names__.ts:16)
  EXEC(N'CREATE TABLE [select] (
  [Group By] int not null,
  [it''s] nvarchar(20),
  [ümläut] nvarchar(20),
  [a`b] nvarchar(20),
  [x]]y[z] nvarchar(20),
  [semi;colon] int CONSTRAINT [select_semi;colon_default] DEFAULT 1,
  CONSTRAINT [select_pkey] PRIMARY KEY ([Group By])
)');

  -- comment on table select (revisions/01_names__.ts:16)
  EXEC(N'IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''select'', NULL, NULL))
  EXEC sys.sp_updateextendedproperty N''MS_Description'', N''names'', N''Schema'', N''dbo'', N''Table'', N''select''
ELSE
  EXEC sys.sp_addextendedproperty N''MS_Description'', N''names'', N''Schema'', N''dbo'', N''Table'', N''select''');

  -- add unique constraint once; -- really on it's to table select (revisions/01_names__.ts:16)
  EXEC(N'CREATE UNIQUE INDEX [once; -- really] ON [select] ([it''s]) WHERE [it''s] IS NOT NULL');

  -- create index Ünder score on select (ümläut) (revisions/01_names__.ts:29)
  EXEC(N'CREATE INDEX [Ünder score] ON [select] ([ümläut])');

  -- rename table select to From "where" (revisions/01_names__.ts:30)
  EXEC(N'EXEC sp_rename N''[select]'', N''From "where"'', N''OBJECT''');

  -- rename table select to From "where" (continued) (revisions/01_names__.ts:30)
  EXEC(N'IF OBJECT_ID(N''[select_semi;colon_default]'', N''D'') IS NOT NULL EXEC sp_rename N''[select_semi;colon_default]'', N''from "where"_semi;colon_default'', N''OBJECT''');

  INSERT INTO [migrator_version] (version_num) VALUES (N'nam01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'nam01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision nam01 should leave the database at nam01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision nam01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== revision nam02 Rows for them. ====
-- from nam01 to nam02, revisions/02_rows_for_them.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'nam01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision nam02 needs the database at nam01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- insert 1 row into From "where" (revisions/02_rows_for_them.ts:17)
  EXEC(N'insert into [From "where"] ([Group By], [it''s], [ümläut], [a`b], [x]]y[z]) values
  (1, N''a'', N''b'', N''c'', N''d'')');

  -- update From "where" (revisions/02_rows_for_them.ts:18)
  EXEC(N'update [From "where"] set [a`b] = N''e'' where [it''s] = N''a''');

  -- rename column From "where".semi;colon to colon (revisions/02_rows_for_them.ts:19)
  EXEC(N'EXEC sp_rename N''[From "where"].[semi;colon]'', N''colon'', N''COLUMN''');

  -- rename column From "where".semi;colon to colon (continued) (revisions/02_rows_for_them.ts:19)
  EXEC(N'IF OBJECT_ID(N''[from "where"_semi;colon_default]'', N''D'') IS NOT NULL EXEC sp_rename N''[from "where"_semi;colon_default]'', N''from "where"_colon_default'', N''OBJECT''');

  UPDATE [migrator_version] SET version_num = N'nam02' WHERE version_num = N'nam01';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'nam02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision nam02 should leave the database at nam02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision nam02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'nam02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at nam02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET NOEXEC ON;
END
ELSE
  PRINT N'done: the database is at nam02';
GO
  DECLARE @migrator_lock nvarchar(255) = LEFT(N'migrator:[migrator_version]', 255), @migrator_locked int;
EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';
GO
SET NOEXEC OFF;
GO
