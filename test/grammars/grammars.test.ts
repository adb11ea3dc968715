import { describe, expect, test } from 'vitest';
import { innerMssql, innerOracle } from '../clients/inner.ts';
import { splitPsql } from '../clients/psql.ts';
import { splitSqlcmd } from '../clients/sqlcmd.ts';
import { splitSqlplus } from '../clients/sqlplus.ts';
import { type Grammar, parseWith } from './antlr.ts';
import { gaps } from './gaps.ts';
import { parsePostgres } from './postgres.ts';
import { parseMssql, parseMysql, parseOracle, parseScript } from './script.ts';

const sqlcmd = `SET NOCOUNT ON;
SET XACT_ABORT ON;
GO
-- ---- revision b2
BEGIN TRY
  IF @@TRANCOUNT <> 0 THROW 50001, N'refused: a transaction is open', 127;
  BEGIN TRANSACTION;
  DECLARE @lock int, @found nvarchar(2000) = N'(none)', @message nvarchar(2048);
  EXEC @lock = sp_getapplock @Resource = N'migrator', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 0;
  IF OBJECT_ID(N'dbo.version', N'U') IS NOT NULL
    EXEC sp_executesql N'SELECT @f = COALESCE(@f + N'', '', N'''') + id FROM dbo.version', N'@f nvarchar(2000) OUTPUT', @f = @found OUTPUT;
  IF @found <> N'a1'
  BEGIN
    SET @message = N'refused: found ' + @found;
    THROW 50003, @message, 127;
  END;
  EXEC(N'CREATE TABLE [author] ([id] int IDENTITY(1,1) NOT NULL PRIMARY KEY, [name] nvarchar(50) NOT NULL DEFAULT N''it''''s'')');
  EXEC(N'CREATE VIEW [names] AS SELECT [name] FROM [author]');
  EXEC(N'ALTER TABLE [author] DROP CONSTRAINT ' + @message);
  COMMIT TRANSACTION;
END TRY
BEGIN CATCH
  IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
  THROW;
END CATCH;
GO
`;

const sqlplus = `SET DEFINE OFF
SET SQLBLANKLINES ON
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
PROMPT revision b2
ALTER SESSION SET DDL_LOCK_TIMEOUT = 30
/
DECLARE
  v_found VARCHAR2(4000);
  PROCEDURE ddl(p_step NUMBER, p_sql VARCHAR2) IS
  BEGIN
    EXECUTE IMMEDIATE p_sql;
  END;
BEGIN
  EXECUTE IMMEDIATE q'[SELECT LISTAGG(id, ', ') WITHIN GROUP (ORDER BY id) FROM version]' INTO v_found;
  IF v_found <> 'a1' THEN
    RAISE_APPLICATION_ERROR(-20003, 'refused: found ' || v_found);
  END IF;
  ddl(1, q'[CREATE TABLE author (id NUMBER(10) NOT NULL, name VARCHAR2(50 CHAR) DEFAULT 'it''s')]');
  ddl(2, 'INSERT INTO author (name)' || CHR(10) || 'VALUES (''b'')');
  COMMIT;
END;
/
CREATE INDEX author_name ON author (name);
COMMIT
/
EXIT SUCCESS COMMIT
`;

const mariadb = `SET NAMES utf8mb4;
SET SESSION tx_read_only = 1;
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE found VARCHAR(200);
  SELECT GROUP_CONCAT(id ORDER BY id) INTO found FROM version;
  IF found <> 'a1' THEN SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30003, MESSAGE_TEXT = 'refused; not at a1'; END IF;
END//
DELIMITER ;
-- ---- revision b2
CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL DEFAULT 'it''s', data JSON) ENGINE=InnoDB;
ALTER TABLE author DROP COLUMN IF EXISTS data;
`;
const mysql = `SET @q = 'SELECT 1; SELECT 2'; # not two
PREPARE s FROM @q; EXECUTE s; DEALLOCATE PREPARE s;
DELIMITER //
CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END; SELECT 1; END//
DELIMITER ;
CALL p();
ALTER TABLE author RENAME COLUMN a TO b, DROP CHECK c;
`;

const psql = `\\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SELECT count(*) = 0 AS fresh FROM pg_class WHERE relname = 'x' \\gset
\\if :fresh
BEGIN;
DO $guard$
BEGIN
  IF (SELECT string_agg(id, ', ') FROM version) IS DISTINCT FROM 'a1' THEN
    RAISE EXCEPTION 'refused; not at %', 'a1';
  END IF;
END
$guard$;
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC; SELECT CASE WHEN true THEN 1 END; END;
CREATE RULE r AS ON INSERT TO a DO ALSO (SELECT 1; SELECT 2);
SELECT '{1}'::int[] , ':name', 'a'::text::"mood";
COMMIT;
\\endif
`;

