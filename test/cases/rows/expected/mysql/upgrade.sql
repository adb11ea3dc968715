-- upgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   row02
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. up row01 Tables for every kind of value.
--      sha256 84b8a2d84ae8fa8215909cf8134f5e01d5e3ba5db35d9d1af3464778dcf7a5f0
--   2. up row02 Rows.
--      sha256 347119607c0cea77b92060f5f3bc55762d826b81325b98d7eb98ede13b6008c4
--
-- Run it:
--   mysql --default-character-set=utf8mb4 DATABASE < upgrade.sql
-- Look at the version rows:
--   mysql DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:row02
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.

SET NAMES utf8mb4;
SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
SET autocommit = 1;
SET SESSION default_storage_engine = InnoDB;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 30;
SET SESSION group_concat_max_len = 65535;
SET @migrator_frozen = IF(@@transaction_read_only, COALESCE(@migrator_frozen, 1), 0);
-- The session stays read-only until the guard below has passed.
SET SESSION transaction_read_only = 1;

SET @migrator_no = CASE WHEN DATABASE() IS NULL THEN 'migration refused: no database is selected' END;
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN GET_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`'))), 0) = 1 THEN NULL
  ELSE 'migration refused: another session is running a script on this database'
END;
SET @migrator_found = 'base', @migrator_fits = 1, @migrator_done = 0;
SET @migrator_there = EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version');
SET @migrator_sql = IF(@migrator_there,
  CONCAT('SELECT count(*) = 0, ',
    '    count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''row02'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN @migrator_done = 1 THEN 'already applied: the database is at row02, nothing was changed'
  WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: upgrade.sql needs the database at base, but it is at ', @migrator_found)
END;
DO IF(@migrator_no IS NULL, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;

CREATE TABLE IF NOT EXISTS `migrator_version` (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT `migrator_version_pkc` PRIMARY KEY (version_num)
) ENGINE = InnoDB;

-- ==== revision row01 Tables for every kind of value. ====
-- from base to row01, revisions/01_tables_for_every.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision row01 needs the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- create table item (7 columns) (revisions/01_tables_for_every.ts:16)
create table `item` (
  `id` int not null,
  `what` varchar(200),
  `price` decimal(10, 2),
  `big` bigint,
  `on` boolean,
  `day` date,
  `at` datetime(6),
  primary key (`id`)
);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- create table sparse (3 columns) (revisions/01_tables_for_every.ts:25)
create table `sparse` (
  `id` int not null,
  `a` varchar(20) default 'from default',
  `b` int default '7',
  primary key (`id`)
);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
INSERT INTO `migrator_version` (version_num) VALUES ('row01');
SET @migrator_moved = @migrator_moved + ROW_COUNT();
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('row01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision row01 should leave the database at row01, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision row01: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

-- ==== revision row02 Rows. ====
-- from row01 to row02, revisions/02_rows.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('row01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision row02 needs the database at row01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- insert 3 rows into item (revisions/02_rows.ts:64)
insert into `item` (`id`, `what`, `price`, `big`, `on`, `day`, `at`) values
  (1, 'plain', 9.90, 9007199254740993, 1, '2026-02-28', '2026-01-31 23:59:58.120'),
  (2, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, 'it''s', 0.1, -1, 0, '2024-02-29', '1970-01-01 00:00:00.000');
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- insert 18 rows into item (revisions/02_rows.ts:65)
insert into `item` (`id`, `what`) values
  (100, concat(char(92 using utf8mb4), ' ', char(92 using utf8mb4), 'n ', char(92,92 using utf8mb4))),
  (101, ''''' " ` [x] ]] {y}'),
  (102, concat('one', char(13,10 using utf8mb4), 'two', char(10 using utf8mb4), 'three', char(13 using utf8mb4), 'four')),
  (103, concat('a', char(9 using utf8mb4), 'b')),
  (104, '& &amp; &&name'),
  (105, '$(x) $$ $1 $migrator$'),
  (106, concat('before', char(10 using utf8mb4), 'GO', char(10 using utf8mb4), 'after')),
  (107, concat('before', char(10 using utf8mb4), '/', char(10 using utf8mb4), 'after')),
  (108, concat('select 1;', char(10 using utf8mb4), 'select 2;')),
  (109, concat(char(10 using utf8mb4), '.quit', char(10,92 using utf8mb4), 'q', char(10 using utf8mb4), '!ls', char(10 using utf8mb4), '@file', char(10 using utf8mb4), '#x', char(10 using utf8mb4))),
  (110, '🎉 Zoë ß'),
  (111, 'it ends with -'),
  (112, ':name ? ?? @p0'),
  (113, '100% %s'),
  (114, '''*/'' /* --'),
  (115, ' spaces '),
  (116, concat('DELIMITER //', char(10 using utf8mb4), '//', char(10 using utf8mb4))),
  (117, '{{#x}}{{/x}}')
;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- insert 5 rows into sparse (revisions/02_rows.ts:69)
insert into `sparse` (`id`, `a`, `b`) values
  (1, 'x', 1);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- insert 5 rows into sparse (continued) (revisions/02_rows.ts:69)
insert into `sparse` (`id`) values
  (2);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- insert 5 rows into sparse (continued) (revisions/02_rows.ts:69)
insert into `sparse` (`b`, `id`) values
  (3, 3),
  (4, 4);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- insert 5 rows into sparse (continued) (revisions/02_rows.ts:69)
insert into `sparse` (`id`, `a`, `b`) values
  (5, NULL, NULL);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- insert 3 rows into sparse (revisions/02_rows.ts:76)
insert into `sparse` (`id`, `a`, `b`) values
  (10, 'row 10', 20),
  (11, 'row 11', 22),
  (12, 'row 12', 24);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'row02' WHERE version_num = 'row01';
SET @migrator_moved = @migrator_moved + ROW_COUNT();
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('row02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision row02 should leave the database at row02, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision row02: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('row02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration not complete: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration not complete: upgrade.sql should leave the database at row02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT 'done: the database is at row02' AS migrator FROM DUAL WHERE @migrator_no IS NULL;
SET @migrator_frozen = IF(@@transaction_read_only, @migrator_frozen, NULL);
DO IF(@@transaction_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
