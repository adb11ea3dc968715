-- downgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ac03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down ac03 Another name, another type and another default at once.
--      sha256 53c3fa3d2f8c2fd24157ef25e51ada05363d848d9b16a669f44b74f005370190
--   2. down ac02 Wider and stricter.
--      sha256 c76117ba7875b8f9e8e391db26ef246329308ff9fb08bbd2eb37d57431313548
--   3. down ac01 A table to change.
--      sha256 c6699425c7e81aa77e0648a7e9e588ca1159b90a8e17d170580e0b976e72b452
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
  SET @migrator_message = LEFT(N'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ac03. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''ac03'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END,
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
  SET @migrator_message = LEFT(N'migration refused: downgrade.sql needs the database at ac03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
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

-- ==== undoing revision ac03 Another name, another type and another default at once. ====
-- from ac03 to ac02, revisions/03_another_name_another.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac03') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision ac03 needs the database at ac03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- alter column account.score: type bigint, a new default, no comment (revisions/03_another_name_another.ts:25)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_score_default]');

  -- alter column account.score: type bigint, a new default, no comment (continued)
  --   (revisions/03_another_name_another.ts:25)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [score] bigint NOT NULL');

  -- alter column account.score: type bigint, a new default, no comment (continued)
  --   (revisions/03_another_name_another.ts:25)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_score_default] DEFAULT 10 FOR [score]');

  -- alter column account.score: type bigint, a new default, no comment (continued)
  --   (revisions/03_another_name_another.ts:25)
  EXEC(N'IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''account'', N''Column'', N''score''))
  EXEC sys.sp_dropextendedproperty N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''account'', N''Column'', N''score''');

  -- rename column account.score to points (revisions/03_another_name_another.ts:25)
  EXEC(N'EXEC sp_rename N''[account].[score]'', N''points'', N''COLUMN''');

  -- rename column account.score to points (continued) (revisions/03_another_name_another.ts:25)
  EXEC(N'IF OBJECT_ID(N''[account_score_default]'', N''D'') IS NOT NULL EXEC sp_rename N''[account_score_default]'', N''account_points_default'', N''OBJECT''');

  UPDATE [migrator_version] SET version_num = N'ac02' WHERE version_num = N'ac03';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision ac03 should leave the database at ac02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision ac03: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== undoing revision ac02 Wider and stricter. ====
-- from ac02 to ac01, revisions/02_wider_and_stricter.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision ac02 needs the database at ac02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- alter column account.open: a new default (revisions/02_wider_and_stricter.ts:26)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_open_default] DEFAULT 1 FOR [open]');

  -- alter column account.balance: type decimal(10, 2) (revisions/02_wider_and_stricter.ts:27)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [balance] decimal(10, 2) NULL');

  -- alter column account.balance: no comment (revisions/02_wider_and_stricter.ts:28)
  EXEC(N'IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''account'', N''Column'', N''balance''))
  EXEC sys.sp_dropextendedproperty N''MS_Description'', N''Schema'', N''dbo'', N''Table'', N''account'', N''Column'', N''balance''');

  -- alter column account.iban: no default (revisions/02_wider_and_stricter.ts:29)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_iban_default]');

  -- alter column account.iban: NULL allowed (revisions/02_wider_and_stricter.ts:30)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [iban] nvarchar(34) NULL');

  -- alter column account.points: type int, NULL allowed, a new default (revisions/02_wider_and_stricter.ts:31)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_points_default]');

  -- alter column account.points: type int, NULL allowed, a new default (continued)
  --   (revisions/02_wider_and_stricter.ts:31)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [points] int NULL');

  -- alter column account.points: type int, NULL allowed, a new default (continued)
  --   (revisions/02_wider_and_stricter.ts:31)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_points_default] DEFAULT 0 FOR [points]');

  -- alter column account.holder: type nvarchar(40) (revisions/02_wider_and_stricter.ts:32)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_holder_default]');

  -- alter column account.holder: type nvarchar(40) (continued) (revisions/02_wider_and_stricter.ts:32)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [holder] nvarchar(40) NOT NULL');

  -- alter column account.holder: type nvarchar(40) (continued) (revisions/02_wider_and_stricter.ts:32)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_holder_default] DEFAULT N''nobody'' FOR [holder]');

  UPDATE [migrator_version] SET version_num = N'ac01' WHERE version_num = N'ac02';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision ac02 should leave the database at ac01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision ac02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== undoing revision ac01 A table to change. ====
-- from ac01 to base, revisions/01_a_table.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision ac01 needs the database at ac01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- drop table account (revisions/01_a_table.ts:27)
  EXEC(N'DROP TABLE [account]');

  DELETE FROM [migrator_version] WHERE version_num IN (N'ac01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision ac01 should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision ac01: committed';
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
