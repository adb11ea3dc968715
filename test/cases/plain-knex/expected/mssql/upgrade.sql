-- upgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   pk02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up pk01 A knex migration as it was.
--      sha256 f2ac0e5f3abd400cb467a98f2cf1a4356e8963800b10b3975c35f99128438d93
--   2. up pk02 A table altered in one go.
--      sha256 e8f77891b76d3d391bfc4e88d68038a4f159f7a8f4e791a331b0c5eceb72265a
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -i upgrade.sql
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:pk02
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
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''pk02'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
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
  SET @migrator_message = N'already applied: the database is at pk02, nothing was changed';
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

-- ==== revision pk01 A knex migration as it was. ====
-- from base to pk01, revisions/01_a_knex_migration.ts

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
    SET @migrator_message = LEFT(N'migration refused: revision pk01 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- create table users (9 columns) (revisions/01_a_knex_migration.ts:17)
  EXEC(N'CREATE TABLE [users] (
  [id] int identity(1,1) not null primary key,
  [email] nvarchar(255) not null,
  [role] nvarchar(100) not null CONSTRAINT [users_role_default] DEFAULT N''guest'',
  [key] uniqueidentifier,
  [settings] nvarchar(max),
  [code] char(2),
  [score] float,
  [created_at] datetime2 not null CONSTRAINT [users_created_at_default] DEFAULT CURRENT_TIMESTAMP,
  [updated_at] datetime2 not null CONSTRAINT [users_updated_at_default] DEFAULT CURRENT_TIMESTAMP
)');

  -- add unique constraint users_email_unique on email to table users (revisions/01_a_knex_migration.ts:17)
  EXEC(N'CREATE UNIQUE INDEX [users_email_unique] ON [users] ([email]) WHERE [email] IS NOT NULL');

  -- create table posts (3 columns) (revisions/01_a_knex_migration.ts:17)
  EXEC(N'CREATE TABLE [posts] (
  [id] bigint identity(1,1) not null primary key,
  [user_id] int not null,
  [body] nvarchar(max),
  CONSTRAINT [posts_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id])
)');

  -- create index posts_user on posts (user_id) (revisions/01_a_knex_migration.ts:17)
  EXEC(N'CREATE INDEX [posts_user] ON [posts] ([user_id])');

  -- insert 1 row into users (revisions/01_a_knex_migration.ts:35)
  EXEC(N'insert into [users] ([email], [role], [code]) values
  (N''a@example.org'', N''o''''wner'', N''at'')');

  -- insert 1 row into users (revisions/01_a_knex_migration.ts:37)
  EXEC(N'insert into [users] ([email], [settings]) values
  (N''b@example.org'', N''{"a":"it''''s"}'')');

  -- run SQL: update [users] set [code] = N'd''' where [email] in (N'b@... (revisions/01_a_knex_migration.ts:39)
  EXEC(N'update [users] set [code] = N''d'''''' where [email] in (N''b@example.org'', N''c'')');

  INSERT INTO [migrator_version] (version_num) VALUES (N'pk01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'pk01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision pk01 should leave the database at pk01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision pk01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

-- ==== revision pk02 A table altered in one go. ====
-- from pk01 to pk02, revisions/02_a_table_altered.ts

BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'pk01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration refused: revision pk02 needs the database at pk01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  -- add column users.nickname (nvarchar(30)) (revisions/02_a_table_altered.ts:16)
  EXEC(N'ALTER TABLE [users] ADD [nickname] nvarchar(30) CONSTRAINT [users_nickname_default] DEFAULT N''none''');

  -- add column users.age (int) (revisions/02_a_table_altered.ts:16)
  EXEC(N'ALTER TABLE [users] ADD [age] int');

  -- drop column users.score (revisions/02_a_table_altered.ts:16)
  EXEC(N'ALTER TABLE [users] DROP COLUMN [score]');

  -- create index users_nickname on users (nickname) (revisions/02_a_table_altered.ts:16)
  EXEC(N'CREATE INDEX [users_nickname] ON [users] ([nickname])');

  -- rename column users.code to country (revisions/02_a_table_altered.ts:16)
  EXEC(N'EXEC sp_rename N''[users].[code]'', N''country'', N''COLUMN''');

  UPDATE [migrator_version] SET version_num = N'pk02' WHERE version_num = N'pk01';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'pk02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
    SET @migrator_message = LEFT(N'migration undone: revision pk02 should leave the database at pk02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    THROW 50003, @migrator_message, 127;
  END;

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision pk02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO

  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'pk02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SELECT @migrator_found = COALESCE(@migrator_found + N', ', N'') + version_num FROM [migrator_version];
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at pk02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET NOEXEC ON;
END
ELSE
  PRINT N'done: the database is at pk02';
GO
  DECLARE @migrator_lock nvarchar(255) = LEFT(N'migrator:[migrator_version]', 255), @migrator_locked int;
EXEC sp_releaseapplock @Resource = @migrator_lock, @LockOwner = N'Session';
GO
SET NOEXEC OFF;
GO
