-- upgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktk02
-- Version table: migrator_version
-- Script: f8a03afa146512b3ae4cb06a1f599dd9409f543ceaa44c76a08b688d6ae6ac8d
--
-- Revisions, in this order:
--   1. up ktk01 Keys and indexes in the ways that knex lets them be said.
--      sha256 10ec76d9f79022b15aeb7efeee8f99aab64b12a66767c7e58438b3985d5638dd
--   2. up ktk02 The same on tables that are there.
--      sha256 976d7b79f2d11a5405db01472fb90bae7a074ca61da8cbde4868e54a412a21d6
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -e -r1 -i upgrade.sql > upgrade.log
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktk02 --target mssql
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
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''ktk02'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
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
      WHEN N''ktk01'' THEN 1
    END
  FROM [migrator_version_ledger] WHERE script = N''f8a03afa146512b3ae4cb06a1f599dd9409f543ceaa44c76a08b688d6ae6ac8d'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''f8a03afa146512b3ae4cb06a1f599dd9409f543ceaa44c76a08b688d6ae6ac8d'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
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
  SET @migrator_message = N'already applied: the database is at ktk02, nothing was changed';
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

-- ==== revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from base to ktk01, revisions/01_keys.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision ktk01: applied already';
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
    SET @migrator_message = LEFT(N'migration refused: revision ktk01 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create table firm (4 columns) (revisions/01_keys.ts:16)
  EXEC(N'CREATE TABLE [firm] (
  [id] int IDENTITY(1,1) NOT NULL,
  [name] nvarchar(60) NOT NULL,
  [country] nvarchar(2) NOT NULL,
  [number] int NOT NULL,
  CONSTRAINT [firm_pkey] PRIMARY KEY ([id]),
  CONSTRAINT [firm_name_once] UNIQUE ([name]),
  CONSTRAINT [firm_country_number_unique] UNIQUE ([country], [number])
)');

  -- create table worker (8 columns) (revisions/01_keys.ts:23)
  EXEC(N'CREATE TABLE [worker] (
  [id] bigint identity(1,1) not null primary key,
  [firm_id] int not null,
  [second_firm_id] int,
  [boss_id] bigint,
  [firm_country] nvarchar(2),
  [firm_number] int,
  [name] nvarchar(60) not null,
  [mail] nvarchar(80),
  CONSTRAINT [worker_firm_id_foreign] FOREIGN KEY ([firm_id]) REFERENCES [firm] ([id]) ON DELETE CASCADE,
  CONSTRAINT [worker_second_firm_id_foreign] FOREIGN KEY ([second_firm_id]) REFERENCES [firm] ([id]),
  CONSTRAINT [worker_boss_id_foreign] FOREIGN KEY ([boss_id]) REFERENCES [worker] ([id]),
  CONSTRAINT [worker_firm_number] FOREIGN KEY ([firm_country], [firm_number]) REFERENCES [firm] ([country], [number])
)');

  -- create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)
  EXEC(N'CREATE INDEX [worker_second_firm_id_index] ON [worker] ([second_firm_id])');

  -- create index worker_name_index on worker (name) (revisions/01_keys.ts:23)
  EXEC(N'CREATE INDEX [worker_name_index] ON [worker] ([name])');

  -- add unique constraint worker_mail_unique on mail to table worker, as a unique index that leaves NULL out
  --   (revisions/01_keys.ts:23)
  EXEC(N'CREATE UNIQUE INDEX [worker_mail_unique] ON [worker] ([mail]) WHERE [mail] IS NOT NULL');

  -- create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)
  EXEC(N'CREATE INDEX [worker_name_mail] ON [worker] ([name], [mail])');

  -- create table badge (3 columns) (revisions/01_keys.ts:35)
  EXEC(N'CREATE TABLE [badge] (
  [code] nvarchar(10) not null,
  [issue] int not null,
  [worker_id] bigint,
  CONSTRAINT [badge_pkey] PRIMARY KEY ([code], [issue]),
  CONSTRAINT [badge_worker] FOREIGN KEY ([worker_id]) REFERENCES [worker] ([id])
)');

  -- insert 1 row into firm (revisions/01_keys.ts:42)
  EXEC(N'insert into [firm] ([name], [country], [number]) values
  (N''Acme'', N''at'', 7)');

  -- insert 1 row into worker (revisions/01_keys.ts:43)
  EXEC(N'insert into [worker] ([firm_id], [name], [firm_country], [firm_number]) values
  (1, N''Ann'', N''at'', 7)');

  INSERT INTO [migrator_version] (version_num) VALUES (N'ktk01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ktk01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision ktk01 should leave the database at ktk01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'ktk01', N'up', 1, 1, N'done', N'f6492f7dc058feab1d4648c6685cc4220a41ff9181b2103cf03b3c918bd859fa', N'f8a03afa146512b3ae4cb06a1f599dd9409f543ceaa44c76a08b688d6ae6ac8d');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'ktk01', N'up', N'Keys and indexes in the ways that knex lets them be said.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'f6492f7dc058feab1d4648c6685cc4220a41ff9181b2103cf03b3c918bd859fa', N'f8a03afa146512b3ae4cb06a1f599dd9409f543ceaa44c76a08b688d6ae6ac8d', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision ktk01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision ktk02 The same on tables that are there. ====
-- from ktk01 to ktk02, revisions/02_later.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision ktk02: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ktk01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision ktk02 needs the database at ktk01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- revision ktk02 stops here, with their number and where the first is, when there are
--   duplicates in worker (name, firm_id), with which a statement below would fail
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM (SELECT 1 AS one FROM [worker] WHERE [name] IS NOT NULL AND [firm_id] IS NOT NULL GROUP BY [name], [firm_id] HAVING COUNT_BIG(*) > 1) migrator_found);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''name = '', LEFT(CAST([name] AS nvarchar(4000)), 60), N'', firm_id = '', LEFT(CAST([firm_id] AS nvarchar(4000)), 60)) FROM [worker] WHERE [name] IS NOT NULL AND [firm_id] IS NOT NULL GROUP BY [name], [firm_id] HAVING COUNT_BIG(*) > 1 ORDER BY [name], [firm_id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: revision ktk02 finds ', @migrator_moved, N' duplicate', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' in worker (name, firm_id)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)
  EXEC(N'ALTER TABLE [worker] DROP CONSTRAINT [worker_firm_number]');

  -- drop index worker_name_mail of table worker (revisions/02_later.ts:16)
  EXEC(N'DROP INDEX [worker_name_mail] ON [worker]');

  -- drop unique constraint worker_mail_unique of table worker, which is a unique index (revisions/02_later.ts:16)
  EXEC(N'DROP INDEX [worker_mail_unique] ON [worker]');

  -- add column worker.third_firm_id (int) (revisions/02_later.ts:21)
  EXEC(N'ALTER TABLE [worker] ADD [third_firm_id] int');

  -- add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker
  --   (revisions/02_later.ts:21)
  EXEC(N'ALTER TABLE [worker]
ADD CONSTRAINT [worker_third_firm_id_foreign] FOREIGN KEY ([third_firm_id]) REFERENCES [firm] ([id])');

  -- add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)
  EXEC(N'ALTER TABLE [worker] ADD CONSTRAINT [worker_name_in_firm] UNIQUE ([name], [firm_id])');

  -- create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)
  EXEC(N'CREATE INDEX [worker_name_firm_id_mail_index] ON [worker] ([name], [firm_id], [mail])');

  -- rename table badge to pass (revisions/02_later.ts:26)
  EXEC(N'EXEC sp_rename N''[badge]'', N''pass'', N''OBJECT''');

  -- rename its primary key (revisions/02_later.ts:26)
  EXEC(N'IF OBJECT_ID(N''[badge_pkey]'', N''PK'') IS NOT NULL EXEC sp_rename N''[badge_pkey]'', N''pass_pkey'', N''OBJECT''');

  -- add column pass.until (date) (revisions/02_later.ts:27)
  EXEC(N'ALTER TABLE [pass] ADD [until] date');

  -- rename column pass.issue to edition (revisions/02_later.ts:27)
  EXEC(N'EXEC sp_rename N''[pass].[issue]'', N''edition'', N''COLUMN''');

  UPDATE [migrator_version] SET version_num = N'ktk02' WHERE version_num = N'ktk01';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ktk02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision ktk02 should leave the database at ktk02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'ktk02', N'up', 1, 1, N'done', N'f8fb3fce474222c25386705f1ee057d54fd4f84daab10a9a98f1a9ae3ea841fc', N'f8a03afa146512b3ae4cb06a1f599dd9409f543ceaa44c76a08b688d6ae6ac8d');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'ktk02', N'up', N'The same on tables that are there.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'f8fb3fce474222c25386705f1ee057d54fd4f84daab10a9a98f1a9ae3ea841fc', N'f8a03afa146512b3ae4cb06a1f599dd9409f543ceaa44c76a08b688d6ae6ac8d', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision ktk02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ktk02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at ktk02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DELETE FROM [migrator_version_ledger];
  PRINT N'done: the database is at ktk02';
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
