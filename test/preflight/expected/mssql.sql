-- preflight.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It looks whether upgrade.sql would run now: where the database stands, what else it needs, how big the
-- tables are that it touches, and what its checks would find.
--
-- From: r1
-- To:   r3
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: shop.migrator_version, schema: shop
-- Script: f73670d6b2f4a73a46fc8d9f878e3613346839bf1a72f02f5c4031b0a18e2f44
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
DECLARE @migrator_open int = 0;
DECLARE @migrator_found int = 0, @migrator_rows int = 0, @migrator_on int = 1, @migrator_message nvarchar(2048);
BEGIN TRANSACTION;

PRINT N'1. The server and the database are those that it was made for. (finding)';
SELECT finding FROM (
SELECT CASE WHEN DB_NAME() <> N'orders' THEN N'expects the database orders, but this is ' + DB_NAME() END AS finding
UNION ALL
SELECT CASE WHEN CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8) AND CAST(PARSENAME(CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)), 4) AS int) < 15 THEN N'expects SQL Server 2019 or later, but the server is version ' + CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) END AS finding
UNION ALL
SELECT CASE WHEN SCHEMA_ID(N'shop') IS NULL THEN N'expects the schema shop, but there is none' END AS finding
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;

PRINT N'2. The account may do what it does. (finding)';
SELECT finding FROM (
SELECT CASE WHEN HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'CREATE TABLE') = 0 THEN N'expects the permission CREATE TABLE, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(QUOTENAME(SCHEMA_NAME()), N'SCHEMA', N'ALTER') = 0 THEN N'expects the permission ALTER on its schema, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[item]', N'OBJECT', N'ALTER') = 0 THEN N'expects the permission ALTER on table item, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version_ledger]', N'OBJECT', N'INSERT') = 0 THEN N'expects the permission INSERT on table shop.migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version_log]', N'OBJECT', N'INSERT') = 0 THEN N'expects the permission INSERT on table shop.migrator_version_log, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[item]', N'OBJECT', N'UPDATE') = 0 THEN N'expects the permission UPDATE on table item, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version]', N'OBJECT', N'UPDATE') = 0 THEN N'expects the permission UPDATE on table shop.migrator_version, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version_ledger]', N'OBJECT', N'UPDATE') = 0 THEN N'expects the permission UPDATE on table shop.migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[item]', N'OBJECT', N'DELETE') = 0 THEN N'expects the permission DELETE on table item, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version_ledger]', N'OBJECT', N'DELETE') = 0 THEN N'expects the permission DELETE on table shop.migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN CAST(DATABASEPROPERTYEX(DB_NAME(), N'Updateability') AS nvarchar(128)) = N'READ_ONLY' THEN N'expects a database that takes changes, but this one is read-only' END AS finding
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;

PRINT N'3. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)';
SELECT finding FROM (
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table shop.migrator_version, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version_ledger]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table shop.migrator_version_ledger, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[shop].[migrator_version_log]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table shop.migrator_version_log, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[item]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table item, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[item]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table item, which ' + USER_NAME() + N' has not' END AS finding
UNION ALL
SELECT CASE WHEN HAS_PERMS_BY_NAME(N'[item]', N'OBJECT', N'SELECT') = 0 THEN N'expects the permission SELECT on table item, which ' + USER_NAME() + N' has not' END AS finding
) asked WHERE finding IS NOT NULL;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
IF @migrator_rows > 0 SET @migrator_on = 0;

IF @migrator_on = 1
BEGIN
PRINT N'4. No other session is running a script. (finding)';
EXEC sp_executesql N'SELECT N''another session is running a script on this database'' AS finding
WHERE APPLOCK_TEST(N''public'', LEFT(N''migrator:[shop].[migrator_version]'', 255), N''Exclusive'', N''Session'') = 0';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;

