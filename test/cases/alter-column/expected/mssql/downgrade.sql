-- downgrade.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ac03
-- To:   base
-- Version table: migrator_version
-- Script: bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376
--
-- Revisions, in this order:
--   1. down ac03 A column gets another name, another type and another default at once.
--      sha256 fd583f8b9d78ccd613dff1aaa328fe226625a1e863165c771b3fc091b4dc1e9b
--   2. down ac02 Wider and stricter.
--      sha256 c76117ba7875b8f9e8e391db26ef246329308ff9fb08bbd2eb37d57431313548
--   3. down ac01 A table to change.
--      sha256 c6699425c7e81aa77e0648a7e9e588ca1159b90a8e17d170580e0b976e72b452
--
-- Steps that lose data:
--   ac03 loses values of column account.score that bigint cannot hold, unless the database refuses them.
--   ac02 loses values of column account.balance that decimal(10, 2) cannot hold, unless the database refuses them.
--   ac02 loses values of column account.points that int cannot hold, unless the database refuses them.
--   ac02 loses values of column account.holder that nvarchar(40) cannot hold, unless the database refuses them.
--   ac01 loses the rows of table account.
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -e -r1 -i downgrade.sql > downgrade.log
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target mssql
-- It refuses, too, unless what it expects holds:
--   it expects a database that takes changes
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   write on for off in the line that sets migrator_accept_loss
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
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: write on for off in the line that sets migrator_accept_loss
EXEC sp_set_session_context N'migrator_accept_loss', N'off';
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
  SET @migrator_message = LEFT(N'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ac03. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
ELSE
  EXEC sp_executesql N'SELECT @fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''ac03'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END,
    @done = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
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
      WHEN N''ac02'' THEN 1
      WHEN N''ac01'' THEN 2
    END
  FROM [migrator_version_ledger] WHERE script = N''bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
  IF @migrator_message IS NULL AND @migrator_moved > 0 SET @migrator_message = N'migration refused: another script left a revision half done. Nothing was changed. [migrator_version_ledger] shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM [migrator_version_ledger].';
END;
IF @migrator_message IS NULL AND @migrator_done = 0 AND @migrator_fits = 1
BEGIN
  SET @migrator_fault = CASE WHEN CAST(DATABASEPROPERTYEX(DB_NAME(), N'Updateability') AS nvarchar(128)) = N'READ_ONLY' THEN N'expects a database that takes changes, but this one is read-only' END;
  IF @migrator_fault IS NOT NULL SET @migrator_message = LEFT(N'migration refused: downgrade.sql ' + @migrator_fault + N'. Nothing was changed. Mend what it names, or have the script made for what is there.', 2048);
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
  SET @migrator_message = N'already applied: the database is at base, nothing was changed';
  PRINT @migrator_message;
  SET NOEXEC ON;
END
ELSE IF @migrator_fits <> 1
BEGIN
  SET @migrator_message = LEFT(N'migration refused: downgrade.sql needs the database at ac03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.', 2048);
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

-- ==== undoing revision ac03 A column gets another name, another type and another default at once. ====
-- from ac03 to ac02, revisions/03_another_name_another.ts
-- It loses values of column account.score that bigint cannot hold, unless the database refuses them.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision ac03: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac03') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision ac03 needs the database at ac03, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- undoing revision ac03 stops here, with their number and where the first is, when there are
--   values of account.score with more digits than bigint, which would be lost
  SELECT TOP (1) @migrator_moved = 1 FROM [account] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [account] WHERE [score] <> ROUND([score], 0));',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [account] WHERE [score] <> ROUND([score], 0) ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision ac03 would lose ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account.score with more digits than bigint', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision ac03 would lose ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account.score with more digits than bigint', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- drop the default of column account.score (revisions/03_another_name_another.ts:25)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_score_default]');

  -- alter column account.score: type bigint, a new default, no comment (revisions/03_another_name_another.ts:25)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [score] bigint NOT NULL');

  -- give column account.score its default (revisions/03_another_name_another.ts:25)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_score_default] DEFAULT 10 FOR [score]');

  -- comment on column account.score (revisions/03_another_name_another.ts:25)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[account]''));
IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', @schema, N''Table'', N''account'', N''Column'', N''score''))
  EXEC sys.sp_dropextendedproperty N''MS_Description'', N''Schema'', @schema, N''Table'', N''account'', N''Column'', N''score''');

  -- rename column account.score to points (revisions/03_another_name_another.ts:25)
  EXEC(N'EXEC sp_rename N''[account].[score]'', N''points'', N''COLUMN''');

  -- rename the default of column score (revisions/03_another_name_another.ts:25)
  EXEC(N'IF OBJECT_ID(N''[account_score_default]'', N''D'') IS NOT NULL EXEC sp_rename N''[account_score_default]'', N''account_points_default'', N''OBJECT''');

  UPDATE [migrator_version] SET version_num = N'ac02' WHERE version_num = N'ac03';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision ac03 should leave the database at ac02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'ac03', N'down', 1, 1, N'done', N'16c6b7a60fc3e8c358c2da960c7e28268e8eadb02b39ecbcbd0bb2222f6502ab', N'bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'ac03', N'down', N'A column gets another name, another type and another default at once.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'16c6b7a60fc3e8c358c2da960c7e28268e8eadb02b39ecbcbd0bb2222f6502ab', N'bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376', CASE WHEN SESSION_CONTEXT(N'migrator_accept_loss') = N'on' THEN 1 ELSE 0 END
    FROM [migrator_version_log];

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
-- It loses values of column account.balance that decimal(10, 2) cannot hold, unless the database refuses them.
-- It loses values of column account.points that int cannot hold, unless the database refuses them.
-- It loses values of column account.holder that nvarchar(40) cannot hold, unless the database refuses them.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision ac02: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac02') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision ac02 needs the database at ac02, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- undoing revision ac02 stops here, with their number and where the first is, when there are
--   values of account.balance with more digits than decimal(10, 2), which would be lost
--   values of account.balance out of range for decimal(10, 2), with which a statement below would fail
--   values of account.points out of range for int, with which a statement below would fail
--   values of account.holder too long for nvarchar(40), with which a statement below would fail
  SELECT TOP (1) @migrator_moved = 1 FROM [account] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [account] WHERE ROUND([balance], 2) <= -100000000 OR ROUND([balance], 2) >= 100000000);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [account] WHERE ROUND([balance], 2) <= -100000000 OR ROUND([balance], 2) >= 100000000 ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision ac02 finds ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account.balance out of range for decimal(10, 2)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [account] WHERE [balance] <> ROUND([balance], 2));',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [account] WHERE [balance] <> ROUND([balance], 2) ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision ac02 would lose ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account.balance with more digits than decimal(10, 2)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision ac02 would lose ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account.balance with more digits than decimal(10, 2)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [account] WHERE [points] <= -2147483649 OR [points] >= 2147483648);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [account] WHERE [points] <= -2147483649 OR [points] >= 2147483648 ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision ac02 finds ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account.points out of range for int', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [account] WHERE DATALENGTH(CAST([holder] AS nvarchar(max))) / 2 > 40);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [account] WHERE DATALENGTH(CAST([holder] AS nvarchar(max))) / 2 > 40 ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision ac02 finds ', @migrator_moved, N' value', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account.holder too long for nvarchar(40)', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Mend the rows, and run the script again.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- alter column account.open: a new default (revisions/02_wider_and_stricter.ts:26)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_open_default] DEFAULT 1 FOR [open]');

  -- alter column account.balance: type decimal(10, 2) (revisions/02_wider_and_stricter.ts:27)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [balance] decimal(10, 2) NULL');

  -- alter column account.balance: no comment (revisions/02_wider_and_stricter.ts:28)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[account]''));
