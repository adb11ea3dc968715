-- upgrade.sql: made by migrator 0.1.0 for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   7bd9035ea6f2
-- Version table: migrator_version
-- Script: 0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789
--
-- Revisions, in this order:
--   1. up 1a3f08c2b7d4 Departments, employees, and who works where.
--      sha256 1b09daaf5f82f5b314fbfacfad2f03a2fefc92b5557d196eaf7f1e7c64bc0d90
--   2. up 2c90e5d41f6a Accounts and products.
--      sha256 08771171770041af32b76db256fc41f1a84f54fbabb178a5ac38157e7018b6c5
--   3. up 37b1d2f0a8ce The first rows of every table.
--      sha256 6b8e7a3041af87dacbc37e13d74f870cb0289acf73ec53dbc137ec09330936cd
--   4. up 5f60b9e3d71c Products can be discontinued.
--      sha256 316890a6c9f5e58d28f85791f7069ab4a9b1b56fb10b1a95bf32c24fbdf235f6
--   5. up 4de87a15c093 Employees have an e-mail address.
--      sha256 dc08a4dc3a8759e3b93db3b7ed8fb341c04e7b51f93dcce9ea6dded5e20fb2b9
--   6. up 68a2c47fe0b5 Bring the people and the catalogue together.
--      sha256 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5
--   7. up 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile.
--      sha256 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -f 65001 -e -r1 -i upgrade.sql > upgrade.log
-- Look at the version rows:
--   sqlcmd -S SERVER -d DATABASE -Q 'SELECT version_num FROM [migrator_version] ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:7bd9035ea6f2 --target mssql
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
    @done = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''7bd9035ea6f2'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
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
      WHEN N''1a3f08c2b7d4'' THEN 1
      WHEN N''2c90e5d41f6a'' THEN 2
      WHEN N''37b1d2f0a8ce'' THEN 3
      WHEN N''5f60b9e3d71c'' THEN 4
      WHEN N''4de87a15c093, 5f60b9e3d71c'' THEN 5
      WHEN N''68a2c47fe0b5'' THEN 6
    END
  FROM [migrator_version_ledger] WHERE script = N''0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789'';',
      N'@found nvarchar(2000), @place int OUTPUT', @found = @migrator_found, @place = @migrator_place OUTPUT;
    IF @migrator_place > 0 SET @migrator_fits = 1;
  END;
  EXEC sp_executesql N'SELECT @fits = COUNT(*) FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> N''0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789'';', N'@fits int OUTPUT', @fits = @migrator_moved OUTPUT;
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
  SET @migrator_message = N'already applied: the database is at 7bd9035ea6f2, nothing was changed';
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

-- ==== revision 1a3f08c2b7d4 Departments, employees, and who works where. ====
-- from base to 1a3f08c2b7d4, revisions/1a3f08c2b7d4_staff.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 0
BEGIN
  PRINT N'revision 1a3f08c2b7d4: applied already';
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
    SET @migrator_message = LEFT(N'migration refused: revision 1a3f08c2b7d4 needs the database at base, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create table department (3 columns) (revisions/1a3f08c2b7d4_staff.ts:16)
  EXEC(N'CREATE TABLE [department] (
  [code] nvarchar(8) NOT NULL,
  [name] nvarchar(80) NOT NULL,
  [budget] decimal(14, 2) NULL,
  CONSTRAINT [department_pkey] PRIMARY KEY ([code]),
  CONSTRAINT [department_name_unique] UNIQUE ([name])
)');

  -- comment on table department (revisions/1a3f08c2b7d4_staff.ts:16)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[department]''));
