-- upgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   ktk02
-- Version table: migrator_version
-- Script: 7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b
--
-- Revisions, in this order:
--   1. up ktk01 Keys and indexes in the ways that knex lets them be said.
--      sha256 10ec76d9f79022b15aeb7efeee8f99aab64b12a66767c7e58438b3985d5638dd
--   2. up ktk02 The same on tables that are there.
--      sha256 976d7b79f2d11a5405db01472fb90bae7a074ca61da8cbde4868e54a412a21d6
--
-- Run it:
--   mysql --default-character-set=utf8mb4 --verbose DATABASE < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   mysql DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:ktk02 --target mysql
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
    '    count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''ktk02'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    COALESCE(GROUP_CONCAT(IF(version_num REGEXP ''^[^[:space:]]+$'', version_num, COALESCE(CONCAT(''"'', version_num, ''"''), ''NULL'')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_left = 0, @migrator_place = 0;
SET @migrator_sql = IF(@migrator_there AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger'),
  CONCAT('SELECT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = ''started'') AND script <> ''7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b''), IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = ''7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b''), COALESCE(CASE @migrator_found ',
    '      WHEN ''ktk01'' THEN 1 ',
    '    END, 0), 0) INTO @migrator_left, @migrator_place '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_place = IF(@migrator_fits = 1, 0, @migrator_place);
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN @migrator_left THEN 'migration refused: another script left a revision half done'
  WHEN @migrator_done = 1 THEN 'already applied: the database is at ktk02, nothing was changed'
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

-- ==== revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from base to ktk01, revisions/01_keys.ts

SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision ktk01: applied already' AS migrator FROM DUAL WHERE @migrator_place > 0;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a';
SET @migrator_step = CASE WHEN @migrator_place > 0 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'ktk01', 'up', 0, 15, 'done', '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a', '7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (create table firm (4 columns) (revisions/01_keys.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create table firm (4 columns) (revisions/01_keys.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'create table `firm` (
  `id` int unsigned not null auto_increment primary key,
  `name` varchar(60) not null,
  `country` varchar(2) not null,
  `number` int not null
)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 2 THEN 'migration refused: step 2 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 2 THEN 'See in a new session whether that step (add unique constraint firm_name_once on name to table firm (revisions/01_keys.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add unique constraint firm_name_once on name to table firm (revisions/01_keys.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 2, 'alter table `firm` add unique `firm_name_once`(`name`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 3 THEN 'migration refused: step 3 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 3 THEN 'See in a new session whether that step (add unique constraint firm_country_number_unique on country, number to table firm (revisions/01_keys.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add unique constraint firm_country_number_unique on country, number to table firm (revisions/01_keys.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 3, 'alter table `firm` add unique `firm_country_number_unique`(`country`, `number`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 4 THEN 'migration refused: step 4 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 4 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 4 THEN 'See in a new session whether that step (create table worker (8 columns) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 3, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create table worker (8 columns) (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 4, 'create table `worker` (
  `id` bigint unsigned not null auto_increment primary key,
  `firm_id` int unsigned not null,
  `second_firm_id` int unsigned,
  `boss_id` bigint unsigned,
  `firm_country` varchar(2),
  `firm_number` int,
  `name` varchar(60) not null,
  `mail` varchar(80)
)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 4, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 4, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 5 THEN 'migration refused: step 5 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 5 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 5 THEN 'See in a new session whether that step (add foreign key worker_firm_id_foreign on firm_id to firm (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 4, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add foreign key worker_firm_id_foreign on firm_id to firm (id) to table worker (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 5, 'alter table `worker`
add constraint `worker_firm_id_foreign` foreign key (`firm_id`) references `firm` (`id`) on delete CASCADE', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 5, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 5, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 6 THEN 'migration refused: step 6 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 6 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 6 THEN 'See in a new session whether that step (add foreign key worker_second_firm_id_foreign on second_firm_id to firm (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 5, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add foreign key worker_second_firm_id_foreign on second_firm_id to firm (id) to table worker
--   (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 6, 'alter table `worker`
add constraint `worker_second_firm_id_foreign` foreign key (`second_firm_id`) references `firm` (`id`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 6, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 6;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 6, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 6;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 7 THEN 'migration refused: step 7 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 7 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 7 THEN 'See in a new session whether that step (create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 6, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create index worker_second_firm_id_index on worker (second_firm_id) (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 7, 'alter table `worker` add index `worker_second_firm_id_index`(`second_firm_id`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 7, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 7;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 7, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 7;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 8 THEN 'migration refused: step 8 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 8 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 8 THEN 'See in a new session whether that step (add foreign key worker_boss_id_foreign on boss_id to worker (id) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 7, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add foreign key worker_boss_id_foreign on boss_id to worker (id) to table worker (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 8, 'alter table `worker`
add constraint `worker_boss_id_foreign` foreign key (`boss_id`) references `worker` (`id`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 8, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 8;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 8, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 8;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 9 THEN 'migration refused: step 9 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 9 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 9 THEN 'See in a new session whether that step (create index worker_name_index on worker (name) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 8, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create index worker_name_index on worker (name) (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 9, 'alter table `worker` add index `worker_name_index`(`name`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 9, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 9;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 9, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 9;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 10 THEN 'migration refused: step 10 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 10 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 10 THEN 'See in a new session whether that step (add unique constraint worker_mail_unique on mail to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 9, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add unique constraint worker_mail_unique on mail to table worker (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 10, 'alter table `worker` add unique `worker_mail_unique`(`mail`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 10, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 10;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 10, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 10;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 11 THEN 'migration refused: step 11 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 11 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 11 THEN 'See in a new session whether that step (add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 10, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker
--   (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 11, 'alter table `worker`
add constraint `worker_firm_number` foreign key (`firm_country`, `firm_number`) references `firm` (`country`, `number`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 11, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 11;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 11, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 11;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 12 THEN 'migration refused: step 12 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 12 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 12 THEN 'See in a new session whether that step (create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 11, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create index worker_name_mail on worker (name, mail) (revisions/01_keys.ts:23)
SET @migrator_sql = IF(NOT @migrator_step >= 12, 'alter table `worker` add index `worker_name_mail`(`name`, `mail`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 12, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 12;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 12, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 12;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 13 THEN 'migration refused: step 13 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 13 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 13 THEN 'See in a new session whether that step (create table badge (3 columns) (revisions/01_keys.ts:35)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 12, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create table badge (3 columns) (revisions/01_keys.ts:35)
SET @migrator_sql = IF(NOT @migrator_step >= 13, 'create table `badge` (
  `code` varchar(10) not null,
  `issue` int not null,
  `worker_id` bigint unsigned,
  primary key (`code`, `issue`)
)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 13, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 13;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 13, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 13;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 14 THEN 'migration refused: step 14 of 15 of revision ktk01 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 14 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 14 THEN 'See in a new session whether that step (add foreign key badge_worker on worker_id to worker (id) to table badge (revisions/01_keys.ts:35)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 13, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add foreign key badge_worker on worker_id to worker (id) to table badge (revisions/01_keys.ts:35)
SET @migrator_sql = IF(NOT @migrator_step >= 14, 'alter table `badge`
add constraint `badge_worker` foreign key (`worker_id`) references `worker` (`id`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 14, state = 'started'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 14;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 14, state = 'done'
  WHERE revision = 'ktk01' AND direction = 'up' AND digest = '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a' AND NOT @migrator_step >= 14;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 15 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- insert 1 row into firm (revisions/01_keys.ts:42)
SET @migrator_sql = IF(NOT @migrator_step >= 15, 'insert into `firm` (`name`, `country`, `number`) values
  (''Acme'', ''at'', 7)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

-- insert 1 row into worker (revisions/01_keys.ts:43)
SET @migrator_sql = IF(NOT @migrator_step >= 15, 'insert into `worker` (`firm_id`, `name`, `firm_country`, `firm_number`) values
  (1, ''Ann'', ''at'', 7)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_moved = 0;
INSERT INTO `migrator_version` (version_num) SELECT 'ktk01' FROM DUAL WHERE NOT @migrator_step >= 15;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 15;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'ktk01', 'up', 15, 15, 'done', '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a', '7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b' FROM DUAL WHERE NOT @migrator_step >= 15;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk01', 'up', 'Keys and indexes in the ways that knex lets them be said.', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '7b497b5b74c7b617cd673e67c628a0802859b6fa35a43beb32916fcfb6d4894a', '7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b', 0
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 15;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 15 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision ktk01 should leave the database at ktk01, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision ktk01: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 15;


-- ==== revision ktk02 The same on tables that are there. ====
-- from ktk01 to ktk02, revisions/02_later.ts

SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE 0 END, @migrator_begun = 0;
SELECT 'revision ktk02: applied already' AS migrator FROM DUAL WHERE @migrator_place > 1;
SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3';
SET @migrator_step = CASE WHEN @migrator_place > 1 THEN 1000000 WHEN @migrator_place IS NULL THEN NULL ELSE @migrator_step END;

-- revision ktk02 stops here, with their number and where the first is, when there are
--   duplicates in worker (name, firm_id), with which a statement below would fail
SET @migrator_count = IF(@migrator_step >= 1 OR @migrator_begun = 1, 0, NULL), @migrator_first = NULL;
SET @migrator_sql = IF(NOT (@migrator_step >= 1 OR @migrator_begun = 1), 'SELECT (SELECT COUNT(*) FROM (SELECT 1 AS one FROM `worker` WHERE `name` IS NOT NULL AND `firm_id` IS NOT NULL GROUP BY `name`, `firm_id` HAVING COUNT(*) > 1) migrator_found) INTO @migrator_count', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_sql = IF(@migrator_count > 0, 'SELECT (SELECT CONCAT(''name = '', LEFT(CAST(`name` AS char), 60), '', firm_id = '', LEFT(CAST(`firm_id` AS char), 60)) FROM `worker` WHERE `name` IS NOT NULL AND `firm_id` IS NOT NULL GROUP BY `name`, `firm_id` HAVING COUNT(*) > 1 ORDER BY `name`, `firm_id` LIMIT 1) INTO @migrator_first', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_count = 0 THEN NULL
  WHEN @migrator_count > 0 THEN CONCAT('migration refused: revision ktk02 finds ', @migrator_count, ' duplicate', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' in worker (name, firm_id)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END)
  ELSE 'migration refused: revision ktk02 finds duplicates in worker (name, firm_id)'
END;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing of this revision was changed. Mend the rows, and run the script again.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

SET @migrator_own = @migrator_step >= 1 OR EXISTS (SELECT 1 FROM (SELECT * FROM `migrator_version_ledger`) AS known WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3');
SET autocommit = 0;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'ktk02', 'up', 0, 11, 'done', '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3', '7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b' FROM DUAL WHERE NOT @migrator_own;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
COMMIT;
SET autocommit = 1;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 1 THEN 'migration refused: step 1 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 1 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 1 THEN 'See in a new session whether that step (drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop foreign key worker_firm_number of table worker (revisions/02_later.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 1, 'alter table `worker` drop foreign key `worker_firm_number`, drop index `worker_firm_number`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 1;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 2 THEN 'migration refused: step 2 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 2 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 2 THEN 'See in a new session whether that step (drop index worker_name_mail of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop index worker_name_mail of table worker (revisions/02_later.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 2, 'alter table `worker` drop index `worker_name_mail`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 2;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 3 THEN 'migration refused: step 3 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 3 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 3 THEN 'See in a new session whether that step (drop unique constraint worker_mail_unique of table worker (revisions/02_later.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- drop unique constraint worker_mail_unique of table worker (revisions/02_later.ts:16)
SET @migrator_sql = IF(NOT @migrator_step >= 3, 'alter table `worker` drop index `worker_mail_unique`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 3;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 4 THEN 'migration refused: step 4 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 4 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 4 THEN 'See in a new session whether that step (add column worker.third_firm_id (int) (revisions/02_later.ts:21)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 3, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add column worker.third_firm_id (int) (revisions/02_later.ts:21)
SET @migrator_sql = IF(NOT @migrator_step >= 4, 'alter table `worker` add `third_firm_id` int unsigned', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 4, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 4, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 4;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 5 THEN 'migration refused: step 5 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 5 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 5 THEN 'See in a new session whether that step (add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker (revisions/02_later.ts:21)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 4, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add foreign key worker_third_firm_id_foreign on third_firm_id to firm (id) to table worker
--   (revisions/02_later.ts:21)
SET @migrator_sql = IF(NOT @migrator_step >= 5, 'alter table `worker`
add constraint `worker_third_firm_id_foreign` foreign key (`third_firm_id`) references `firm` (`id`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 5, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 5, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 5;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 6 THEN 'migration refused: step 6 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 6 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 6 THEN 'See in a new session whether that step (add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 5, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add unique constraint worker_name_in_firm on name, firm_id to table worker (revisions/02_later.ts:21)
SET @migrator_sql = IF(NOT @migrator_step >= 6, 'alter table `worker` add unique `worker_name_in_firm`(`name`, `firm_id`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 6, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 6;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 6, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 6;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 7 THEN 'migration refused: step 7 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 7 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 7 THEN 'See in a new session whether that step (create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 6, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- create index worker_name_firm_id_mail_index on worker (name, firm_id, mail) (revisions/02_later.ts:21)
SET @migrator_sql = IF(NOT @migrator_step >= 7, 'alter table `worker` add index `worker_name_firm_id_mail_index`(`name`, `firm_id`, `mail`)', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 7, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 7;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 7, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 7;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 8 THEN 'migration refused: step 8 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 8 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 8 THEN 'See in a new session whether that step (rename table badge to pass (revisions/02_later.ts:26)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 7, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- rename table badge to pass (revisions/02_later.ts:26)
SET @migrator_sql = IF(NOT @migrator_step >= 8, 'rename table `badge` to `pass`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 8, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 8;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 8, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 8;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 9 THEN 'migration refused: step 9 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 9 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 9 THEN 'See in a new session whether that step (add column pass.until (date) (revisions/02_later.ts:27)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 8, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- add column pass.until (date) (revisions/02_later.ts:27)
SET @migrator_sql = IF(NOT @migrator_step >= 9, 'alter table `pass` add `until` date', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 9, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 9;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 9, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 9;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_begun = 10 THEN 'migration refused: step 10 of 11 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect'
  WHEN @migrator_step >= 10 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, CASE WHEN @migrator_begun = 10 THEN 'See in a new session whether that step (rename column pass.issue to edition (revisions/02_later.ts:27)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 9, state = ''done''. Then run this file again.'
  ELSE 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' END AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

-- rename column pass.issue to edition (revisions/02_later.ts:27)
SET @migrator_sql = IF(NOT @migrator_step >= 10, 'alter table `pass` rename column `issue` to `edition`', 'DO 0');
PREPARE migrator_step FROM @migrator_sql;
UPDATE `migrator_version_ledger` SET step = 10, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 10;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE migrator_step;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
UPDATE `migrator_version_ledger` SET step = 10, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'up' AND digest = '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3' AND NOT @migrator_step >= 10;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
DEALLOCATE PREPARE migrator_step;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_step >= 11 THEN NULL
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision ktk02 needs the database at ktk01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'ktk02' WHERE version_num = 'ktk01' AND NOT @migrator_step >= 11;
SET @migrator_moved = @migrator_moved + ROW_COUNT();
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_step >= 11;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    SELECT 'ktk02', 'up', 11, 11, 'done', '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3', '7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b' FROM DUAL WHERE NOT @migrator_step >= 11;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk02', 'up', 'The same on tables that are there.', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '916410fec5ce8127c9aa9d2e4b499bc1f49c713d516e4d4e2a68ea0788caf9c3', '7661d14a211c4cf68e9757294d1b493fce156cc55877ae14eb89f36ae978eb0b', 0
    FROM `migrator_version_log` HAVING NOT @migrator_step >= 11;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_step >= 11 THEN NULL
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision ktk02 should leave the database at ktk02, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision ktk02: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_step >= 11;


SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('ktk02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only OR @migrator_place IS NULL THEN 'migration not complete: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration not complete: upgrade.sql should leave the database at ktk02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
DELETE FROM `migrator_version_ledger` WHERE NOT @migrator_place IS NULL;
SELECT 'done: the database is at ktk02' AS migrator FROM DUAL WHERE @migrator_no IS NULL AND NOT @migrator_place IS NULL;
SET @migrator_frozen = IF(@@transaction_read_only, @migrator_frozen, NULL);
DO IF(@@transaction_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
