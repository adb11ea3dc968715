-- downgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: col03
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down col03 Another name, and one column less.
--      sha256 35f5b3b1ca1d4c966fa651b2c0c01d4f6fcb54a33a847665ed283cc70add222b
--   2. down col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. down col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
--
-- Run it:
--   mysql --default-character-set=utf8mb4 DATABASE < downgrade.sql
-- Look at the version rows:
--   mysql DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base
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
SET @migrator_found = 'base', @migrator_fits = 0, @migrator_done = 0;
SET @migrator_there = EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version');
SET @migrator_sql = IF(@migrator_there,
  CONCAT('SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''col03'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    count(*) = 0, ',
    '    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN NOT @migrator_there THEN 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at col03'
  WHEN @migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
  WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: downgrade.sql needs the database at col03, but it is at ', @migrator_found)
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

-- ==== undoing revision col03 Another name, and one column less. ====
-- from col03 to col02, revisions/03_another_name.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col03') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col03 needs the database at col03, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- add column thing.seen_at (datetime) (revisions/03_another_name.ts:23)
alter table `thing` add `seen_at` datetime;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- add column thing.price (decimal(10, 2), NOT NULL) (revisions/03_another_name.ts:24)
alter table `thing` add `price` decimal(10, 2) not null default '9.5';
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- rename column thing.note to remark (revisions/03_another_name.ts:25)
alter table `thing` rename column `note` to `remark`;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- rename column thing.label to short (revisions/03_another_name.ts:26)
alter table `thing` rename column `label` to `short`;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'col02' WHERE version_num = 'col03';
SET @migrator_moved = @migrator_moved + ROW_COUNT();
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision col03 should leave the database at col02, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision col03: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

-- ==== undoing revision col02 A column comes. ====
-- from col02 to col01, revisions/02_a_column_comes.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col02 needs the database at col02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- drop column thing.checked (revisions/02_a_column_comes.ts:22)
alter table `thing` drop `checked`;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- drop column thing.weight (revisions/02_a_column_comes.ts:23)
alter table `thing` drop `weight`;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- drop column thing.colour (revisions/02_a_column_comes.ts:24)
alter table `thing` drop `colour`;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'col01' WHERE version_num = 'col02';
SET @migrator_moved = @migrator_moved + ROW_COUNT();
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision col02 should leave the database at col01, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision col02: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

-- ==== undoing revision col01 Columns of every type, with defaults of each kind. ====
-- from col01 to base, revisions/01_columns_of_every.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('col01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision col01 needs the database at col01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- drop table thing (revisions/01_columns_of_every.ts:39)
drop table `thing`;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
DELETE FROM `migrator_version` WHERE version_num IN ('col01');
SET @migrator_moved = @migrator_moved + ROW_COUNT();
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision col01 should leave the database at base, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision col01: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 0,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration not complete: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration not complete: downgrade.sql should leave the database at base, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SELECT 'done: the database is at base' AS migrator FROM DUAL WHERE @migrator_no IS NULL;
SET @migrator_frozen = IF(@@transaction_read_only, @migrator_frozen, NULL);
DO IF(@@transaction_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