EXEC sys.sp_addextendedproperty N''MS_Description'', N''The departments of the company'', N''Schema'', @schema, N''Table'', N''department''');

  -- comment on column department.budget (revisions/1a3f08c2b7d4_staff.ts:16)
  EXEC(N'DECLARE @schema sysname = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[department]''));
EXEC sys.sp_addextendedproperty N''MS_Description'', N''The year''''s money, in the company''''s currency'', N''Schema'', @schema, N''Table'', N''department'', N''Column'', N''budget''');

  -- create table employee (7 columns) (revisions/1a3f08c2b7d4_staff.ts:25)
  EXEC(N'CREATE TABLE [employee] (
  [number] int not null,
  [first_name] nvarchar(80) not null,
  [last_name] nvarchar(80) not null,
  [born_on] date,
  [part_time] bit not null CONSTRAINT [employee_part_time_default] DEFAULT 0,
  [remark] nvarchar(max),
  [entered_at] datetime2 not null CONSTRAINT [employee_entered_at_default] DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT [employee_pkey] PRIMARY KEY ([number])
)');

  -- create table department_employee (3 columns) (revisions/1a3f08c2b7d4_staff.ts:34)
  EXEC(N'CREATE TABLE [department_employee] (
  [department_code] nvarchar(8) not null,
  [employee_number] int not null,
  [since] date not null,
  CONSTRAINT [department_employee_department_code_foreign] FOREIGN KEY ([department_code]) REFERENCES [department] ([code]),
  CONSTRAINT [department_employee_employee_number_foreign] FOREIGN KEY ([employee_number]) REFERENCES [employee] ([number]),
  CONSTRAINT [department_employee_pkey] PRIMARY KEY ([department_code], [employee_number])
)');

  INSERT INTO [migrator_version] (version_num) VALUES (N'1a3f08c2b7d4');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'1a3f08c2b7d4') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision 1a3f08c2b7d4 should leave the database at 1a3f08c2b7d4, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'1a3f08c2b7d4', N'up', 1, 1, N'done', N'64a96877c113c14592f180a60d30ea9e84fc8a22a410b6c8a3aa5053ce761808', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'1a3f08c2b7d4', N'up', N'Departments, employees, and who works where.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'64a96877c113c14592f180a60d30ea9e84fc8a22a410b6c8a3aa5053ce761808', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision 1a3f08c2b7d4: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision 2c90e5d41f6a Accounts and products. ====
-- from 1a3f08c2b7d4 to 2c90e5d41f6a, revisions/2c90e5d41f6a_accounts_and_products.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 1
BEGIN
  PRINT N'revision 2c90e5d41f6a: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'1a3f08c2b7d4') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision 2c90e5d41f6a needs the database at 1a3f08c2b7d4, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create table account (6 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:16)
  EXEC(N'CREATE TABLE [account] (
  [id] int identity(1,1) not null primary key,
  [holder] nvarchar(120) not null,
  [balance] decimal(18, 4) not null CONSTRAINT [account_balance_default] DEFAULT 0,
  [closed] bit not null CONSTRAINT [account_closed_default] DEFAULT 0,
  [opened_on] date not null,
  [terms] nvarchar(max)
)');

  -- create table product (3 columns) (revisions/2c90e5d41f6a_accounts_and_products.ts:24)
  EXEC(N'CREATE TABLE [product] (
  [sku] nvarchar(20) not null,
  [title] nvarchar(120) not null,
  [price] decimal(10, 2) not null,
  CONSTRAINT [product_pkey] PRIMARY KEY ([sku]),
  constraint product_price_not_negative check ([price] >= 0)
)');

  UPDATE [migrator_version] SET version_num = N'2c90e5d41f6a' WHERE version_num = N'1a3f08c2b7d4';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'2c90e5d41f6a') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision 2c90e5d41f6a should leave the database at 2c90e5d41f6a, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'2c90e5d41f6a', N'up', 1, 1, N'done', N'eb093d80ee9aa22a825b91678f68403ee578737f1c7bc66ae57b298675512663', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'2c90e5d41f6a', N'up', N'Accounts and products.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'eb093d80ee9aa22a825b91678f68403ee578737f1c7bc66ae57b298675512663', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision 2c90e5d41f6a: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision 37b1d2f0a8ce The first rows of every table. ====
