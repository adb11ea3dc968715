-- upgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   col03
-- Version table: migrator_version
-- Script: e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43
--
-- Revisions, in this order:
--   1. up col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
--   2. up col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. up col03 Columns of every type are renamed and dropped.
--      sha256 aad3bb5db505d57ee05f435512c378c7e17e7365f2fe552c2c0ea8399ccd0ad5
--
-- Run it:
--   mysql --default-character-set=utf8mb4 --verbose DATABASE < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   mysql DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:col03 --target mysql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects an engine that can undo what fails, as InnoDB can, of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- It waits at most 30 s for a lock (lock_wait_timeout).
-- A statement that waited too long fails (Lock wait timeout exceeded), and what was committed before it stays.
-- See who holds the lock, and run the same file again:
--   SELECT trx_mysql_thread_id, trx_started, trx_query FROM information_schema.innodb_trx

SET NAMES utf8mb4;
SELECT 'this script is for MySQL (dialect = "mysql"), and the server is MariaDB: it needs a script of its own' AS migrator FROM DUAL WHERE VERSION() LIKE '%MariaDB%';
SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET autocommit = 1;
SET SESSION default_storage_engine = InnoDB;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 30;
SET SESSION innodb_lock_wait_timeout = 30;
SET SESSION group_concat_max_len = 65535;
SET SESSION sql_safe_updates = 0, sql_big_selects = 1, sql_select_limit = DEFAULT;
SET @migrator_frozen = IF(@@transaction_read_only, COALESCE(@migrator_frozen, 1), 0);
SET @migrator_place = NULL;
-- The session stays read-only until the guard below has passed.
SET SESSION TRANSACTION READ ONLY;