IF @migrator_on = 1
BEGIN
PRINT N'5. No other script stopped half-way. (finding)';
IF OBJECT_ID(N'[shop].[migrator_version_ledger]', N'U') IS NULL
PRINT N'There is no table shop.migrator_version_ledger.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT CONCAT(N''another script stopped half-way in revision '', revision, N'', step '', CAST(step AS nvarchar(4000)), N'' of '', CAST(steps AS nvarchar(4000))) AS finding
FROM [shop].[migrator_version_ledger]
WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND NOT script = N''f73670d6b2f4a73a46fc8d9f878e3613346839bf1a72f02f5c4031b0a18e2f44''';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'6. upgrade.sql goes on where an earlier run of it stopped. (finding)';
IF OBJECT_ID(N'[shop].[migrator_version_ledger]', N'U') IS NULL
PRINT N'There is no table shop.migrator_version_ledger.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT CONCAT(N''an earlier run came to revision '', revision, N'', step '', CAST(step AS nvarchar(4000)), N'' of '', CAST(steps AS nvarchar(4000)), N''; whether rows would stop what is left was not looked at'') AS finding
FROM [shop].[migrator_version_ledger]
WHERE script = N''f73670d6b2f4a73a46fc8d9f878e3613346839bf1a72f02f5c4031b0a18e2f44'' AND ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''r1'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END FROM [shop].[migrator_version]) = 1 OR STUFF((SELECT N'', '' + version_num FROM [shop].[migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N'''') IN (N''r2''))';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_open = @migrator_rows;
IF @migrator_rows > 0 SET @migrator_on = 0;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'7. upgrade.sql is still to be applied. (finding)';
IF OBJECT_ID(N'[shop].[migrator_version]', N'U') IS NULL
PRINT N'There is no table shop.migrator_version.';
ELSE
BEGIN
EXEC sp_executesql N'SELECT N''already applied: the database is at r3; upgrade.sql would change nothing'' AS finding
WHERE (SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''r3'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END FROM [shop].[migrator_version]) = 1';
SET @migrator_rows = @@ROWCOUNT;
IF @migrator_rows > 0 SET @migrator_on = 0;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'8. The database is at r1. (finding)';
IF OBJECT_ID(N'[shop].[migrator_version]', N'U') IS NULL
BEGIN
EXEC sp_executesql N'SELECT N''there is no version table that this user can see, and upgrade.sql needs the database at r1'' AS finding';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
IF @migrator_rows > 0 SET @migrator_on = 0;
END
ELSE
BEGIN
EXEC sp_executesql N'SELECT CONCAT(N''upgrade.sql needs the database at r1, but it is at '', COALESCE(STUFF((SELECT N'', '' + version_num FROM [shop].[migrator_version] ORDER BY version_num COLLATE Latin1_General_BIN2
    FOR XML PATH(N''''), TYPE).value(N''.'', N''nvarchar(max)''), 1, 2, N''''), N''base'')) AS finding
WHERE NOT ((SELECT CASE WHEN count(*) = 1 AND count(DISTINCT CASE WHEN version_num COLLATE Latin1_General_BIN2 IN (N''r1'') THEN version_num COLLATE Latin1_General_BIN2 END) = 1 THEN 1 ELSE 0 END FROM [shop].[migrator_version]) = 1)';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
IF @migrator_rows > 0 SET @migrator_on = 0;
END;
END;

IF @migrator_on = 1
BEGIN
PRINT N'9. It touches these tables. (name | rows_about | bytes)';
EXEC sp_executesql N'SELECT SCHEMA_NAME(o.schema_id) + N''.'' + o.name AS name,
    CONVERT(nvarchar(20), SUM(CASE WHEN p.index_id IN (0, 1) AND a.type = 1 THEN p.rows ELSE 0 END)) AS rows_about,
    CONVERT(nvarchar(20), SUM(a.total_pages) * 8192) AS bytes
  FROM sys.objects o JOIN sys.partitions p ON p.object_id = o.object_id
    JOIN sys.allocation_units a ON a.container_id = p.partition_id
  WHERE (SCHEMA_NAME(o.schema_id) = SCHEMA_NAME() AND o.name IN (N''item''))
  GROUP BY o.schema_id, o.name
  ORDER BY 1';
END;

IF @migrator_on = 1
BEGIN
PRINT N'10. The roles that it names are there. (finding)';
EXEC sp_executesql N'SELECT finding FROM (
SELECT CASE WHEN HAS_PERMS_BY_NAME(DB_NAME(), N''DATABASE'', N''VIEW DEFINITION'') = 1 AND DATABASE_PRINCIPAL_ID(N''it''''s@localhost'') IS NULL THEN N''expects the user or role it''''s@localhost, but there is none'' END AS finding
) asked WHERE finding IS NOT NULL';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;

IF @migrator_on = 1
BEGIN
PRINT N'11. These roles may be missing when it comes to them: its own SQL may make them, or they are not shown. (finding)';
EXEC sp_executesql N'SELECT finding FROM (
SELECT CASE WHEN HAS_PERMS_BY_NAME(DB_NAME(), N''DATABASE'', N''VIEW DEFINITION'') = 1 AND DATABASE_PRINCIPAL_ID(N''made'') IS NULL THEN N''expects the user or role made, but there is none'' END AS finding
) asked WHERE finding IS NOT NULL';
END;

IF @migrator_on = 1
BEGIN
PRINT N'12. Nothing has the names of what it makes. (finding)';
EXEC sp_executesql N'SELECT finding FROM (
SELECT (SELECT IIF(COUNT(*) = 1, N''makes table '', N''makes tables '') + STRING_AGG(CAST(N'''' + name AS nvarchar(max)), N'', '') WITHIN GROUP (ORDER BY name) + IIF(COUNT(*) = 1, N'', but that name is taken already'', N'', but those names are taken already'') FROM sys.objects
      WHERE schema_id = SCHEMA_ID() AND name IN (N''thing'', N''it''''s'')) AS finding
UNION ALL
SELECT (SELECT IIF(COUNT(*) = 1, N''makes column '', N''makes columns '') + STRING_AGG(CAST(N'''' + name AS nvarchar(max)), N'', '') WITHIN GROUP (ORDER BY name) + IIF(COUNT(*) = 1, N'', but that name is taken already'', N'', but those names are taken already'') FROM (SELECT t.name + N''.'' + c.name AS name FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id
      WHERE t.schema_id = SCHEMA_ID() AND (t.name = N''item'' AND c.name IN (N''it''''s n'', N''other''))) found) AS finding
) asked WHERE finding IS NOT NULL';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;

IF @migrator_on = 1
BEGIN
PRINT N'13. Revision r2 loses no values of item.it''s. (found | first_one)';
EXEC sp_executesql N'SELECT found, (SELECT TOP (1) CONCAT(N''id = '', LEFT(CAST([id] AS nvarchar(4000)), 60)) FROM [item] WHERE [it''s] IS NOT NULL ORDER BY [id]) AS first_one FROM (SELECT (SELECT COUNT_BIG(*) FROM [item] WHERE [it''s] IS NOT NULL) AS found) asked WHERE found > 0';
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;
END;

IF @migrator_on = 1
BEGIN
PRINT N'14. Asked while it runs, because something before it makes or changes what it looks at. (finding)';
EXEC sp_executesql N'SELECT N''revision r2: duplicates in item (it''''s n)'' AS finding
UNION ALL
SELECT N''revision r3: values of item.n'' AS finding';
END;

ROLLBACK TRANSACTION;
IF @migrator_found = 0 AND @migrator_open > 0
BEGIN
  SET @migrator_message = N'upgrade.sql goes on where it stopped, but rows may stop it: they were not looked at';
  RAISERROR(N'%s', 16, 127, @migrator_message);
END
ELSE IF @migrator_found = 0
  PRINT N'upgrade.sql would run';
ELSE
BEGIN
  SET @migrator_message = N'upgrade.sql would refuse: see what was found above: ' + CONVERT(nvarchar(20), @migrator_found);
  RAISERROR(N'%s', 16, 127, @migrator_message);
END;
GO