-- from 2c90e5d41f6a to 37b1d2f0a8ce, revisions/37b1d2f0a8ce_first_rows.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 2
BEGIN
  PRINT N'revision 37b1d2f0a8ce: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'2c90e5d41f6a') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision 37b1d2f0a8ce needs the database at 2c90e5d41f6a, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- insert 3 rows into department (revisions/37b1d2f0a8ce_first_rows.ts:17)
  EXEC(N'insert into [department] ([code], [name], [budget]) values
  (N''R&D'', N''Research & Development – the inventors'''' den'', 1250000.00),
  (N''HR'', N''Menschen & Ämter'', 98000.50),
  (N''OPS'', N''Operations; round the clock'', NULL)');

  -- insert 3 rows into employee (revisions/37b1d2f0a8ce_first_rows.ts:18)
  EXEC(N'insert into [employee] ([number], [first_name], [last_name], [born_on], [part_time], [remark]) values
  (1001, N''Zoë'', N''O''''Brien'', ''1984-02-29'', 0, NULL),
  (1002, N''Jürgen'', N''Groß'', ''1971-11-05'', 1, (N''Speaks "Plattdeutsch"'' + NCHAR(10) + N''and plays the tuba.'')),
  (1003, N''Mei'', N''陈'', NULL, 0, (N''Path: C:\temp\$'' + N''(user) & more 🎺''))');

  -- insert 4 rows into department_employee (revisions/37b1d2f0a8ce_first_rows.ts:19)
  EXEC(N'insert into [department_employee] ([department_code], [employee_number], [since]) values
  (N''R&D'', 1001, ''2019-01-01''),
  (N''R&D'', 1003, ''2021-06-15''),
  (N''HR'', 1002, ''2005-04-01''),
  (N''OPS'', 1001, ''2024-09-30'')');

  -- insert 2 rows into account (revisions/37b1d2f0a8ce_first_rows.ts:20)
  EXEC(N'insert into [account] ([holder], [balance], [closed], [opened_on], [terms]) values
  (N''Müller & Söhne'', 12345.6700, 0, ''2001-07-31'', (N''Net 30;'' + NCHAR(10) + N''no discount'')),
  (N''D''''Arcy, Ltd.'', -0.0001, 1, ''1999-12-31'', NULL)');

  -- insert 3 rows into product (revisions/37b1d2f0a8ce_first_rows.ts:21)
  EXEC(N'insert into [product] ([sku], [title], [price]) values
  (N''A-100'', N''19" rack, black'', 349.00),
  (N''B-7/2'', N''Carpenter''''s pencil'', 0.95),
  (N''Ç-3'', N''100 % cotton: blanket'', 59.90)');

  UPDATE [migrator_version] SET version_num = N'37b1d2f0a8ce' WHERE version_num = N'2c90e5d41f6a';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'37b1d2f0a8ce') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision 37b1d2f0a8ce should leave the database at 37b1d2f0a8ce, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'37b1d2f0a8ce', N'up', 1, 1, N'done', N'574092b152527c3918d21b7f0a9e5d6e1559146b80349f605fddbfb5ebda3822', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'37b1d2f0a8ce', N'up', N'The first rows of every table.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'574092b152527c3918d21b7f0a9e5d6e1559146b80349f605fddbfb5ebda3822', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision 37b1d2f0a8ce: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision 5f60b9e3d71c Products can be discontinued. ====
-- from 37b1d2f0a8ce to 5f60b9e3d71c, revisions/5f60b9e3d71c_discontinued_products.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 3
BEGIN
  PRINT N'revision 5f60b9e3d71c: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'37b1d2f0a8ce') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision 5f60b9e3d71c needs the database at 37b1d2f0a8ce, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- add column product.discontinued (bit, NOT NULL) (revisions/5f60b9e3d71c_discontinued_products.ts:16)
  EXEC(N'ALTER TABLE [product]
ADD [discontinued] bit not null CONSTRAINT [product_discontinued_default] DEFAULT 0');

  -- add column product.discontinued_on (date) (revisions/5f60b9e3d71c_discontinued_products.ts:17)
  EXEC(N'ALTER TABLE [product] ADD [discontinued_on] date');

  UPDATE [migrator_version] SET version_num = N'5f60b9e3d71c' WHERE version_num = N'37b1d2f0a8ce';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'5f60b9e3d71c') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision 5f60b9e3d71c should leave the database at 5f60b9e3d71c, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'5f60b9e3d71c', N'up', 1, 1, N'done', N'ec3e25517af6e4ea96744e5a3a427bca1721ec6f6f8d7770daaf284a80fe7ccf', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'5f60b9e3d71c', N'up', N'Products can be discontinued.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'ec3e25517af6e4ea96744e5a3a427bca1721ec6f6f8d7770daaf284a80fe7ccf', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision 5f60b9e3d71c: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision 4de87a15c093 Employees have an e-mail address. ====
-- from 5f60b9e3d71c to 4de87a15c093, 5f60b9e3d71c, revisions/4de87a15c093_employee_email.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 4
BEGIN
  PRINT N'revision 4de87a15c093: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'5f60b9e3d71c') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision 4de87a15c093 needs the database at 5f60b9e3d71c, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- add column employee.email (nvarchar(120)) (revisions/4de87a15c093_employee_email.ts:16)
  EXEC(N'ALTER TABLE [employee] ADD [email] nvarchar(120)');

  -- update employee (revisions/4de87a15c093_employee_email.ts:17)
  EXEC(N'update [employee] set [email] = N''zoe.obrien@example.com'' where [number] = 1001');

  INSERT INTO [migrator_version] (version_num) VALUES (N'4de87a15c093');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 2 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'4de87a15c093', N'5f60b9e3d71c') THEN version_num COLLATE Latin1_General_BIN2 END) = 2 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision 4de87a15c093 should leave the database at 4de87a15c093, 5f60b9e3d71c, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'4de87a15c093', N'up', 1, 1, N'done', N'0f1fc0134a5e506df723112d1daddaf5e5c6b7b4b6201f3f9f8c38bb8eb5c2fd', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'4de87a15c093', N'up', N'Employees have an e-mail address.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'0f1fc0134a5e506df723112d1daddaf5e5c6b7b4b6201f3f9f8c38bb8eb5c2fd', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision 4de87a15c093: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 4de87a15c093, 5f60b9e3d71c to 68a2c47fe0b5, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- It changes nothing on SQL Server but the version rows.


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 5
BEGIN
  PRINT N'revision 68a2c47fe0b5: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 2 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'4de87a15c093', N'5f60b9e3d71c') THEN version_num COLLATE Latin1_General_BIN2 END) = 2 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision 68a2c47fe0b5 needs the database at 4de87a15c093, 5f60b9e3d71c, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  DELETE FROM [migrator_version] WHERE version_num IN (N'4de87a15c093', N'5f60b9e3d71c');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  INSERT INTO [migrator_version] (version_num) VALUES (N'68a2c47fe0b5');
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 3 THROW 50004, N'migration undone: the version table did not move the 3 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'68a2c47fe0b5') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision 68a2c47fe0b5 should leave the database at 68a2c47fe0b5, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'68a2c47fe0b5', N'up', 1, 1, N'done', N'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'68a2c47fe0b5', N'up', N'Bring the people and the catalogue together.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision 68a2c47fe0b5: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


-- ==== revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 68a2c47fe0b5 to 7bd9035ea6f2, revisions/7bd9035ea6f2_find_employees_by_name.ts


IF CONVERT(int, SUBSTRING(CONTEXT_INFO(), 1, 4)) > 6
BEGIN
  PRINT N'revision 7bd9035ea6f2: applied already';
  RETURN;
END;
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'migration refused: a transaction is already open in this session', 127;
  BEGIN TRANSACTION;
  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'68a2c47fe0b5') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version] WITH (TABLOCKX, HOLDLOCK);
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration refused: revision 7bd9035ea6f2 needs the database at 68a2c47fe0b5, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Nothing was changed since the last commit. Read the messages above this one: something before it failed.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;

  -- create index employee_by_name on employee (last_name, first_name), but not concurrently: whoever writes to the
  --   table waits (revisions/7bd9035ea6f2_find_employees_by_name.ts:17)
  EXEC(N'CREATE INDEX [employee_by_name] ON [employee] ([last_name], [first_name])');

  UPDATE [migrator_version] SET version_num = N'7bd9035ea6f2' WHERE version_num = N'68a2c47fe0b5';
  SET @migrator_moved = @migrator_moved + @@ROWCOUNT;
  IF @migrator_moved <> 1 THROW 50004, N'migration undone: the version table did not move the 1 rows that it should', 127;
  SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'7bd9035ea6f2') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
    FROM [migrator_version];
  IF @migrator_fits <> 1
  BEGIN
    SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
    SET @migrator_message = LEFT(N'migration undone: revision 7bd9035ea6f2 should leave the database at 7bd9035ea6f2, but it is at ' + COALESCE(@migrator_found, N'base') + N'. This transaction was undone. Another session may have changed the version table.', 2048);
    SET @migrator_message = REPLACE(@migrator_message, N'%', N'%%');
    THROW 50003, @migrator_message, 127;
  END;
  DELETE FROM [migrator_version_ledger];
  INSERT INTO [migrator_version_ledger] (revision, direction, step, steps, state, digest, script)
    VALUES (N'7bd9035ea6f2', N'up', 1, 1, N'done', N'908eaa508646a24ab3ca6ebd5e007af308da3535df894df167cd3d2835fd0048', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789');
  INSERT INTO [migrator_version_log]
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, N'7bd9035ea6f2', N'up', N'Find employees by name, without stopping the writers meanwhile.', SYSDATETIMEOFFSET(), ORIGINAL_LOGIN(),
      N'908eaa508646a24ab3ca6ebd5e007af308da3535df894df167cd3d2835fd0048', N'0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789', 0
    FROM [migrator_version_log];

  COMMIT TRANSACTION;
  SET @migrator_message = N'revision 7bd9035ea6f2: committed';
  PRINT @migrator_message;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO


  DECLARE @migrator_fits int = 0, @migrator_done int = 0, @migrator_moved bigint = 0, @migrator_place int = 0,
    @migrator_found nvarchar(2000), @migrator_message nvarchar(2048), @migrator_sql nvarchar(max);
SELECT @migrator_fits = CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N'7bd9035ea6f2') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END
  FROM [migrator_version];
IF @migrator_fits <> 1
BEGIN
  SET @migrator_found = STUFF((SELECT N', ' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'');
  SET @migrator_message = LEFT(N'migration not complete: upgrade.sql should leave the database at 7bd9035ea6f2, but it is at ' + COALESCE(@migrator_found, N'base') + N'. Read the messages above this one: something failed.', 2048);
  RAISERROR(N'%s', 16, 127, @migrator_message);
  SET CONTEXT_INFO 0x00;
  SET NOEXEC ON;
END
ELSE
BEGIN
  DELETE FROM [migrator_version_ledger];
  PRINT N'done: the database is at 7bd9035ea6f2';
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
