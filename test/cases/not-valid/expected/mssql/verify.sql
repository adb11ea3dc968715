-- verify.sql: made by migrator for SQL Server 2019 and sqlcmd
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- It compares a database with what the revisions up to c5386ab0 say of it: tables, keys, indexes and other
-- objects by the catalog, the version rows, and what the ledger and the log say.
-- Run it after upgrade.sql.
-- Things that no revision speaks of are not looked at, but for what stands in one of their tables.
--
-- To: c5386ab0
-- It only reads: it changes nothing, and may run again at any time.
--
-- Version table: migrator_version
-- Script: 8ed1dbb3c7fb9082f4c90f0c7f3f75483fcec9c71a23a4f3f0f10ceae0d02efe
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

PRINT N'1. Tables and columns are as the revisions say. (kind | name | expected | found)';
SELECT kind, place + N'.' + name AS name,
    COALESCE(MAX(expected), N'nothing') AS expected, COALESCE(MAX(found), N'nothing') AS found
FROM (
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(CASE place WHEN N'.' THEN SCHEMA_NAME() ELSE place END AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (VALUES
    (N'table', N'.', N'item', N'table'),
    (N'column', N'.', N'item.id', N'not null'),
    (N'type', N'.', N'item.id', N'integer'),
    (N'default', N'.', N'item.id', N'no'),
    (N'column', N'.', N'item.name', N'not null'),
    (N'type', N'.', N'item.name', N'text'),
    (N'default', N'.', N'item.name', N'no'),
    (N'column', N'.', N'item.state', N'not null'),
    (N'type', N'.', N'item.state', N'text'),
    (N'default', N'.', N'item.state', N'yes'),
    (N'column', N'.', N'item.amount', N'not null'),
    (N'type', N'.', N'item.amount', N'integer'),
    (N'default', N'.', N'item.amount', N'yes'),
    (N'column', N'.', N'item.price', N'null'),
    (N'type', N'.', N'item.price', N'integer'),
    (N'default', N'.', N'item.price', N'no'),
    (N'column', N'.', N'item.due', N'null'),
    (N'type', N'.', N'item.due', N'date'),
    (N'default', N'.', N'item.due', N'no')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'table' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name) COLLATE DATABASE_DEFAULT AS name, N'table' AS says
    FROM sys.tables o WHERE o.object_id IN (
    OBJECT_ID(N'[item]'))) here
UNION ALL
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'column' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name + N'.' + c.name) COLLATE DATABASE_DEFAULT AS name, 
      CASE WHEN c.is_computed = 1 THEN N'computed' WHEN c.is_nullable = 1 THEN N'null' ELSE N'not null' END AS says
    FROM sys.tables o JOIN sys.columns c ON c.object_id = o.object_id
  WHERE o.object_id IN (
    OBJECT_ID(N'[item]'))) here