/** Each mistake: what is written instead of what, and the line on which it must be told. */
const mistakes: Readonly<Record<string, readonly (readonly [from: string, to: string, line: number])[]>> = {
  sqlcmd: [
    ['NOT NULL PRIMARY KEY', 'NOT NULL PRIMARY', 17],
    ["N''it''''s''", "N''it''s''", 17],
    ['AS SELECT [name]', 'AS SELCT [name]', 18],
    ['END TRY', 'END TRYY', 21],
    ['COALESCE(@f', 'COALESCE((@f', 11],
    ['  COMMIT', '  CREATE VIEW v AS SELECT 1 AS x;\n  COMMIT', 20],
    ['  COMMIT', '  DECLARE @lock int;\n  COMMIT', 20],
    ['  THROW;', '  THROW;\n  -- $(name)', 25],
    ["N'refused: found '", "N'refused:\nGO\nfound '", 15],
    ['BEGIN TRANSACTION;', 'BEGIN TRANSACTION;\n  EXIT', 8],
    ['CATCH;\nGO', 'CATCH;\nGO 5', 26],
  ],
  sqlplus: [
    ['NUMBER(10) NOT NULL,', 'NUMBER(10 NOT NULL,', 19],
    ["''b'')'", "''b'''", 21],
    ['END IF;', 'END;', 18],
    ['WITHIN GROUP (ORDER', 'WITHIN GROUP ORDER', 15],
    ['(name);', '(name);\n/', 25],
    ['SET DEFINE OFF', 'PROMPT a & b', 1],
    ['COMMIT\n/', 'COMIT\n/', 25],
    ['COMMIT\n/', "INSERT INTO author (name) VALUES ('a;\nb')\n/", 25],
    ['PROMPT revision b2', 'PROMPT revision b2 -', 5],
    ['COMMIT\n/\nEXIT SUCCESS COMMIT', 'SELECT 1 FROM dual', 25],
    ['-20003', '-20003 '.padEnd(2600), 17],
  ],
  mariadb: [
    ['END IF;', 'END IF', 8],
    ['AUTO_INCREMENT PRIMARY', 'AUTO_INCREMENT PRIMRY', 11],
    ['DEFAULT', "COMMENT 'a\r\nb' DEFAULT", 11],
    ['IF EXISTS data;', 'IF EXISTS data', 12],
    ['DROP COLUMN', 'DROPP COLUMN', 12],
  ],
  mysql: [
    ['RESIGNAL; END;', 'RESIGNAL; ', 4],
    ['DEALLOCATE PREPARE s', 'DEALLOCATE PREPAR s', 2],
    ['CALL p()', '/*!50000 CALL */ p()', 6],
    ['TO b', 'AS b', 7],
  ],
  psql: [
    ['count(*) =', 'count(*) = =', 3],
    ['END IF;', 'END;', 10],
    ['COMMIT;', 'COMMIT TRANSACTIN;', 16],
    ['CREATE RULE r AS', 'CREATE RULE r', 14],
    ['RAISE EXCEPTION', 'RAISED EXCEPTION', 9],
    ["':name'", ":'name'", 15],
  ],
};

type Client = Parameters<typeof parseScript>[0];
const antlrScripts: readonly (readonly [Client, string])[] = [
  ['sqlcmd', sqlcmd],
  ['sqlplus', sqlplus],
  ['mariadb', mariadb],
  ['mysql', mysql],
];

describe.each(antlrScripts)('a script for %s', (client, script) => {
  test('is read without a fault', () => {
    expect(parseScript(client, script)).toEqual([]);
  });

  test.each(mistakes[client]!)('%j written as %j is told', (from, to, line) => {
    expect(script).toContain(from);
    const faults = parseScript(
      client,
      script.replace(from, () => to),
    );
    expect(faults.map((fault) => fault.line)).toContain(line);
  });
});

describe('a script for psql', () => {
  test('is read without a fault', async () => {
    expect(await parsePostgres(psql)).toEqual([]);
    expect(splitPsql(psql).pieces).toHaveLength(8);
  });

  test.each(mistakes.psql!)('%j written as %j is told', async (from, to, line) => {
    expect(psql).toContain(from);
    const [first] = await parsePostgres(psql.replace(from, () => to));
    expect(Math.abs((first?.line ?? 0) - line), JSON.stringify(first)).toBeLessThan(7);
  });
});

