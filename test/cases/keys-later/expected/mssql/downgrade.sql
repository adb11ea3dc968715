-- downgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: kl02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down kl02 Their keys.
--      sha256 33e61c9bdfe7267e21870e0ddafe30cd968ff4f086e7b566e0ffda53021bd5d1
--   2. down kl01 Tables without keys.
--      sha256 b97292d442b735cd18505af53dd14cfd1cc29275658a25f0fcef7f26c6ecbff3
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
  SET @migrator_message = LEFT(N'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at kl02. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''kl02'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END,
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
  SET @migrator_message = LEFT(N'migration refused: downgrade.sql needs the database at kl02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
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

-- ==== undoing revision kl02 Their keys. ====
-- from kl02 to kl01, revisions/02_their_keys.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'kl02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision kl02 needs the database at kl02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- drop foreign key city_country of table city (revisions/02_their_keys.ts:23)
  EXEC(N'ALTER TABLE [city] DROP CONSTRAINT [city_country]');

  -- drop unique constraint city_name_once of table city (revisions/02_their_keys.ts:24)
  EXEC(N'DROP INDEX [city_name_once] ON [city]');

  -- drop primary key city_key of table city (revisions/02_their_keys.ts:25)
  EXEC(N'ALTER TABLE [city] DROP CONSTRAINT [city_key]');

  -- drop primary key country_key of table country (revisions/02_their_keys.ts:26)
  EXEC(N'ALTER TABLE [country] DROP CONSTRAINT [country_key]');

  UPDATE [migrator_version] SET version_num = N'kl01' WHERE version_num = N'kl02';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'kl01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision kl02 should leave the database at kl01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision kl02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== undoing revision kl01 Tables without keys. ====
-- from kl01 to base, revisions/01_tables_without_keys.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'kl01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision kl01 needs the database at kl01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- drop table city (revisions/01_tables_without_keys.ts:29)
  EXEC(N'DROP TABLE [city]');

  -- drop table country (revisions/01_tables_without_keys.ts:30)
  EXEC(N'DROP TABLE [country]');

  DELETE FROM [migrator_version] WHERE version_num IN (N'kl01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision kl01 should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision kl01: committed';
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
