-- downgrade.sql: made by migrator for MySQL 8.0 and mysql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: raw02
-- To:   base
-- Version table: migrator_version
--
-- Revisions, in this order:
--   1. down raw02 A trigger.
--      sha256 68e650cb12cbec0829935564851c9f95e04bece74871119668baae40f638da3d
--   2. down raw01 SQL written by hand.
--      sha256 c2749a25ee7b5339d0c5950ee22eeddeef99f7069bb1c6ece537d8f73ef0dc23
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
  CONCAT('SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN (''raw02'') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1, ',
    '    count(*) = 0, ',
    '    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR '', ''), ''base'') ',
    '  INTO @migrator_fits, @migrator_done, @migrator_found FROM `migrator_version` '),
  'DO 0');
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET @migrator_no = CASE
  WHEN @migrator_no IS NOT NULL THEN @migrator_no
  WHEN NOT @migrator_there THEN 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at raw02'
  WHEN @migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
  WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: downgrade.sql needs the database at raw02, but it is at ', @migrator_found)
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

-- ==== undoing revision raw02 A trigger. ====
-- from raw02 to raw01, revisions/02_a_trigger.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('raw02') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision raw02 needs the database at raw02, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- run SQL: drop trigger word_trim (revisions/02_a_trigger.ts:93)
drop trigger word_trim;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
UPDATE `migrator_version` SET version_num = 'raw01' WHERE version_num = 'raw02';
SET @migrator_moved = @migrator_moved + ROW_COUNT();
SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('raw01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration undone: an earlier statement of this script failed'
  WHEN @migrator_moved <> 1 THEN
    CONCAT('migration undone: ', @migrator_moved, ' rows of the version table moved instead of 1')
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration undone: revision raw02 should leave the database at raw01, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision raw02: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

-- ==== undoing revision raw01 SQL written by hand. ====
-- from raw01 to base, revisions/01_sql_written_by.ts

SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('raw01') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
    COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')
  INTO @migrator_fits, @migrator_found FROM `migrator_version`;
SET @migrator_no = CASE
  WHEN @@transaction_read_only THEN 'migration refused: an earlier statement of this script failed'
  WHEN @migrator_fits = 1 THEN NULL
  ELSE CONCAT('migration refused: revision raw01 needs the database at raw01, but it is at ', @migrator_found)
END;
SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
SET autocommit = 0;

-- run SQL: delete from `word` where `id` in (1, 2); (revisions/01_sql_written_by.ts:33)
delete from `word` where `id` in (1, 2);
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

-- drop table word (revisions/01_sql_written_by.ts:34)
drop table `word`;
SET SESSION transaction_read_only = (@@transaction_read_only OR @@error_count > 0);

SET @migrator_moved = 0;
DELETE FROM `migrator_version` WHERE version_num IN ('raw01');
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
  ELSE CONCAT('migration undone: revision raw01 should leave the database at base, but it is at ', @migrator_found)
END;

SET SESSION transaction_read_only = IF(@migrator_no IS NULL, 0, 1);
SELECT @migrator_no AS migrator FROM DUAL WHERE @migrator_no IS NOT NULL;
SET @migrator_sql = IF(@migrator_no IS NULL, 'COMMIT', CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`'));
PREPARE migrator_step FROM @migrator_sql;
EXECUTE migrator_step;
DEALLOCATE PREPARE migrator_step;
ROLLBACK;
SET autocommit = 1;
SELECT 'revision raw01: committed' AS migrator FROM DUAL WHERE @migrator_no IS NULL;

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
