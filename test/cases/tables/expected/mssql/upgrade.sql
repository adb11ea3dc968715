-- upgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   tab03
-- Version table: migrator_version
-- Script: e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf
--
-- Revisions, in this order:
--   1. up tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
--   2. up tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. up tab03 Tables are dropped, one of them if it exists.
--      sha256 ce81e1a33224b66387ba79baf98cd498da84fa8b8c6f1ef145f021168b252142
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -e -r1 -i upgrade.sql > upgrade.log
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:tab03 --target mssql
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
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''tab03'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
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
      WHEN N''tab01'' THEN 1
      WHEN N''tab02'' THEN 2
    END
  FROM [migrator_version_ledger] WHERE script = N''e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
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
  SET @migrator_message = N'already applied: the database is at tab03, nothing was changed';
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

-- ==== revision tab01 Tables with comments. ====
-- from base to tab01, revisions/01_tables_with_comments.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision tab01: applied already';
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
    SET @migrator_message = LEFT(N'migration refused: revision tab01 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create table author (2 columns) (revisions/01_tables_with_comments.ts:16)
  EXEC(N'CREATE TABLE [author] (
  [id] int NOT NULL,
  [name] nvarchar(80) NOT NULL,
  CONSTRAINT [author_pkey] PRIMARY KEY ([id])
)');

  -- comment on table author (revisions/01_tables_with_comments.ts:16)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[author]''));
EXEC sys.sp_addextendedproperty N''MS_Description'', N''Who wrote it: it''''s O''''Neill''''s list'', N''Schema'', @schema, N''Table'', N''author''');

  -- comment on column author.name (revisions/01_tables_with_comments.ts:16)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[author]''));
EXEC sys.sp_addextendedproperty N''MS_Description'', N''The author''''s own spelling, "as is"'', N''Schema'', @schema, N''Table'', N''author'', N''Column'', N''name''');

  -- create table book (2 columns) (revisions/01_tables_with_comments.ts:24)
  EXEC(N'CREATE TABLE [book] (
  [id] int not null,
  [title] nvarchar(200) not null,
  CONSTRAINT [book_pkey] PRIMARY KEY ([id])
)');

  -- create table book (1 column) unless it exists (revisions/01_tables_with_comments.ts:28)
  EXEC(N'IF OBJECT_ID(N''[book]'', N''U'') IS NULL
  CREATE TABLE [book] ([id] int NOT NULL)');

  -- create table draft (1 column) (revisions/01_tables_with_comments.ts:29)
  EXEC(N'CREATE TABLE [draft] ([id] int not null, CONSTRAINT [draft_pkey] PRIMARY KEY ([id]))');

  INSERT INTO [migrator_version] (version_num) VALUES (N'tab01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision tab01 should leave the database at tab01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'tab01', N'up', 1, 1, N'done', N'6d85f707ac1f43a25e1d7847a74d824d670963f494ee5266529dc182fccfdc8e', N'e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'tab01', N'up', N'Tables with comments.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'6d85f707ac1f43a25e1d7847a74d824d670963f494ee5266529dc182fccfdc8e', N'e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision tab01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision tab02 Other names and other comments. ====
-- from tab01 to tab02, revisions/02_other_names.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision tab02: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision tab02 needs the database at tab01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- rename table book to publication (revisions/02_other_names.ts:16)
  EXEC(N'EXEC sp_rename N''[book]'', N''publication'', N''OBJECT''');

  -- rename its primary key (revisions/02_other_names.ts:16)
  EXEC(N'IF OBJECT_ID(N''[book_pkey]'', N''PK'') IS NOT NULL EXEC sp_rename N''[book_pkey]'', N''publication_pkey'', N''OBJECT''');

  -- comment on table publication (revisions/02_other_names.ts:17)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[publication]''));
IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', @schema, N''Table'', N''publication'', NULL, NULL))
  EXEC sys.sp_updateextendedproperty N''MS_Description'', N''It''''s new'', N''Schema'', @schema, N''Table'', N''publication''
ELSE
  EXEC sys.sp_addextendedproperty N''MS_Description'', N''It''''s new'', N''Schema'', @schema, N''Table'', N''publication''');

  -- remove the comment on table author (revisions/02_other_names.ts:18)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[author]''));
IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', @schema, N''Table'', N''author'', NULL, NULL))
  EXEC sys.sp_dropextendedproperty N''MS_Description'', N''Schema'', @schema, N''Table'', N''author''');

  UPDATE [migrator_version] SET version_num = N'tab02' WHERE version_num = N'tab01';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision tab02 should leave the database at tab02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'tab02', N'up', 1, 1, N'done', N'a73594417ce7a9a10e43f793be2fcca36dd1b83b0d027ffa5ce261d1622de026', N'e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'tab02', N'up', N'Other names and other comments.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'a73594417ce7a9a10e43f793be2fcca36dd1b83b0d027ffa5ce261d1622de026', N'e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision tab02: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision tab03 Tables are dropped, one of them if it exists. ====
-- from tab02 to tab03, revisions/03_one_table_less.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 2
BEGIN
  PRINT N'revision tab03: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision tab03 needs the database at tab02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- revision tab03 stops here, with their number and where the first is, when there are
--   rows of draft, which would be lost
--   rows of never_there, which would be lost
  SELECT TOP (1) @migrator_moved = 1 FROM [draft] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [draft]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [draft] ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: revision tab03 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of draft', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
  IF (SELECT COUNT(*) FROM sys.objects WHERE object_id = OBJECT_ID(N'[never_there]')) > 0
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [never_there]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: revision tab03 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of never_there'), N'. Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- drop table draft (revisions/03_one_table_less.ts:16)
  EXEC(N'DROP TABLE [draft]');

  -- drop table never_there if it exists (revisions/03_one_table_less.ts:17)
  EXEC(N'DROP TABLE IF EXISTS [never_there]');

  UPDATE [migrator_version] SET version_num = N'tab03' WHERE version_num = N'tab02';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab03') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision tab03 should leave the database at tab03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'tab03', N'up', 1, 1, N'done', N'f0d8f5c6ca0cdfbb93459563b7065770d61b0e3939c1fbee5fcf82baf31f165c', N'e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'tab03', N'up', N'Tables are dropped, one of them if it exists.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'f0d8f5c6ca0cdfbb93459563b7065770d61b0e3939c1fbee5fcf82baf31f165c', N'e5aa299eb63bfb535b6b396ede2b3ed1a34777b3c4fe0d9d86a40acb00a16fcf', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision tab03: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'tab03') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at tab03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DELETE FROM [migrator_version_ledger];
  PRINT N'done: the database is at tab03';
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