SET @migrator_no = CASE WHEN DATABASE() IS NULL THEN 'migration refused: no database is selected' END;
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN GET_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`'))), 0) = 1 THEN NULL
  ELSE 'migration refused: another session is running a script on this database'
END;
SET @migrator_there = @migrator_no IS NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version');
SET @migrator_found = IF(@migrator_there, 'an unreadable version table', 'base'),
  @migrator_fits = NOT @migrator_there AND 1, @migrator_done = NOT @migrator_there AND 0;
SET @migrator_sql = IF(@migrator_there,
  CONCAT('SELECT count(*) = 0, ',
    '    count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''col03'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_left = 0, @migrator_place = 0;
SET @migrator_sql = IF(@migrator_there AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'),
  CONCAT('SELECT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> ''e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43''), IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = ''e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43''), COALESCE(CASE @migrator_found ',
    '      WHEN ''col01'' THEN 1 ',
    '      WHEN ''col02'' THEN 2 ',
    '    END, 0), 0) INTO @migrator_left, @migrator_place '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_place = IF(@migrator_fits = 1, 0, @migrator_place);
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN @migrator_left THEN 'migration refused: another script left a revision half done'
  WHEN @migrator_done = 1 THEN 'already applied: the database is at col03, nothing was changed'
  WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
  WHEN @migrator_fits <> 1 AND @migrator_place = 0 THEN CONCAT('migration refused: upgrade.sql needs the database at base, but it is at ', @migrator_found)
END;
SET @migrator_asked = @migrator_no;
SET @migrator_no = COALESCE(@migrator_no, 'migration refused: upgrade.sql cannot ask what it expects');
SET @migrator_no = IF(@migrator_asked IS NULL, CONCAT('migration refused: upgrade.sql ', COALESCE(
    COALESCE(CASE WHEN @@global.super_read_only THEN 'expects a server that takes changes, but super_read_only is ON' END,
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CONNECTION_ADMIN', 'SUPER'))
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks CONNECTION_ADMIN') END),
    (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES')))), @migrator_asked);
DO IF(@migrator_no IS NULL, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_no LIKE 'migration refused: upgrade.sql expects %' OR @migrator_no LIKE 'migration refused: upgrade.sql makes %' THEN 'Nothing was changed. Mend what it names, or have the script made for what is there.' WHEN @migrator_no = 'migration refused: another script left a revision half done' THEN 'Nothing was changed. `migrator_version_ledger` shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM `migrator_version_ledger`.' WHEN LOCATE('upgrade.sql needs the database at base', @migrator_no) > 0 THEN 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' ELSE 'Nothing was changed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT 'goes on where an earlier run of this script stopped' AS migrator FROM DUAL WHERE @migrator_place > 0;

CREATE TABLE IF NOT EXISTS `migrator_version` (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT `migrator_version_pkc` PRIMARY KEY (version_num)
) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS `migrator_version_ledger` (
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  step INT NOT NULL,
  steps INT NOT NULL,
  state VARCHAR(8) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  CONSTRAINT `migrator_version_ledger_pkc` PRIMARY KEY (revision)
) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS `migrator_version_log` (
  entry INT NOT NULL,
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  message VARCHAR(200),
  applied_at DATETIME(6) NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INT NOT NULL,
  CONSTRAINT `migrator_version_log_pkc` PRIMARY KEY (entry)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- ==== revision col01 Columns of every type, with defaults of each kind. ====
-- from base to col01, revisions/01_columns_of_every.ts

SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision col01: applied already' AS migrator FROM DUAL WHERE @migrator_place > 0;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'col01' AND direction = 'up' AND digest = '1f1eb6cc013bec11cd61bbe345dcc702898cef71ecb7f4256ecdb4f6bb4423fc';
SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'col01' AND direction = 'up' AND digest = '1f1eb6cc013bec11cd61bbe345dcc702898cef71ecb7f4256ecdb4f6bb4423fc');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'col01', 'up', 0, 2, 'done', '1f1eb6cc013bec11cd61bbe345dcc702898cef71ecb7f4256ecdb4f6bb4423fc', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 2 of revision col01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (create table thing (18 columns) (revisions/01_columns_of_every.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create table thing (18 columns) (revisions/01_columns_of_every.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'create table `thing` (
  `id` int not null,
  `short` varchar(20) not null default ''plain'',
  `quoted` varchar(40) not null default ''it''''s a \\\\ and a ;'',
  `empty` varchar(10) null default '''',
  `count` int not null default -1,
  `big` bigint null default 9007199254740993,
  `price` decimal(10, 2) not null default 9.5,
  `ratio` double null default 0.1,
  `active` boolean not null default 1,
  `hidden` boolean not null default 0,
  `day` date null default ''2026-01-31'',
  `made_at` timestamp not null default CURRENT_TIMESTAMP,
  `seen_at` datetime null,
  `opens` time null,
  `code` char(3) not null default ''abc'',
  `remark` text null,
  `picture` blob null,
  `doubled` int null default (1 + 1),
  primary key (`id`)
)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'col01' AND direction = 'up' AND digest = '1f1eb6cc013bec11cd61bbe345dcc702898cef71ecb7f4256ecdb4f6bb4423fc' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'col01' AND direction = 'up' AND digest = '1f1eb6cc013bec11cd61bbe345dcc702898cef71ecb7f4256ecdb4f6bb4423fc' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
INSERT INTO `migrator_version` (version_num) SELECT 'col01' FROM DUAL WHERE NOT @migrator_step >= 2;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'col01', 'up', 2, 2, 'done', '1f1eb6cc013bec11cd61bbe345dcc702898cef71ecb7f4256ecdb4f6bb4423fc', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43' FROM DUAL WHERE NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col01', 'up', 'Columns of every type, with defaults of each kind.', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '1f1eb6cc013bec11cd61bbe345dcc702898cef71ecb7f4256ecdb4f6bb4423fc', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43', 0
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision col01 should leave the database at col01, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision col01: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 2;


-- ==== revision col02 A column comes. ====
-- from col01 to col02, revisions/02_a_column_comes.ts

SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision col02: applied already' AS migrator FROM DUAL WHERE @migrator_place > 1;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5';
SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'col02', 'up', 0, 4, 'done', '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 4 of revision col02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col02 needs the database at col01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (add column thing.colour (varchar(10)) (revisions/02_a_column_comes.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add column thing.colour (varchar(10)) (revisions/02_a_column_comes.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'alter table `thing` add `colour` varchar(10)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 2 THEN 'migration refused: step 2 of 4 of revision col02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col02 needs the database at col01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 2 THEN 'See in a new session whether that step (add column thing.weight (int, NOT NULL) (revisions/02_a_column_comes.ts:17)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add column thing.weight (int, NOT NULL) (revisions/02_a_column_comes.ts:17)
SET @migrator_sql = IF(NOT @migrator_step >= 2, 'alter table `thing` add `weight` int not null default ''0'' comment ''In grams: it''''s exact''', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 3 THEN 'migration refused: step 3 of 4 of revision col02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col02 needs the database at col01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 3 THEN 'See in a new session whether that step (add column thing.checked (boolean, NOT NULL) (revisions/02_a_column_comes.ts:18)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add column thing.checked (boolean, NOT NULL) (revisions/02_a_column_comes.ts:18)
SET @migrator_sql = IF(NOT @migrator_step >= 3, 'alter table `thing` add `checked` boolean not null default ''0''', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'col02' AND direction = 'up' AND digest = '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 4 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col02 needs the database at col01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'col02' WHERE version_num = 'col01' AND NOT @migrator_step >= 4;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'col02', 'up', 4, 4, 'done', '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43' FROM DUAL WHERE NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col02', 'up', 'A column comes.', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '1e172dbf561445faf4d6f5a053dd8a1fee2697310bb9a9ba23edef1e5c76a6b5', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43', 0
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 4 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision col02 should leave the database at col02, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision col02: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 4;


-- ==== revision col03 Columns of every type are renamed and dropped. ====
-- from col02 to col03, revisions/03_another_name.ts

SET @migrator_step = CASE WHEN @migrator_place > 2 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision col03: applied already' AS migrator FROM DUAL WHERE @migrator_place > 2;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834';
SET @migrator_step = CASE WHEN @migrator_place > 2 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

-- revision col03 stops here, with their number and where the first is, when there are
--   values of thing.price, which would be lost
--   values of thing.seen_at, which would be lost
SET @migrator_count = IF(@migrator_step >= 1 OR @migrator_begun = 1, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 1 OR @migrator_begun = 1), 'SELECT (SELECT COUNT(*) FROM `thing` WHERE `price` IS NOT NULL) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `thing` WHERE `price` IS NOT NULL ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: revision col03 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of thing.price', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: revision col03 would lose values of thing.price'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_count = IF(@migrator_step >= 1 OR @migrator_begun = 1, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 1 OR @migrator_begun = 1), 'SELECT (SELECT COUNT(*) FROM `thing` WHERE `seen_at` IS NOT NULL) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `thing` WHERE `seen_at` IS NOT NULL ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: revision col03 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of thing.seen_at', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: revision col03 would lose values of thing.seen_at'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'col03', 'up', 0, 5, 'done', '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 5 of revision col03 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col03 needs the database at col02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (rename column thing.short to label (revisions/03_another_name.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- rename column thing.short to label (revisions/03_another_name.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'alter table `thing` rename column `short` to `label`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 2 THEN 'migration refused: step 2 of 5 of revision col03 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col03 needs the database at col02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 2 THEN 'See in a new session whether that step (rename column thing.remark to note (revisions/03_another_name.ts:17)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- rename column thing.remark to note (revisions/03_another_name.ts:17)
SET @migrator_sql = IF(NOT @migrator_step >= 2, 'alter table `thing` rename column `remark` to `note`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- revision col03 stops here, with their number and where the first is, when there are
--   values of thing.price, which would be lost
SET @migrator_count = IF(@migrator_step >= 3 OR @migrator_begun = 3, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 3 OR @migrator_begun = 3), 'SELECT (SELECT COUNT(*) FROM `thing` WHERE `price` IS NOT NULL) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `thing` WHERE `price` IS NOT NULL ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: revision col03 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of thing.price', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: revision col03 would lose values of thing.price'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 3 THEN 'migration refused: step 3 of 5 of revision col03 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col03 needs the database at col02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 3 THEN 'See in a new session whether that step (drop column thing.price (revisions/03_another_name.ts:18)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop column thing.price (revisions/03_another_name.ts:18)
SET @migrator_sql = IF(NOT @migrator_step >= 3, 'alter table `thing` drop `price`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- revision col03 stops here, with their number and where the first is, when there are
--   values of thing.seen_at, which would be lost
SET @migrator_count = IF(@migrator_step >= 4 OR @migrator_begun = 4, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 4 OR @migrator_begun = 4), 'SELECT (SELECT COUNT(*) FROM `thing` WHERE `seen_at` IS NOT NULL) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `thing` WHERE `seen_at` IS NOT NULL ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: revision col03 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of thing.seen_at', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: revision col03 would lose values of thing.seen_at'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 4 THEN 'migration refused: step 4 of 5 of revision col03 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 4 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col03 needs the database at col02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 4 THEN 'See in a new session whether that step (drop column thing.seen_at (revisions/03_another_name.ts:19)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 3, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop column thing.seen_at (revisions/03_another_name.ts:19)
SET @migrator_sql = IF(NOT @migrator_step >= 4, 'alter table `thing` drop `seen_at`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 4, state = 'started'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 4, state = 'done'
  WHERE revision = 'col03' AND direction = 'up' AND digest = '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 5 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col03 needs the database at col02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'col03' WHERE version_num = 'col02' AND NOT @migrator_step >= 5;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'col03', 'up', 5, 5, 'done', '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43' FROM DUAL WHERE NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col03', 'up', 'Columns of every type are renamed and dropped.', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '25687d4f656a64fb39712235b7d45fc4c4158a4a387f81e65c008e23fc45a834', 'e70792e91dfb438924d907751ada0ad1e7177ae96a6831909f49b927d4697e43', 0
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 5 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision col03 should leave the database at col03, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision col03: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 5;


SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration not complete: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration not complete: upgrade.sql should leave the database at col03, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_place IS NULL;
SELECT 'done: the database is at col03' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_place IS NULL;
SET @migrator_frozen = IF(@@transaction_read_only, @migrator_frozen, NULL);
DO IF(@@transaction_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
