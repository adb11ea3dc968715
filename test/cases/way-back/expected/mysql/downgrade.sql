-- downgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: back_2
-- To:   base
-- Version table: migrator_version
-- Script: f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae
--
-- Revisions, in this order:
--   1. down back_2 Everything changes, and no downgrade: all of it is derived.
--      derived from its upgrade
--      sha256 383603dcd0a00f3018958645a34e446b04308eccd2a83b76fd68cbcd4077fdf5
--   2. down back_1 Tables, and no downgrade
--      derived from its upgrade
--      sha256 8f4bf45d1bc861848c326713285342e39cf36b7a9cc7c31ed48dd7129b14c690
--
-- Steps that lose data:
--   back_2 loses values of column customer.name that varchar(40) cannot hold, unless the database refuses them.
--   back_2 loses the values of column customer.born.
--   back_2 loses the rows of table level.
--   back_1 loses the rows of table invoice.
--   back_1 loses the rows of table customer.
--
-- Run it:
--   mysql --default-character-set=utf8mb4 --verbose DATABASE < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
-- Look at the version rows:
--   mysql DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target mysql
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects an engine that can undo what fails, as InnoDB can, of migrator_version
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   mysql --init-command='SET @migrator_accept_loss = 1' --default-character-set=utf8mb4 --verbose DATABASE < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
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
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: SET @migrator_accept_loss = 1 before it, as the head of this script shows
SET @migrator_accept_loss = COALESCE(@migrator_accept_loss, 0);
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
  @migrator_fits = NOT @migrator_there AND 0, @migrator_done = NOT @migrator_there AND 0;
