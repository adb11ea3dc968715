-- upgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   c1a90005
-- Version table: migrator_version
-- Script: a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e
--
-- Revisions, in this order:
--   1. up c1a90001 Columns that share the enum that one of them made
--      sha256 cfa910adbf7d2e918f69c06fa7ee76fbc2d14ba6fc9ed013ccecce25a956d5a2
--   2. up c1a90002 The column that made the enum goes
--      sha256 8b96eb671b0fdaef533df68f74b3dc5d2d903863d4cc55ce7cae7fb96bc4dcf3
--   3. up c1a90003 The last columns of the enum go: one becomes text, one is dropped
--      sha256 a97a80aca24a16f444e9ad1497634f0eca78ed37a45940a30281b2086f3b0266
--   4. up c1a90004 A table whose columns share an enum of their own goes as a whole
--      sha256 83ac1acd724e7042938e7b71a7c12edaff062890a6b0733867172cca396f6881
--   5. up c1a90005 The table goes
--      sha256 60b0b2a0c9d9ce76ea0242b2d3b63cccfce52b1cd2afbbb57e3973a82901a9bb
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 --verbose DATABASE < upgrade.sql > upgrade.log && grep '^done: ' upgrade.log
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:c1a90005 --target mariadb
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
SELECT 'this script is for MariaDB (dialect = "mariadb"), and the server is MySQL: it needs a script of its own' AS migrator FROM DUAL WHERE VERSION() NOT LIKE '%MariaDB%';
SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION';
SET autocommit = 1;
SET SESSION default_storage_engine = InnoDB;
SET SESSION foreign_key_checks = 1;
SET SESSION unique_checks = 1;
SET SESSION time_zone = '+00:00';
SET SESSION lock_wait_timeout = 30;
SET SESSION innodb_lock_wait_timeout = 30;
SET SESSION group_concat_max_len = 65535;
SET SESSION sql_safe_updates = 0, sql_big_selects = 1, sql_select_limit = DEFAULT;
SET @migrator_frozen = IF(@@tx_read_only, COALESCE(@migrator_frozen, 1), 0);
SET @migrator_place = NULL;
-- The session stays read-only until the guard below has passed.
SET SESSION TRANSACTION READ ONLY;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_done INT DEFAULT 0;
  DECLARE migrator_place INT DEFAULT 0;
  DECLARE migrator_left INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET migrator_no = CASE WHEN DATABASE() IS NULL THEN 'migration refused: no database is selected' END;
  IF migrator_no IS NULL AND NOT COALESCE(GET_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`'))), 0), 0) THEN
    SET migrator_no = 'migration refused: another session is running a script on this database';
  END IF;
  IF migrator_no IS NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version') THEN
    SELECT count(*) = 0,
        count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90005') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_fits = 1, migrator_done = 0, migrator_found = 'base';
  END IF;
  IF migrator_no IS NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger') THEN
    SET migrator_left = EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
    IF migrator_fits = 0 THEN
      SET migrator_place = IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e'), COALESCE(CASE migrator_found
      WHEN 'c1a90001' THEN 1
      WHEN 'c1a90002' THEN 2
      WHEN 'c1a90003' THEN 3
      WHEN 'c1a90004' THEN 4
    END, 0), 0);
    END IF;
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_left THEN 'migration refused: another script left a revision half done'
    WHEN migrator_done = 1 THEN 'already applied: the database is at c1a90005, nothing was changed'
    WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
    WHEN migrator_fits <> 1 AND migrator_place = 0 THEN CONCAT('migration refused: upgrade.sql needs the database at base, but it is at ', migrator_found)
  END;
  IF migrator_no IS NULL THEN
    SET migrator_no = CONCAT('migration refused: upgrade.sql ', COALESCE(
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('READ_ONLY ADMIN'))
        AND CURRENT_ROLE() IS NULL THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks READ_ONLY ADMIN') END,
    (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES'))));
  END IF;
  IF migrator_no IS NOT NULL THEN DO RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))); END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, CASE WHEN migrator_no LIKE 'migration refused: upgrade.sql expects %' OR migrator_no LIKE 'migration refused: upgrade.sql makes %' THEN 'Nothing was changed. Mend what it names, or have the script made for what is there.' WHEN migrator_no = 'migration refused: another script left a revision half done' THEN 'Nothing was changed. `migrator_version_ledger` shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM `migrator_version_ledger`.' WHEN LOCATE('upgrade.sql needs the database at base', migrator_no) > 0 THEN 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' ELSE 'Nothing was changed.' END AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF migrator_place > 0 THEN SELECT 'goes on where an earlier run of this script stopped' AS migrator; END IF;
  SET @migrator_place = migrator_place;
  SET SESSION tx_read_only = 0;
END//
DELIMITER ;

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

-- ==== revision c1a90001 Columns that share the enum that one of them made ====
-- from base to c1a90001, revisions/c1a90001_moods.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET @migrator_step = NULL, @migrator_begun = 0;
  IF @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_step = 0;
  IF @migrator_place > 0 THEN
    SET @migrator_step = 1000000;
    SELECT 'revision c1a90001: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096';
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90001', 'up', 0, 3, 'done', 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
    END IF;
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90001 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 3 of revision c1a90001 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create table person (2 columns) (revisions/c1a90001_moods.ts:8)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create table person (2 columns) (revisions/c1a90001_moods.ts:8)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096';
    create table `person` (`id` int not null, `mood` enum('sad', 'happy'), primary key (`id`));
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90001 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 3 of revision c1a90001 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create table pet (3 columns) (revisions/c1a90001_moods.ts:12)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create table pet (3 columns) (revisions/c1a90001_moods.ts:12)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096';
    create table `pet` (
  `id` int not null,
  `mood` enum('sad', 'happy'),
  `best` enum('sad', 'happy'),
  primary key (`id`)
);
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'c1a90001' AND direction = 'up' AND digest = 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90001 needs the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

-- insert 1 row into pet (revisions/c1a90001_moods.ts:17)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
    insert into `pet` (`id`, `mood`, `best`) values
  (1, 'sad', 'happy');
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  INSERT INTO `migrator_version` (version_num) VALUES ('c1a90001');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90001') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision c1a90001 should leave the database at c1a90001, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90001', 'up', 3, 3, 'done', 'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90001', 'up', 'Columns that share the enum that one of them made', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      'dac079bb8c411669bc7356bdc963b56533fc1be186cc72d9a8ae5d9971271096', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e', 0
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision c1a90001: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 3;


-- ==== revision c1a90002 The column that made the enum goes ====
-- from c1a90001 to c1a90002, revisions/c1a90002_maker.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET @migrator_step = NULL, @migrator_begun = 0;
  IF @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_step = 0;
  IF @migrator_place > 1 THEN
    SET @migrator_step = 1000000;
    SELECT 'revision c1a90002: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c';
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90002', 'up', 0, 2, 'done', 'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
    END IF;
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90001') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90002 needs the database at c1a90001, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 2 of revision c1a90002 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (loss accepted: nobody asked them drop column person.mood (revisions/c1a90002_maker.ts:8)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- loss accepted: nobody asked them
-- drop column person.mood (revisions/c1a90002_maker.ts:8)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c';
    alter table `person` drop `mood`;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90002' AND direction = 'up' AND digest = 'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90001') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90002 needs the database at c1a90001, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  UPDATE `migrator_version` SET version_num = 'c1a90002' WHERE version_num = 'c1a90001';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90002') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision c1a90002 should leave the database at c1a90002, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90002', 'up', 2, 2, 'done', 'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90002', 'up', 'The column that made the enum goes', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      'd9e998ebf9fc7301ea88248f07673c2aa190165df4acfaa209fa19d27074f91c', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e', 0
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision c1a90002: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 2;


-- ==== revision c1a90003 The last columns of the enum go: one becomes text, one is dropped ====
-- from c1a90002 to c1a90003, revisions/c1a90003_last.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET @migrator_step = NULL, @migrator_begun = 0;
  IF @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_step = 0;
  IF @migrator_place > 2 THEN
    SET @migrator_step = 1000000;
    SELECT 'revision c1a90003: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569';
  END IF;
END//
DELIMITER ;

-- revision c1a90003 stops here, with their number and where the first is, when there are
--   values of pet.mood too long for varchar(20), with which a statement below would fail
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  IF @migrator_begun <> 1 THEN
  SET @migrator_count = (SELECT COUNT(*) FROM `pet` WHERE CHAR_LENGTH(`mood`) > 20);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `pet` WHERE CHAR_LENGTH(`mood`) > 20 ORDER BY `id` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: revision c1a90003 finds ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of pet.mood too long for varchar(20)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Mend the rows, and run the script again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'up', 0, 3, 'done', '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
    END IF;
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90002') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90003 needs the database at c1a90002, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 3 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (loss accepted: pets do not say drop column pet.best (revisions/c1a90003_last.ts:8)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- loss accepted: pets do not say
-- drop column pet.best (revisions/c1a90003_last.ts:8)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569';
    alter table `pet` drop `best`;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90002') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90003 needs the database at c1a90002, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 3 of revision c1a90003 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (alter column pet.mood: type varchar(20) (revisions/c1a90003_last.ts:9)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- alter column pet.mood: type varchar(20) (revisions/c1a90003_last.ts:9)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569';
    alter table `pet` modify `mood` varchar(20) null;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'c1a90003' AND direction = 'up' AND digest = '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90002') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90003 needs the database at c1a90002, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  UPDATE `migrator_version` SET version_num = 'c1a90003' WHERE version_num = 'c1a90002';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90003') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision c1a90003 should leave the database at c1a90003, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90003', 'up', 3, 3, 'done', '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90003', 'up', 'The last columns of the enum go: one becomes text, one is dropped', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '5ff9b8ca3d233959c7c26cf6fc7f749bd770703e68591ce2d64726475cfa5569', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e', 0
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision c1a90003: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 3;


-- ==== revision c1a90004 A table whose columns share an enum of their own goes as a whole ====
-- from c1a90003 to c1a90004, revisions/c1a90004_table.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET @migrator_step = NULL, @migrator_begun = 0;
  IF @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_step = 0;
  IF @migrator_place > 3 THEN
    SET @migrator_step = 1000000;
    SELECT 'revision c1a90004: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00';
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90004', 'up', 0, 3, 'done', '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
    END IF;
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90003') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90004 needs the database at c1a90003, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 3 of revision c1a90004 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (create table plant (3 columns) (revisions/c1a90004_table.ts:8)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- create table plant (3 columns) (revisions/c1a90004_table.ts:8)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00';
    create table `plant` (
  `id` int not null,
  `width` enum('s', 'm'),
  `pot` enum('s', 'm'),
  primary key (`id`)
);
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90003') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90004 needs the database at c1a90003, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 3 of revision c1a90004 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop column plant.width (revisions/c1a90004_table.ts:13)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop column plant.width (revisions/c1a90004_table.ts:13)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00';
    alter table `plant` drop `width`;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'c1a90004' AND direction = 'up' AND digest = '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90003') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90004 needs the database at c1a90003, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
  UPDATE `migrator_version` SET version_num = 'c1a90004' WHERE version_num = 'c1a90003';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90004') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision c1a90004 should leave the database at c1a90004, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90004', 'up', 3, 3, 'done', '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90004', 'up', 'A table whose columns share an enum of their own goes as a whole', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '3cf9279fc9f93324da8851ba03b5119a213dc7d40964092a081d18b5a2f6fc00', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e', 0
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision c1a90004: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 3;


-- ==== revision c1a90005 The table goes ====
-- from c1a90004 to c1a90005, revisions/c1a90005_gone.ts

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SET @migrator_step = NULL, @migrator_begun = 0;
  IF @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  SET @migrator_step = 0;
  IF @migrator_place > 4 THEN
    SET @migrator_step = 1000000;
    SELECT 'revision c1a90005: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'c1a90005' AND direction = 'up' AND digest = '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea';
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'c1a90005' AND direction = 'up' AND digest = '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90005', 'up', 0, 2, 'done', '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
    END IF;
  END IF;
END//
DELIMITER ;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90004') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90005 needs the database at c1a90004, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 2 of revision c1a90005 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (loss accepted: plants are samples drop table plant (revisions/c1a90005_gone.ts:8)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- loss accepted: plants are samples
-- drop table plant (revisions/c1a90005_gone.ts:8)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'c1a90005' AND direction = 'up' AND digest = '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'c1a90005' AND direction = 'up' AND digest = '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea';
    drop table `plant`;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'c1a90005' AND direction = 'up' AND digest = '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea';
  END IF;
END//
DELIMITER ;
SET SESSION tx_read_only = (@@tx_read_only OR @@error_count > 0 OR @migrator_place IS NULL);
EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'DO 0');

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90004') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision c1a90005 needs the database at c1a90004, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;
SET autocommit = 0;

DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_moved INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
  UPDATE `migrator_version` SET version_num = 'c1a90005' WHERE version_num = 'c1a90004';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90005') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision c1a90005 should leave the database at c1a90005, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('c1a90005', 'up', 2, 2, 'done', '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'c1a90005', 'up', 'The table goes', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '4e32a7523f93734a57824b40d8c5a9c9d1e0e84b58502514df7cc3c9b3514cea', 'a4026618c2f70e22fe6a33c55a5efabafc95d096c17ba152affce6826f4b482e', 0
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision c1a90005: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 2;


DELIMITER //
BEGIN NOT ATOMIC
  DECLARE migrator_fits INT DEFAULT 0;
  DECLARE migrator_found TEXT DEFAULT NULL;
  DECLARE migrator_no TEXT DEFAULT NULL;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('c1a90005') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: upgrade.sql should leave the database at c1a90005, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  SELECT 'done: the database is at c1a90005' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