IF EXISTS(SELECT * FROM sys.fn_listextendedproperty(N''MS_Description'', N''Schema'', @schema, N''Table'', N''account'', N''Column'', N''balance''))
  EXEC sys.sp_dropextendedproperty N''MS_Description'', N''Schema'', @schema, N''Table'', N''account'', N''Column'', N''balance''');

  -- alter column account.iban: no default (revisions/02_wider_and_stricter.ts:29)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_iban_default]');

  -- alter column account.iban: NULL allowed (revisions/02_wider_and_stricter.ts:30)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [iban] nvarchar(34) NULL');

  -- drop the default of column account.points (revisions/02_wider_and_stricter.ts:31)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_points_default]');

  -- alter column account.points: type int, NULL allowed, a new default (revisions/02_wider_and_stricter.ts:31)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [points] int NULL');

  -- give column account.points its default (revisions/02_wider_and_stricter.ts:31)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_points_default] DEFAULT 0 FOR [points]');

  -- drop the default of column account.holder (revisions/02_wider_and_stricter.ts:32)
  EXEC(N'ALTER TABLE [account] DROP CONSTRAINT [account_holder_default]');

  -- alter column account.holder: type nvarchar(40) (revisions/02_wider_and_stricter.ts:32)
  EXEC(N'ALTER TABLE [account] ALTER COLUMN [holder] nvarchar(40) NOT NULL');

  -- give column account.holder its default (revisions/02_wider_and_stricter.ts:32)
  EXEC(N'ALTER TABLE [account] ADD CONSTRAINT [account_holder_default] DEFAULT N''nobody'' FOR [holder]');

  UPDATE [migrator_version] SET version_num = N'ac01' WHERE version_num = N'ac02';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision ac02 should leave the database at ac01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'ac02', N'down', 1, 1, N'done', N'9d747f45ac3799f22288071c81d8e0119502d8f8dd7a34e1c55737449e292c5b', N'bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'ac02', N'down', N'Wider and stricter.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'9d747f45ac3799f22288071c81d8e0119502d8f8dd7a34e1c55737449e292c5b', N'bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376', CASE WHEN SESSION_CONTEXT(N'migrator_accept_loss') = N'on' THEN 1 ELSE 0 END
    FROM [migrator_version_log];

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
-- It loses the rows of table account.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 2
BEGIN
  PRINT N'revision ac01: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'ac01') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision ac01 needs the database at ac01, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

-- undoing revision ac01 stops here, with their number and where the first is, when there are
--   rows of account, which would be lost
  SELECT TOP (1) @migrator_moved = 1 FROM [account] WITH (TABLOCKX, HOLDLOCK);
  SELECT @migrator_moved = 0;
  EXEC sp_executesql N'SET @found = (SELECT COUNT_BIG(*) FROM [account]);',
    N'@found bigint OUTPUT', @found = @migrator_moved OUTPUT;
  IF @migrator_moved > 0
  BEGIN
  EXEC sp_executesql N'SET @found = (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [account] ORDER BY [id]);',
    N'@found nvarchar(2000) OUTPUT', @found = @migrator_found OUTPUT;
    IF SESSION_CONTEXT(N'migrator_accept_loss') = N'on'
    BEGIN SET @migrator_message = CONCAT(N'loss accepted: undoing revision ac01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END); PRINT @migrator_message; END
    ELSE BEGIN
    SET @migrator_message = LEFT(CONCAT(CONCAT(N'migration refused: undoing revision ac01 would lose ', @migrator_moved, N' row', CASE WHEN @migrator_moved = 1 THEN N'' ELSE N's' END, N' of account', CASE WHEN @migrator_found IS NULL THEN N'' ELSE CONCAT(N' (first: ', @migrator_found, N')') END), N'. Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'), 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50005, @migrator_message, 127;
    END;
  END;
  SELECT @migrator_moved = 0, @migrator_found = NULL;

  -- drop table account (revisions/01_a_table.ts:27)
  EXEC(N'DROP TABLE [account]');

  DELETE FROM [migrator_version] WHERE version_num IN (N'ac01');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision ac01 should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'ac01', N'down', 1, 1, N'done', N'7d1e5a9d2d1f77518793bf2ae99709a861349fe629a9c88af410ec4fc88ec762', N'bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'ac01', N'down', N'A table to change.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'7d1e5a9d2d1f77518793bf2ae99709a861349fe629a9c88af410ec4fc88ec762', N'bf539e71e970fe19e7f0f4e93daa3da8390ab661e5cb98f0882d5e92e04d1376', CASE WHEN SESSION_CONTEXT(N'migrator_accept_loss') = N'on' THEN 1 ELSE 0 END
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision ac01: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 0 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration not complete: downgrade.sql should leave the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DELETE FROM [migrator_version_ledger];
  PRINT N'done: the database is at base';
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