describe('statements within strings', () => {
  test('of T-SQL', () => {
    const [, batch] = splitSqlcmd(sqlcmd).pieces;
    expect(innerMssql(batch!).map(({ sql, line }) => [line, sql])).toEqual([
      [11, "SELECT @f = COALESCE(@f + N', ', N'') + id FROM dbo.version"],
      [
        17,
        "CREATE TABLE [author] ([id] int IDENTITY(1,1) NOT NULL PRIMARY KEY, [name] nvarchar(50) NOT NULL DEFAULT N'it''s')",
      ],
      [18, 'CREATE VIEW [names] AS SELECT [name] FROM [author]'],
      [19, 'ALTER TABLE [author] DROP CONSTRAINT placeholder'],
    ]);
    expect(innerMssql({ sql: "EXEC(N'SELECT N''$' + N'(x)' + NCHAR(13) + N''' AS a')", line: 1 })).toEqual([
      { sql: "SELECT N'$(x)\r' AS a", line: 1 },
    ]);
  });

  test('of PL/SQL', () => {
    const [, block] = splitSqlplus(sqlplus).pieces;
    expect(innerOracle(block!).map(({ sql, line }) => [line, sql])).toEqual([
      [15, "SELECT LISTAGG(id, ', ') WITHIN GROUP (ORDER BY id) FROM version"],
      [19, "CREATE TABLE author (id NUMBER(10) NOT NULL, name VARCHAR2(50 CHAR) DEFAULT 'it''s')"],
      [20, "INSERT INTO author (name)\nVALUES ('b')"],
    ]);
  });
});

test('a table made with quotes is not found without them', () => {
  const block = (sql: string) => `BEGIN\n  EXECUTE IMMEDIATE q'[${sql}]';\nEND;\n/\n`;
  const stops = 'WHENEVER SQLERROR EXIT FAILURE ROLLBACK\n';
  const made = stops + block('create table "item" ("id" integer not null, "state" varchar2(9) default \'item\')');
  const asked = (sql: string) =>
    parseScript('sqlplus', `${made}${block(sql)}EXIT SUCCESS ROLLBACK\n`).map(({ line, near }) => [line, near]);
  expect(asked('update "item" set "state" = \'id\' where "id" = 1')).toEqual([]);
  expect(asked('update item set "state" = \'id\' where ID = 1')).toEqual([
    [7, 'item'],
    [7, 'ID'],
  ]);
});

describe('single statements', () => {
  test.each([
    'CREATE UNIQUE INDEX i ON a (b) WHERE b IS NOT NULL WITH (ONLINE = ON)',
    'ALTER TABLE a ADD b int NULL, c int NOT NULL CONSTRAINT d DEFAULT 1',
    "exec sp_rename N'a.b', N'c', 'COLUMN'",
    'MERGE a AS t USING b AS s ON t.i = s.i WHEN MATCHED THEN UPDATE SET x = 1 WHEN NOT MATCHED THEN INSERT (i) VALUES (1);',
  ])('T-SQL: %s', (sql) => {
    expect(parseMssql(sql)).toEqual([]);
    expect(parseMssql(`${sql} ) `)).not.toEqual([]);
  });

  test.each([
    'CREATE TABLE a (id NUMBER(10) GENERATED BY DEFAULT ON NULL AS IDENTITY, d TIMESTAMP(6) WITH TIME ZONE)',
    'ALTER TABLE a MODIFY (b VARCHAR2(30) NOT NULL)',
    'ALTER TABLE a ADD CONSTRAINT c CHECK (b > 1) ENABLE NOVALIDATE',
    'INSERT ALL INTO a VALUES (1) INTO a VALUES (2) SELECT 1 FROM dual',
    "COMMENT ON COLUMN a.b IS 'x'",
  ])('Oracle: %s', (sql) => {
    expect(parseOracle(sql)).toEqual([]);
    expect(parseOracle(`${sql} ) `)).not.toEqual([]);
    expect(parseOracle(`${sql} extra stuff`)).not.toEqual([]);
  });

  test.each([
    "CREATE TABLE a (b int GENERATED ALWAYS AS (c + 1) STORED, c enum('a','b') NOT NULL) ENGINE=InnoDB COMMENT='x'",
    'ALTER TABLE a ADD CONSTRAINT c CHECK (b > 1) NOT ENFORCED',
    'INSERT INTO a (b) VALUES (1) ON DUPLICATE KEY UPDATE b = VALUES(b)',
  ])('MySQL: %s', (sql) => {
    expect(parseMysql(sql)).toEqual([]);
    expect(parseMysql(`${sql} extra stuff`)).not.toEqual([]);
  });
});

/** Who says what the grammars have not learned. */
const manuals: Readonly<Record<Grammar, string>> = {
  mssql: 'https://learn.microsoft.com/sql/t-sql/',
  oracle: 'https://docs.oracle.com/en/database/oracle/oracle-database/',
  mysql: 'https://dev.mysql.com/doc/refman/8.0/en/',
  mariadb: 'https://mariadb.com/kb/en/',
};

test.each(gaps)('the $grammar grammar still lacks: $why', ({ grammar, example, manual }) => {
  expect(manual.startsWith(manuals[grammar]), manual).toBe(true);
  expect(parseWith(grammar, { sql: example, line: 1 })).toEqual([]);
  expect(parseWith(grammar, { sql: example, line: 1 }, [])).not.toEqual([]);
});
