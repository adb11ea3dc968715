-- downgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b158885c
-- To:   base
-- Version table: migrator_version
-- Script: ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08
--
-- Revisions, in this order:
--   1. down b158885c Rights on a table are granted and revoked
--      sha256 38ef49d0e3e4a9a7817f2c1bd750af8716ca200ee12ce98fb3a2db13461dfe17
--   2. down a158885c A table with rows
--      sha256 eb474363cd96e7254de065dc5fcf34fdeb8f4e40ac3f3d2af39d8f19e6527b40
--
-- Steps that lose data:
--   a158885c loses the rows of table item.
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
  CONCAT('SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''b158885c'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    count(*) = 0, ',
    '    COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_left = 0, @migrator_place = 0;
SET @migrator_sql = IF(@migrator_there AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'),
  CONCAT('SELECT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> ''ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08''), IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = ''ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08''), COALESCE(CASE @migrator_found ',
    '      WHEN ''a158885c'' THEN 1 ',
    '    END, 0), 0) INTO @migrator_left, @migrator_place '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_place = IF(@migrator_fits = 1, 0, @migrator_place);
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN NOT @migrator_there THEN 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at b158885c'
  WHEN @migrator_left THEN 'migration refused: another script left a revision half done'
  WHEN @migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
  WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
  WHEN @migrator_fits <> 1 AND @migrator_place = 0 THEN CONCAT('migration refused: downgrade.sql needs the database at b158885c, but it is at ', @migrator_found)
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
SELECT @migrator_no AS migrator, CASE WHEN @migrator_no LIKE 'migration refused: downgrade.sql expects %' OR @migrator_no LIKE 'migration refused: downgrade.sql makes %' THEN 'Nothing was changed. Mend what it names, or have the script made for what is there.' WHEN @migrator_no = 'migration refused: another script left a revision half done' THEN 'Nothing was changed. `migrator_version_ledger` shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM `migrator_version_ledger`.' WHEN LOCATE('downgrade.sql needs the database at b158885c', @migrator_no) > 0 THEN 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' ELSE 'Nothing was changed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
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

-- ==== undoing revision b158885c Rights on a table are granted and revoked ====
-- from b158885c to a158885c, revisions/b158885c_grants.ts

SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision b158885c: applied already' AS migrator FROM DUAL WHERE @migrator_place > 0;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'b158885c' AND direction = 'down' AND digest = 'dfa1f076c902cbceb2f951d69842bda77e28a7f0697ee84f10f67f288fb87320';
SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'b158885c' AND direction = 'down' AND digest = 'dfa1f076c902cbceb2f951d69842bda77e28a7f0697ee84f10f67f288fb87320');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'b158885c', 'down', 0, 2, 'done', 'dfa1f076c902cbceb2f951d69842bda77e28a7f0697ee84f10f67f288fb87320', 'ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('b158885c') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 2 of revision b158885c was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision b158885c needs the database at b158885c, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (revoke select on table item from root@localhost (revisions/b158885c_grants.ts:14)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- revoke select on table item from root@localhost (revisions/b158885c_grants.ts:14)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'revoke select on `item` from ''root''@''localhost''', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'b158885c' AND direction = 'down' AND digest = 'dfa1f076c902cbceb2f951d69842bda77e28a7f0697ee84f10f67f288fb87320' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'b158885c' AND direction = 'down' AND digest = 'dfa1f076c902cbceb2f951d69842bda77e28a7f0697ee84f10f67f288fb87320' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('b158885c') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision b158885c needs the database at b158885c, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'a158885c' WHERE version_num = 'b158885c' AND NOT @migrator_step >= 2;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'b158885c', 'down', 2, 2, 'done', 'dfa1f076c902cbceb2f951d69842bda77e28a7f0697ee84f10f67f288fb87320', 'ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08' FROM DUAL WHERE NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b158885c', 'down', 'Rights on a table are granted and revoked', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      'dfa1f076c902cbceb2f951d69842bda77e28a7f0697ee84f10f67f288fb87320', 'ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('a158885c') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision b158885c should leave the database at a158885c, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision b158885c: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 2;


-- ==== undoing revision a158885c A table with rows ====
-- from a158885c to base, revisions/a158885c_tables.ts
-- It loses the rows of table item.

SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision a158885c: applied already' AS migrator FROM DUAL WHERE @migrator_place > 1;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'a158885c' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba';
SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

-- undoing revision a158885c stops here, with their number and where the first is, when there are
--   rows of item, which would be lost
SET @migrator_count = IF(@migrator_step >= 1 OR @migrator_begun = 1, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 1 OR @migrator_begun = 1), 'SELECT (SELECT COUNT(*) FROM `item`) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''id = '', LEFT(CAST(`id` AS char), 60)) FROM `item` ORDER BY `id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT CONCAT('loss accepted: undoing revision a158885c would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of item', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 OR (@migrator_count > 0 AND @migrator_accept_loss) THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: undoing revision a158885c would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of item', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: undoing revision a158885c would lose rows of item'
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

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'a158885c' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'a158885c', 'down', 0, 2, 'done', '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba', 'ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('a158885c') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 2 of revision a158885c was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision a158885c needs the database at a158885c, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (drop table item (revisions/a158885c_tables.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop table item (revisions/a158885c_tables.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'drop table `item`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'a158885c' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'a158885c' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('a158885c') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision a158885c needs the database at a158885c, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
DELETE FROM `migrator_version` WHERE version_num IN ('a158885c') AND NOT @migrator_step >= 2;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'a158885c', 'down', 2, 2, 'done', '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba', 'ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08' FROM DUAL WHERE NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a158885c', 'down', 'A table with rows', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba', 'ca0038c7b9b4193af638e0bf6275bc8ac22352a344be8135c4a8adeab52ddc08', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision a158885c should leave the database at base, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision a158885c: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 2;


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
