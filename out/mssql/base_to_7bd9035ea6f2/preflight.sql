-- preflight.sql: made by migrator 0.1.0 for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It looks whether upgrade.sql would run now: where the database stands, what else it needs, how big the
-- tables are that it touches, and what its checks would find.
--
-- From: base
-- To:   7bd9035ea6f2
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789
--
-- Run it:
--   sqlcmd -S SERVER -d DATABASE -b -I -W -s "|" -f 65001 -i preflight.sql
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
DECLARE @migrator_found int = 0, @migrator_rows int = 0, @migrator_on int = 1, @migrator_message nvarchar(2048);
BEGIN TRANSACTION;

PRINT N'1. The server and the database are those that it was made for. (finding)';
SELECT finding FROM (
SELECT CASE WHEN CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8) AND CAST(PARSENAME(CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)), 4) AS int) < 15 THEN N'expects SQL Server 2019 or later, but the server is version ' + CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) END AS finding
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;

PRINT N'2. The account may do what it does. (finding)';
SELECT finding FROM (
SELECT CASE WHEN HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'CREATE TABLE') = 0 THEN N'expects the permission CREATE TABLE, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(QUOTENAME(SCHEMA_NAME()), N'SCHEMA', N'ALTER') = 0 THEN N'expects the permission ALTER on its schema, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version]', N'OBJECT', N'INSERT') = 0 THEN N'expects the permission INSERT on table migrator_version, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_ledger]', N'OBJECT', N'INSERT') = 0 THEN N'expects the permission INSERT on table migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_log]', N'OBJECT', N'INSERT') = 0 THEN N'expects the permission INSERT on table migrator_version_log, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version]', N'OBJECT', N'UPDATE') = 0 THEN N'expects the permission UPDATE on table migrator_version, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_ledger]', N'OBJECT', N'UPDATE') = 0 THEN N'expects the permission UPDATE on table migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version]', N'OBJECT', N'DELETE') = 0 THEN N'expects the permission DELETE on table migrator_version, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_ledger]', N'OBJECT', N'DELETE') = 0 THEN N'expects the permission DELETE on table migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN CAST(DATABASEPROPERTYEX(DB_NAME(), N'Updateability') AS nvarchar(128)) = N'READ_ONLY' THEN N'expects a database that takes changes, but this one is read-only' END AS finding
UNION ALL
SELECT CASE WHEN OBJECT_SCHEMA_NAME(OBJECT_ID(N'[migrator_version]', N'U')) <> SCHEMA_NAME() THEN N'expects new tables to be made in schema ' + OBJECT_SCHEMA_NAME(OBJECT_ID(N'[migrator_version]', N'U')) + N', where migrator_version is, but this account makes them in schema ' + SCHEMA_NAME() + N': let the target of migrator.toml name the schema, or ALTER USER ... WITH DEFAULT_SCHEMA before this file' END AS finding
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;

PRINT N'3. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)';
SELECT finding FROM (
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table migrator_version, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_ledger]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[migrator_version_log]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table migrator_version_log, which ' + USER_NAME() + N' has not' END AS finding
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
IF @migrator_rows > 0 SET @migrator_on = 0;

IF @migrator_on = 1
BEGIN
PRINT N'4. No other session is running a script. (finding)';
EXEC sp_executesql N'SELECT N''another session is running a script on this database'' AS finding
WHERE APPLOCK_TEST(N''public'', LEFT(N''migrator:[migrator_version]'', 255), N''Exclusive'', N''Session'') = 0';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;

IF @migrator_on = 1
BEGIN
PRINT N'5. No other script stopped half-way. (finding)';
IF OBJECT_ID(N'[migrator_version_ledger]', N'U') IS NULL
PRINT N'There is no table migrator_version_ledger.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT CONCAT(N''another script stopped half-way in revision '', revision, N'', step '', CAST(step AS nvarchar(4000)), N'' of '', CAST(steps AS nvarchar(4000))) AS finding
FROM [migrator_version_ledger]
WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND NOT script = N''0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789''';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'6. upgrade.sql goes on where an earlier run of it stopped. (finding)';
IF OBJECT_ID(N'[migrator_version_ledger]', N'U') IS NULL
PRINT N'There is no table migrator_version_ledger.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT CONCAT(N''an earlier run came to revision '', revision, N'', step '', CAST(step AS nvarchar(4000)), N'' of '', CAST(steps AS nvarchar(4000)), N'''') AS finding
FROM [migrator_version_ledger]
WHERE script = N''0257abc1c5e5db6885a4aeadffb27fe513c4e383a4bc651cc9c6a57f37a09789'' AND ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM [migrator_version]) = 1 OR STUFF((SELECT N'', '' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N'''') IN (N''1a3f08c2b7d4'', N''2c90e5d41f6a'', N''37b1d2f0a8ce'', N''5f60b9e3d71c'', N''4de87a15c093, 5f60b9e3d71c'', N''68a2c47fe0b5''))';
SET @migrator_rows = @@ROWCOUNT;
IF @migrator_rows > 0 SET @migrator_on = 0;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'7. upgrade.sql is still to be applied. (finding)';
IF OBJECT_ID(N'[migrator_version]', N'U') IS NULL
PRINT N'There is no table migrator_version.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT N''already applied: the database is at 7bd9035ea6f2; upgrade.sql would change nothing'' AS finding
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''7bd9035ea6f2'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END FROM [migrator_version]) = 1';
SET @migrator_rows = @@ROWCOUNT;
IF @migrator_rows > 0 SET @migrator_on = 0;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'8. The database is at base. (finding)';
IF OBJECT_ID(N'[migrator_version]', N'U') IS NULL
PRINT N'There is no table migrator_version.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT CONCAT(N''upgrade.sql needs the database at base, but it is at '', COALESCE(STUFF((SELECT N'', '' + version_num FROM [migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N''''), N''base'')) AS finding
WHERE NOT ((SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END FROM [migrator_version]) = 1)';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
IF @migrator_rows > 0 SET @migrator_on = 0;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'9. Nothing has the names of what it makes. (finding)';
EXEC sp_executesql N'SELECT finding FROM (
SELECT (SELECT IIF(COUNT(*) = 1, N''makes table '', N''makes tables '') + STRING_AGG(CAST(N'''' + name AS nvarchar(max)), N'', '') WITHIN GROUP (ORDER BY name) + IIF(COUNT(*) = 1, N'', but that name is taken already'', N'', but those names are taken already'') FROM sys.objects
      WHERE schema_id = SCHEMA_ID() AND name IN (N''department'', N''employee'', N''department_employee'', N''account'', N''product'')) AS finding
UNION ALL
SELECT (SELECT IIF(COUNT(*) = 1, N''makes constraint '', N''makes constraints '') + STRING_AGG(CAST(N'''' + name AS nvarchar(max)), N'', '') WITHIN GROUP (ORDER BY name) + IIF(COUNT(*) = 1, N'', but that name is taken already'', N'', but those names are taken already'') FROM sys.objects
      WHERE schema_id = SCHEMA_ID() AND name IN (N''department_name_unique'', N''department_employee_department_code_foreign'', N''department_employee_employee_number_foreign'', N''product_price_not_negative'')) AS finding
) asked WHERE finding IS NOT NULL';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;

ROLLBACK TRANSACTION;
IF @migrator_found = 0
  PRINT N'upgrade.sql would run';
ELSE
BEGIN
  SET @migrator_message = N'upgrade.sql would refuse: see what was found above: ' + CONVERT(nvarchar(20), @migrator_found);
  RAISERROR(N'%s', 16, 127, @migrator_message);
END;
GO
