-- upgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   im01
-- Version table: migrator_version
-- Script: 4f6ef5cfd117a5a12d60900a824cb15bac76cbc28fc26e78aa5723cd3f0c140c
--
-- Revisions, in this order:
--   1. up im01 An index of another method (hash).
--      sha256 b63d0f27f7b8833deeeef3b2e7b3797e844c65284d55adba0a32736c1c9d4c08
--
-- Run it:
--   mysql --default-character-set=utf8mb4 --verbose DATABASE < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   mysql DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:im01 --target mysql
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
    '    count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''im01'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_left = 0, @migrator_place = 0;
SET @migrator_sql = IF(@migrator_there AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'),
  CONCAT('SELECT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> ''4f6ef5cfd117a5a12d60900a824cb15bac76cbc28fc26e78aa5723cd3f0c140c''), 0 INTO @migrator_left, @migrator_place '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_place = IF(@migrator_fits = 1, 0, @migrator_place);
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN @migrator_left THEN 'migration refused: another script left a revision half done'
  WHEN @migrator_done = 1 THEN 'already applied: the database is at im01, nothing was changed'
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

-- ==== revision im01 An index of another method (hash). ====
-- from base to im01, revisions/01_an_index.ts

SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision im01: applied already' AS migrator FROM DUAL WHERE @migrator_place > 0;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'im01' AND direction = 'up' AND digest = '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff';
SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'im01' AND direction = 'up' AND digest = '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'im01', 'up', 0, 3, 'done', '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff', '4f6ef5cfd117a5a12d60900a824cb15bac76cbc28fc26e78aa5723cd3f0c140c' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 3 of revision im01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision im01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (create table job (2 columns) (revisions/01_an_index.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create table job (2 columns) (revisions/01_an_index.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'create table `job` (`id` int not null, `state` varchar(20) not null, primary key (`id`))', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'im01' AND direction = 'up' AND digest = '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'im01' AND direction = 'up' AND digest = '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 2 THEN 'migration refused: step 2 of 3 of revision im01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision im01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 2 THEN 'See in a new session whether that step (create index job_state on job (state) (revisions/01_an_index.ts:20)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create index job_state on job (state) (revisions/01_an_index.ts:20)
SET @migrator_sql = IF(NOT @migrator_step >= 2, 'alter table `job` add index `job_state` using hash (`state`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'im01' AND direction = 'up' AND digest = '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'im01' AND direction = 'up' AND digest = '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision im01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
INSERT INTO `migrator_version` (version_num) SELECT 'im01' FROM DUAL WHERE NOT @migrator_step >= 3;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'im01', 'up', 3, 3, 'done', '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff', '4f6ef5cfd117a5a12d60900a824cb15bac76cbc28fc26e78aa5723cd3f0c140c' FROM DUAL WHERE NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'im01', 'up', 'An index of another method (hash).', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '2f33689d3ea865176630bbc549475863e9fab234aaa9036b03815056640efbff', '4f6ef5cfd117a5a12d60900a824cb15bac76cbc28fc26e78aa5723cd3f0c140c', 0
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('im01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision im01 should leave the database at im01, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision im01: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 3;


SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('im01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration not complete: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration not complete: upgrade.sql should leave the database at im01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_place IS NULL;
SELECT 'done: the database is at im01' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_place IS NULL;
SET @migrator_frozen = IF(@@transaction_read_only, @migrator_frozen, NULL);
DO IF(@@transaction_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