SET @migrator_sql = IF(@migrator_there,
  CONCAT('SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''back_2'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    count(*) = 0, ',
    '    COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_left = 0, @migrator_place = 0;
SET @migrator_sql = IF(@migrator_there AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'),
  CONCAT('SELECT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> ''f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae''), IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = ''f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae''), COALESCE(CASE @migrator_found ',
    '      WHEN ''back_1'' THEN 1 ',
    '    END, 0), 0) INTO @migrator_left, @migrator_place '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_place = IF(@migrator_fits = 1, 0, @migrator_place);
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN NOT @migrator_there THEN 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at back_2'
  WHEN @migrator_left THEN 'migration refused: another script left a revision half done'
  WHEN @migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
  WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
  WHEN @migrator_fits <> 1 AND @migrator_place = 0 THEN CONCAT('migration refused: downgrade.sql needs the database at back_2, but it is at ', @migrator_found)
END;
SET @migrator_asked = @migrator_no;
SET @migrator_no = COALESCE(@migrator_no, 'migration refused: downgrade.sql cannot ask what it expects');
SET @migrator_no = IF(@migrator_asked IS NULL, CONCAT('migration refused: downgrade.sql ', COALESCE(
    COALESCE(CASE WHEN @@global.super_read_only THEN 'expects a server that takes changes, but super_read_only is ON' END,
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('CONNECTION_ADMIN', 'SUPER'))
        AND CURRENT_ROLE() = 'NONE' THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks CONNECTION_ADMIN') END),
    (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES')))), @migrator_asked);
DO IF(@migrator_no IS NULL, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_no LIKE 'migration refused: downgrade.sql expects %' OR @migrator_no LIKE 'migration refused: downgrade.sql makes %' THEN 'Nothing was changed. Mend what it names, or have the script made for what is there.' WHEN @migrator_no = 'migration refused: another script left a revision half done' THEN 'Nothing was changed. `migrator_version_ledger` shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM `migrator_version_ledger`.' WHEN LOCATE('downgrade.sql needs the database at back_2', @migrator_no) > 0 THEN 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' ELSE 'Nothing was changed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
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

-- ==== undoing revision back_2 Everything changes, and no downgrade: all of it is derived. ====
-- from back_2 to back_1, revisions/02_everything_changes.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It needs no two rows of customer to be alike in email.
-- It loses values of column customer.name that varchar(40) cannot hold, unless the database refuses them.
-- It loses the values of column customer.born.
-- It does not bring back the values of column customer.note.
-- It loses the rows of table level.
-- It does not bring back the rows of table invoice.

SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision back_2: applied already' AS migrator FROM DUAL WHERE @migrator_place > 0;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903';
SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   rows of level, which would be lost
SET @migrator_count = IF(@migrator_step >= 1 OR @migrator_begun = 1, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 1 OR @migrator_begun = 1), 'SELECT (SELECT COUNT(*) FROM `level`) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `level` ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT CONCAT('loss accepted: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 OR (@migrator_count > 0 AND @migrator_accept_loss) THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_2 would lose rows of level'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'back_2', 'down', 0, 13, 'done', '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903', 'f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (rename table client to customer (revisions/02_everything_changes.ts:29)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- rename table client to customer (revisions/02_everything_changes.ts:29)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'rename table `client` to `customer`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 2 THEN 'migration refused: step 2 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 2 THEN 'See in a new session whether that step (drop index customer_by_name of table customer (revisions/02_everything_changes.ts:28)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop index customer_by_name of table customer (revisions/02_everything_changes.ts:28)
SET @migrator_sql = IF(NOT @migrator_step >= 2, 'alter table `customer` drop index `customer_by_name`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   duplicates in customer (email), with which a statement below would fail
SET @migrator_count = IF(@migrator_step >= 3 OR @migrator_begun = 3, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 3 OR @migrator_begun = 3), 'SELECT (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `customer` WHERE `email` IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1) migrator_found) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''email = '', LEFT(CAST(`email` AS char), 60)) FROM `customer` WHERE `email` IS NOT NULL GROUP BY `email` HAVING COUNT(*) > 1 ORDER BY `email` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_2 finds ', @migrator_count, ' duplicate', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' in customer (email)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_2 finds duplicates in customer (email)'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'What this revision did before stays: see the comments above. Mend the rows, and run the script again.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 3 THEN 'migration refused: step 3 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 3 THEN 'See in a new session whether that step (add unique constraint customer_email on email to table customer (revisions/02_everything_changes.ts:27)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add unique constraint customer_email on email to table customer (revisions/02_everything_changes.ts:27)
SET @migrator_sql = IF(NOT @migrator_step >= 3, 'alter table `customer` add unique `customer_email`(`email`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 4 THEN 'migration refused: step 4 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 4 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 4 THEN 'See in a new session whether that step (rename column customer.full_name to name (revisions/02_everything_changes.ts:26)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 3, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- rename column customer.full_name to name (revisions/02_everything_changes.ts:26)
SET @migrator_sql = IF(NOT @migrator_step >= 4, 'alter table `customer` rename column `full_name` to `name`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 4, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 4, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.name too long for varchar(40), with which a statement below would fail
SET @migrator_count = IF(@migrator_step >= 5 OR @migrator_begun = 5, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 5 OR @migrator_begun = 5), 'SELECT (SELECT COUNT(*) FROM `customer` WHERE CHAR_LENGTH(`name`) > 40) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `customer` WHERE CHAR_LENGTH(`name`) > 40 ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_2 finds ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer.name too long for varchar(40)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_2 finds values of customer.name too long for varchar(40)'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'What this revision did before stays: see the comments above. Mend the rows, and run the script again.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 5 THEN 'migration refused: step 5 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 5 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 5 THEN 'See in a new session whether that step (alter column customer.name: type varchar(40) (revisions/02_everything_changes.ts:26)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 4, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- alter column customer.name: type varchar(40) (revisions/02_everything_changes.ts:26)
SET @migrator_sql = IF(NOT @migrator_step >= 5, 'alter table `customer` modify `name` varchar(40) not null', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 5, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 5, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   values of customer.born, which would be lost
SET @migrator_count = IF(@migrator_step >= 6 OR @migrator_begun = 6, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 6 OR @migrator_begun = 6), 'SELECT (SELECT COUNT(*) FROM `customer` WHERE `born` IS NOT NULL) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `customer` WHERE `born` IS NOT NULL ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT CONCAT('loss accepted: undoing revision back_2 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer.born', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 OR (@migrator_count > 0 AND @migrator_accept_loss) THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_2 would lose ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer.born', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_2 would lose values of customer.born'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 6 THEN 'migration refused: step 6 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 6 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 6 THEN 'See in a new session whether that step (drop column customer.born (revisions/02_everything_changes.ts:25)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 5, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop column customer.born (revisions/02_everything_changes.ts:25)
SET @migrator_sql = IF(NOT @migrator_step >= 6, 'alter table `customer` drop `born`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 6, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 6;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 6, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 6;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 7 THEN 'migration refused: step 7 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 7 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 7 THEN 'See in a new session whether that step (add column customer.note (varchar(80)) (revisions/02_everything_changes.ts:24)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 6, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add column customer.note (varchar(80)) (revisions/02_everything_changes.ts:24)
SET @migrator_sql = IF(NOT @migrator_step >= 7, 'alter table `customer` add `note` varchar(80)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 7, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 7;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 7, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 7;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 8 THEN 'migration refused: step 8 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 8 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 8 THEN 'See in a new session whether that step (create index customer_by_note on customer (note) (revisions/02_everything_changes.ts:24)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 7, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create index customer_by_note on customer (note) (revisions/02_everything_changes.ts:24)
SET @migrator_sql = IF(NOT @migrator_step >= 8, 'alter table `customer` add index `customer_by_note`(`note`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 8, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 8;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 8, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 8;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- undoing revision back_2 stops here, with their number and where the first is, when there are
--   rows of level, which would be lost
SET @migrator_count = IF(@migrator_step >= 9 OR @migrator_begun = 9, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 9 OR @migrator_begun = 9), 'SELECT (SELECT COUNT(*) FROM `level`) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `level` ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT CONCAT('loss accepted: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 OR (@migrator_count > 0 AND @migrator_accept_loss) THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_2 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of level', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_2 would lose rows of level'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 9 THEN 'migration refused: step 9 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 9 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 9 THEN 'See in a new session whether that step (drop table level (revisions/02_everything_changes.ts:14)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 8, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop table level (revisions/02_everything_changes.ts:14)
SET @migrator_sql = IF(NOT @migrator_step >= 9, 'drop table `level`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 9, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 9;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 9, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 9;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 10 THEN 'migration refused: step 10 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 10 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 10 THEN 'See in a new session whether that step (create table invoice (3 columns) (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 9, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create table invoice (3 columns) (revisions/02_everything_changes.ts:13)
SET @migrator_sql = IF(NOT @migrator_step >= 10, 'create table `invoice` (
  `number` int not null,
  `customer_id` int not null,
  `total` decimal(12, 2) not null,
  primary key (`number`),
  constraint invoice_total_positive check (`total` >= 0)
)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 10, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 10;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 10, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 10;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 11 THEN 'migration refused: step 11 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 11 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 11 THEN 'See in a new session whether that step (add foreign key invoice_customer on customer_id to customer (id) to table invoice (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 10, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add foreign key invoice_customer on customer_id to customer (id) to table invoice
--   (revisions/02_everything_changes.ts:13)
SET @migrator_sql = IF(NOT @migrator_step >= 11, 'alter table `invoice`
add constraint `invoice_customer` foreign key (`customer_id`) references `customer` (`id`) on delete cascade', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 11, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 11;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 11, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 11;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 12 THEN 'migration refused: step 12 of 13 of revision back_2 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 12 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 12 THEN 'See in a new session whether that step (create index invoice_by_total on invoice (total) (revisions/02_everything_changes.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 11, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create index invoice_by_total on invoice (total) (revisions/02_everything_changes.ts:13)
SET @migrator_sql = IF(NOT @migrator_step >= 12, 'alter table `invoice` add index `invoice_by_total`(`total`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 12, state = 'started'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 12;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 12, state = 'done'
  WHERE revision = 'back_2' AND direction = 'down' AND digest = '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903' AND NOT @migrator_step >= 12;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_2') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 13 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_2 needs the database at back_2, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'back_1' WHERE version_num = 'back_2' AND NOT @migrator_step >= 13;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 13;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'back_2', 'down', 13, 13, 'done', '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903', 'f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae' FROM DUAL WHERE NOT @migrator_step >= 13;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_2', 'down', 'Everything changes, and no downgrade: all of it is derived.', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '4f8abe334d3ca95a27a1165e5db0a2dfc70f42d448479131ca6cda6709159903', 'f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 13;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 13 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision back_2 should leave the database at back_1, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision back_2: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 13;


-- ==== undoing revision back_1 Tables, and no downgrade ====
-- from back_1 to base, revisions/01_tables.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses the rows of table invoice.
-- It loses the rows of table customer.

SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision back_1: applied already' AS migrator FROM DUAL WHERE @migrator_place > 1;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117';
SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

-- undoing revision back_1 stops here, with their number and where the first is, when there are
--   rows of invoice, which would be lost
--   rows of customer, which would be lost
SET @migrator_count = IF(@migrator_step >= 1 OR @migrator_begun = 1, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 1 OR @migrator_begun = 1), 'SELECT (SELECT COUNT(*) FROM `invoice`) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''number = '', LEFT(CAST(`number` AS char), 60)) FROM `invoice` ORDER BY `number` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT CONCAT('loss accepted: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of invoice', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 OR (@migrator_count > 0 AND @migrator_accept_loss) THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of invoice', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_1 would lose rows of invoice'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_count = IF(@migrator_step >= 1 OR @migrator_begun = 1, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 1 OR @migrator_begun = 1), 'SELECT (SELECT COUNT(*) FROM `customer`) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `customer` ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT CONCAT('loss accepted: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 OR (@migrator_count > 0 AND @migrator_accept_loss) THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_1 would lose rows of customer'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'back_1', 'down', 0, 3, 'done', 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117', 'f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 3 of revision back_1 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_1 needs the database at back_1, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (drop table invoice (revisions/01_tables.ts:20)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop table invoice (revisions/01_tables.ts:20)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'drop table `invoice`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- undoing revision back_1 stops here, with their number and where the first is, when there are
--   rows of customer, which would be lost
SET @migrator_count = IF(@migrator_step >= 2 OR @migrator_begun = 2, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 2 OR @migrator_begun = 2), 'SELECT (SELECT COUNT(*) FROM `customer`) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `customer` ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT CONCAT('loss accepted: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 OR (@migrator_count > 0 AND @migrator_accept_loss) THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision back_1 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of customer', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision back_1 would lose rows of customer'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 2 THEN 'migration refused: step 2 of 3 of revision back_1 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_1 needs the database at back_1, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 2 THEN 'See in a new session whether that step (drop table customer (revisions/01_tables.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop table customer (revisions/01_tables.ts:13)
SET @migrator_sql = IF(NOT @migrator_step >= 2, 'drop table `customer`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'back_1' AND direction = 'down' AND digest = 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('back_1') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision back_1 needs the database at back_1, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
DELETE FROM `migrator_version` WHERE version_num IN ('back_1') AND NOT @migrator_step >= 3;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'back_1', 'down', 3, 3, 'done', 'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117', 'f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae' FROM DUAL WHERE NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'back_1', 'down', 'Tables, and no downgrade', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      'ad0efbda83eb3004dd51268d80e22575026b0177e1c003dbb96454f2dc486117', 'f2af0d9c5a404d57e7c4415aa5cd50886d294e8221f5ddb6aeacbea01a4662ae', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision back_1 should leave the database at base, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision back_1: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 3;


SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration not complete: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration not complete: downgrade.sql should leave the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_place IS NULL;
SELECT 'done: the database is at base' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_place IS NULL;
SET @migrator_frozen = IF(@@transaction_read_only, @migrator_frozen, NULL);
DO IF(@@transaction_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