UNION ALL
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'type' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name + N'.' + c.name) COLLATE DATABASE_DEFAULT AS name,
      CASE WHEN (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT IN (N'tinyint', N'smallint', N'int', N'bigint') THEN N'integer'
        WHEN (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT IN (N'decimal', N'numeric', N'money', N'smallmoney') THEN N'decimal'
        WHEN (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT IN (N'float', N'real') THEN N'float'
        WHEN (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT IN (N'char', N'varchar', N'nchar', N'nvarchar', N'text', N'ntext') THEN N'text'
        WHEN (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT IN (N'datetime', N'datetime2', N'smalldatetime', N'datetimeoffset', N'timestamp') THEN N'timestamp'
        WHEN (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT IN (N'uniqueidentifier') THEN N'uuid'
        WHEN (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT IN (N'binary', N'varbinary', N'image') THEN N'binary'
        ELSE (TYPE_NAME(c.system_type_id)) COLLATE DATABASE_DEFAULT END AS says
    FROM sys.tables o JOIN sys.columns c ON c.object_id = o.object_id
  WHERE o.object_id IN (
    OBJECT_ID(N'[item]')) AND c.is_computed = 0) here
UNION ALL
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'default' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name + N'.' + c.name) COLLATE DATABASE_DEFAULT AS name,
      CASE WHEN c.default_object_id <> 0 OR c.is_identity = 1 THEN N'yes' ELSE N'no' END AS says
    FROM sys.tables o JOIN sys.columns c ON c.object_id = o.object_id
  WHERE o.object_id IN (
    OBJECT_ID(N'[item]'))) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN (N'column', N'primary key', N'unique', N'foreign key', N'check', N'exclude', N'index'))
    OR (MAX(found) IS NULL AND kind NOT IN (N'type', N'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;

PRINT N'2. Keys and checks are as the revisions say. (kind | name | expected | found)';
SELECT kind, place + N'.' + name AS name,
    COALESCE(MAX(expected), N'nothing') AS expected, COALESCE(MAX(found), N'nothing') AS found
FROM (
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(CASE place WHEN N'.' THEN SCHEMA_NAME() ELSE place END AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (VALUES
    (N'primary key', N'.', N'item', N'(id)'),
    (N'check', N'.', N'item.item_amount', N'check')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'primary key' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name) COLLATE DATABASE_DEFAULT AS name, (N'(' + STUFF((SELECT N', ' + c.name FROM sys.index_columns ic JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
      WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0 ORDER BY ic.key_ordinal
      FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'') + N')') COLLATE DATABASE_DEFAULT AS says
    FROM sys.tables o JOIN sys.indexes i ON i.object_id = o.object_id AND i.is_primary_key = 1
  WHERE o.object_id IN (
    OBJECT_ID(N'[item]'))) here
UNION ALL
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'foreign key' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name + N'.' + k.name) COLLATE DATABASE_DEFAULT AS name,
      (N'(' + STUFF((SELECT N', ' + c.name FROM sys.foreign_key_columns f JOIN sys.columns c ON c.object_id = f.parent_object_id AND c.column_id = f.parent_column_id
      WHERE f.constraint_object_id = k.object_id ORDER BY f.constraint_column_id
      FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'') + N')' + N' references ' + OBJECT_NAME(k.referenced_object_id) + N' ' + N'(' + STUFF((SELECT N', ' + c.name FROM sys.foreign_key_columns f JOIN sys.columns c ON c.object_id = f.referenced_object_id AND c.column_id = f.referenced_column_id
      WHERE f.constraint_object_id = k.object_id ORDER BY f.constraint_column_id
      FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'') + N')' + CASE WHEN k.is_disabled = 1 THEN N' DISABLED' WHEN k.is_not_trusted = 1 THEN N' NOT VALID' ELSE N'' END) COLLATE DATABASE_DEFAULT AS says
    FROM sys.foreign_keys k JOIN sys.tables o ON o.object_id = k.parent_object_id
  WHERE o.object_id IN (
    OBJECT_ID(N'[item]'))) here
UNION ALL
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'check' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name + N'.' + k.name) COLLATE DATABASE_DEFAULT AS name, (N'check' + CASE WHEN k.is_disabled = 1 THEN N' DISABLED' WHEN k.is_not_trusted = 1 THEN N' NOT VALID' ELSE N'' END) COLLATE DATABASE_DEFAULT AS says
    FROM sys.check_constraints k JOIN sys.tables o ON o.object_id = k.parent_object_id
  WHERE k.is_system_named = 0 AND o.object_id IN (
    OBJECT_ID(N'[item]'))) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN (N'column', N'primary key', N'unique', N'foreign key', N'check', N'exclude', N'index'))
    OR (MAX(found) IS NULL AND kind NOT IN (N'type', N'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;

PRINT N'3. Indexes are as the revisions say. (kind | name | expected | found)';
SELECT kind, place + N'.' + name AS name,
    COALESCE(MAX(expected), N'nothing') AS expected, COALESCE(MAX(found), N'nothing') AS found
FROM (
SELECT CAST(kind AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS kind, CAST(place AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS place, CAST(name AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS name, CAST(NULL AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS expected, CAST(says AS nvarchar(4000)) COLLATE DATABASE_DEFAULT AS found
  FROM (SELECT N'index' AS kind, (SCHEMA_NAME(o.schema_id)) COLLATE DATABASE_DEFAULT AS place, (o.name + N'.' + i.name) COLLATE DATABASE_DEFAULT AS name,
      (CASE i.is_unique WHEN 1 THEN N'unique ' ELSE N'' END + N'(' + STUFF((SELECT N', ' + c.name FROM sys.index_columns ic JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
      WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0 ORDER BY ic.key_ordinal
      FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'') + N')' + CASE i.is_disabled WHEN 1 THEN N' DISABLED' ELSE N'' END) COLLATE DATABASE_DEFAULT AS says
    FROM sys.tables o JOIN sys.indexes i ON i.object_id = o.object_id
  WHERE i.type IN (1, 2) AND i.is_primary_key = 0 AND o.object_id IN (
    OBJECT_ID(N'[item]'))) here
) facts
GROUP BY kind, place, name
HAVING (MAX(expected) IS NULL AND kind IN (N'column', N'primary key', N'unique', N'foreign key', N'check', N'exclude', N'index'))
    OR (MAX(found) IS NULL AND kind NOT IN (N'type', N'default'))
    OR (MAX(expected) <> MAX(found))
ORDER BY kind, place, name;
SET @migrator_rows = @@ROWCOUNT;
SET @migrator_found += @migrator_rows;

PRINT N'4. The account may read what is asked next. Where it may not: GRANT SELECT on it, and ask again. (finding)';
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
PRINT N'5. The version rows are: c5386ab0. (kind | name | expected | found)';
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
    (N''version row'', N''.'', N''c5386ab0'', N''there'')
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
PRINT N'6. No revision was left half done. (kind | name | expected | found)';
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
PRINT N'7. The log says that these revisions were applied last, as they are written here. (kind | name | expected | found)';
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
    (N''log row'', N''.'', N''a5386ab0'', N''up 77e2926b61bdcdc4106a22fbf0d581ea215372e7a1ba441d2c62670175c33d19''),
    (N''log row'', N''.'', N''b5386ab0'', N''up b8adf02ac451bdd92f868d234f7459a98cfdd3155a051ef477d2abc7ebd43974''),
    (N''log row'', N''.'', N''c5386ab0'', N''up 76f0673fc3a24f0c4f28bea4a396ebaf9e7438dde6a34cd828de187f68618381'')
  ) AS told (kind, place, name, says)
UNION ALL
SELECT CAST(name AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS name, CAST(NULL AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS expected, CAST(says AS nvarchar(4000)) COLLATE Latin1_General_BIN2 AS found
  FROM (SELECT revision AS name, direction + N'' '' + digest AS says FROM [migrator_version_log]
    WHERE entry IN (SELECT MAX(entry) FROM [migrator_version_log] GROUP BY revision) AND revision IN (
    N''a5386ab0'', N''b5386ab0'', N''c5386ab0'')) here
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
  PRINT N'verified: the database is what the revisions say at c5386ab0';
ELSE
BEGIN
  SET @migrator_message = N'not verified: the database is not what the revisions say: ' + CONVERT(nvarchar(20), @migrator_found);
  RAISERROR(N'%s', 16, 127, @migrator_message);
END;
GO
