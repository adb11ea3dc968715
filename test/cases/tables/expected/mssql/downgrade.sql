-- downgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: tab03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down tab03 One table less.
--      sha256 91b15a4e08add655c27de1ce21613b7c4bd7dac2b179bb49501fdfc88b094301
--   2. down tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. down tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -i downgrade.sql
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
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
  SET @migrator_message = LEFT(N'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at tab03. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''tab03'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END,
    @done = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
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
  SET @migrator_message = N'already applied: the database is at base, nothing was changed';
  PRINT @migrator_message;
  SET NOEXEC ON;
END
ELSE IF @migrator_fits <> 1
BEGIN
  SET @migrator_message = LEFT(N'migration refused: downgrade.sql needs the database at tab03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
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

-- ==== undoing revision tab03 One table less. ====
-- from tab03 to tab02, revisions/03_one_table_less.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab03') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision tab03 needs the database at tab03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- create table draft (1 column) (revisions/03_one_table_less.ts:21)
  EXEC(N'CREATE TABLE [draft] ([id] int not null, CONSTRAINT [draft_pkey] PRIMARY KEY ([id]))');

  UPDATE [migrator_version] SET version_num = N'tab02' WHERE version_num = N'tab03';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision tab03 should leave the database at tab02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision tab03: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== undoing revision tab02 Other names and other comments. ====
-- from tab02 to tab01, revisions/02_other_names.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision tab02 needs the database at tab02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- comment on table author (revisions/02_other_names.ts:22)
  EXEC(N'IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''author'', NULL, NULL))
  EXEC sys.sp_updateextendedproperty N''MS_Description'', N''Who wrote it: it''''s O''''Neill''''s list'', N''Schema'', N''dbo'', N''Table'', N''author''
ELSE
  EXEC sys.sp_addextendedproperty N''MS_Description'', N''Who wrote it: it''''s O''''Neill''''s list'', N''Schema'', N''dbo'', N''Table'', N''author''');

  -- remove the comment on table publication (revisions/02_other_names.ts:23)
  EXEC(N'IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''publication'', NULL, NULL))
  EXEC sys.sp_dropextendedproperty N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''publication''');

  -- rename table publication to book (revisions/02_other_names.ts:24)
  EXEC(N'EXEC sp_rename N''[publication]'', N''book'', N''OBJECT''');

  UPDATE [migrator_version] SET version_num = N'tab01' WHERE version_num = N'tab02';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision tab02 should leave the database at tab01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision tab02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== undoing revision tab01 Tables with comments. ====
-- from tab01 to base, revisions/01_tables_with_comments.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision tab01 needs the database at tab01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- drop table draft (revisions/01_tables_with_comments.ts:33)
  EXEC(N'DROP TABLE [draft]');

  -- drop table book (revisions/01_tables_with_comments.ts:34)
  EXEC(N'DROP TABLE [book]');

  -- drop table author (revisions/01_tables_with_comments.ts:35)
  EXEC(N'DROP TABLE [author]');

  DELETE FROM [migrator_version] WHERE version_num IN (N'tab01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision tab01 should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision tab01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
  SET @migrator_message = LEFT(N'migration not complete: downgrade.sql should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET NOEXEC ON;
END
ELSE
  PRINT N'done: the database is at base';
GO
  DECLARE @migrator_lock nvarchar(255) = LEFT(N'migrator:[migrator_version]', 255), @migrator_locked int;
EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';
GO
SET NOEXEC OFF;
GO
