-- verify.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to raw02 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- What raw SQL did is not verified, because nothing says what it does:
--   revisions/01_sql_written_by.ts:25: -- in front update [word] / * it's in the middle; * / set [...
--   revisions/02_a_trigger.ts:88: create trigger word_trim on [word] after insert as begin ...
-- Not looked at, because it may have changed them: word.
-- Things that it may have added to other tables are let be.
--
-- To: raw02
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 9fd5c04d7cf3ec53a53fa25db40db483e62dcb009cbcb3ec7171f8c918672663
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -W -s "|" -f 65001 -i verify.sql
-- Under each question stands what it found. The last line is the verdict; the client ends with status 0 when it
-- is good, and with another one when it is not.

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
DECLARE @migrator_open int = 0;
DECLARE @migrator_found int = 0, @migrator_rows int = 0, @migrator_on int = 1, @migrator_message nvarchar(2048);
BEGIN TRANSACTION;

PRINT N'1. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)';
SELECT finding FROM (
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table migrator_version, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_ledger]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_log]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table migrator_version_log, which ' + USER_NAME() + N' has not' END AS finding
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_open = @migrator_rows;
IF @migrator_rows > 0 SET @migrator_on = 0;

IF @migrator_on = 1
BEGIN
PRINT N'2. The version rows are: raw02. (kind | name | expected | found)';
IF OBJECT_ID(N'[migrator_version]', N'U') IS NULL
BEGIN
EXEC sp_executesql N'SELECT N''version table'' AS kind, N''migrator_version'' AS name, N''there'' AS expected, N''there is no table of that name that this account can see: no script of migrator ever ran here, or this is another database or schema than it ran in'' AS found';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END
ELSE
BEGIN
EXEC sp_executesql N'SELECT N''version row'' AS kind, name,
    COALESCE(MAX(expected), N''nothing'') AS expected, COALESCE(MAX(found), N''nothing'') AS found
FROM (
SELECT CAST(name AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS name, CAST(says AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS expected, CAST(NULL AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS found
  FROM (VALUES
    (N''version row'', N''.'', N''raw02'', N''there'')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(name AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS name, CAST(NULL AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS expected, CAST(says AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS found
  FROM (SELECT version_num AS name, N''there'' AS says FROM [migrator_version]) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'3. No revision was left half done. (kind | name | expected | found)';
IF OBJECT_ID(N'[migrator_version_ledger]', N'U') IS NULL
PRINT N'There is no table migrator_version_ledger.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT N''ledger row'' AS kind, revision AS name, N''nothing'' AS expected, direction + N'', '' + state AS found
  FROM [migrator_version_ledger] WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'')';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'4. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)';
IF OBJECT_ID(N'[migrator_version_log]', N'U') IS NULL
BEGIN
EXEC sp_executesql N'SELECT N''log'' AS kind, N''migrator_version_log'' AS name, N''there'' AS expected, N''there is no log that this account can see'' AS found';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END
ELSE
BEGIN
EXEC sp_executesql N'SELECT N''log row'' AS kind, name,
    COALESCE(MAX(expected), N''nothing'') AS expected, COALESCE(MAX(found), N''nothing'') AS found
FROM (
SELECT CAST(name AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS name, CAST(says AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS expected, CAST(NULL AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS found
  FROM (VALUES
    (N''log row'', N''.'', N''raw01'', N''up 8ec60532cf6a784b1e8b9999baa4b3132b3113f1dc4272499f2ca55ca0099058''),
    (N''log row'', N''.'', N''raw02'', N''up cf06da1c5f8cb95fb7972beb04afd52ccbef57116edc9c106bdb0bc04bdcaaa3'')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(name AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS name, CAST(NULL AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS expected, CAST(says AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS found
  FROM (SELECT revision AS name, direction + N'' '' + digest AS says FROM [migrator_version_log]
    WHERE entry IN (SELECT MAX(entry) FROM [migrator_version_log] GROUP BY revision) AND revision IN (
    N''raw01'', N''raw02'')) here
) facts
GROUP BY name
HAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)
ORDER BY name';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;
END;

ROLLBACK TRANSACTION;
IF @migrator_found = 0 AND @migrator_open > 0
BEGIN
  SET @migrator_message = N'not verified: this account may not read all that is compared, see what was found above';
  RAISERROR(N'%s', 16, 127, @migrator_message);
END
ELSE IF @migrator_found = 0
  PRINT N'verified: the database is what the revisions say at raw02';
ELSE
BEGIN
  SET @migrator_message = N'not verified: the database is not what the revisions say: ' + CONVERT(nvarchar(20), @migrator_found);
  RAISERROR(N'%s', 16, 127, @migrator_message);
END;
GO
