-- downgrade.sql: made by migrator for MariaDB 10.11 and mariadb
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: b71c09e4
-- To:   base
-- Version table: migrator_version
-- Script: 5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517
--
-- Revisions, in this order:
--   1. down b71c09e4 A column that a trigger and a view name becomes longer
--      derived from its upgrade
--      sha256 6b7ba1c89b29f7c4263082efcf2647d378c9fca8402a0aed8c08809f58317433
--   2. down a71c09e4 A table with rows
--      sha256 3344b3d5032c03113ad978233b259ca559b0aee5ba21cc70ba5b8d4bd8e26149
--
-- Steps that lose data:
--   b71c09e4 loses values of column item.name that varchar(40) cannot hold, unless the database refuses them.
--   a71c09e4 loses the rows of table item.
--
-- Run it:
--   mariadb --default-character-set=utf8mb4 --verbose DATABASE < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
-- Look at the version rows:
--   mariadb DATABASE -e 'SELECT version_num FROM `migrator_version` ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target mariadb
-- It refuses, too, unless what it expects holds:
--   it expects a server that takes changes
--   it expects an engine that can undo what fails, as InnoDB can, of migrator_version
--   it expects the right SUPER or log_bin_trust_function_creators = ON for trigger item_name, where there is a binary log
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with a status other than 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   mariadb --init-command='SET @migrator_accept_loss = 1' --default-character-set=utf8mb4 --verbose DATABASE < downgrade.sql > downgrade.log && grep '^done: ' downgrade.log
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
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: SET @migrator_accept_loss = 1 before it, as the head of this script shows
SET @migrator_accept_loss = COALESCE(@migrator_accept_loss, 0);
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
    SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('b71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
        count(*) = 0,
        COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
      INTO migrator_fits, migrator_done, migrator_found FROM `migrator_version`;
  ELSE
    SET migrator_no = COALESCE(migrator_no, 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at b71c09e4');
  END IF;
  IF migrator_no IS NULL AND EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrator_version_ledger') THEN
    SET migrator_left = EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517');
    IF migrator_fits = 0 THEN
      SET migrator_place = IF(EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE script = '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517'), COALESCE(CASE migrator_found
      WHEN 'a71c09e4' THEN 1
    END, 0), 0);
    END IF;
  END IF;
  SET migrator_no = CASE
    WHEN migrator_no IS NOT NULL THEN migrator_no
    WHEN migrator_left THEN 'migration refused: another script left a revision half done'
    WHEN migrator_done = 1 THEN 'already applied: the database is at base, nothing was changed'
    WHEN @migrator_frozen THEN 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first'
    WHEN migrator_fits <> 1 AND migrator_place = 0 THEN CONCAT('migration refused: downgrade.sql needs the database at b71c09e4, but it is at ', migrator_found)
  END;
  IF migrator_no IS NULL THEN
    SET migrator_no = CONCAT('migration refused: downgrade.sql ', COALESCE(
    CASE WHEN CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('READ_ONLY ADMIN'))
        AND CURRENT_ROLE() IS NULL THEN CONCAT('expects a server that takes changes, but read_only is ON, and ', CURRENT_USER(), ' lacks READ_ONLY ADMIN') END,
    (SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND CAST(t.table_name AS BINARY) IN ('migrator_version')
        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES')),
    CASE WHEN @@log_bin AND NOT @@log_bin_trust_function_creators
        AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE REPLACE(grantee, '''', '') = CURRENT_USER() AND privilege_type IN ('SUPER'))
        AND CURRENT_ROLE() IS NULL THEN CONCAT('expects the right SUPER or log_bin_trust_function_creators = ON for trigger item_name, because the server keeps a binary log, but ', CURRENT_USER(), ' has it not') END));
  END IF;
  IF migrator_no IS NOT NULL THEN DO RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))); END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, CASE WHEN migrator_no LIKE 'migration refused: downgrade.sql expects %' OR migrator_no LIKE 'migration refused: downgrade.sql makes %' THEN 'Nothing was changed. Mend what it names, or have the script made for what is there.' WHEN migrator_no = 'migration refused: another script left a revision half done' THEN 'Nothing was changed. `migrator_version_ledger` shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM `migrator_version_ledger`.' WHEN LOCATE('downgrade.sql needs the database at b71c09e4', migrator_no) > 0 THEN 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.' ELSE 'Nothing was changed.' END AS hint;
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

-- ==== undoing revision b71c09e4 A column that a trigger and a view name becomes longer ====
-- from b71c09e4 to a71c09e4, revisions/b71c09e4_alter_type_trigger.ts
-- Derived from the upgrade, because the revision exports no downgrade.
-- It loses values of column item.name that varchar(40) cannot hold, unless the database refuses them.

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
    SELECT 'revision b71c09e4: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a';
  END IF;
END//
DELIMITER ;

-- undoing revision b71c09e4 stops here, with their number and where the first is, when there are
--   values of item.name too long for varchar(40), with which a statement below would fail
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
  SET @migrator_count = (SELECT COUNT(*) FROM `item` WHERE CHAR_LENGTH(`name`) > 40);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `item` WHERE CHAR_LENGTH(`name`) > 40 ORDER BY `id` LIMIT 1);
    SET migrator_no = CONCAT('migration refused: undoing revision b71c09e4 finds ', @migrator_count, ' value', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of item.name too long for varchar(40)', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
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
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('b71c09e4', 'down', 0, 4, 'done', '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a', '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517');
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('b71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision b71c09e4 needs the database at b71c09e4, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 4 of revision b71c09e4 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (alter column item.name: type varchar(40) (revisions/b71c09e4_alter_type_trigger.ts:16)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- alter column item.name: type varchar(40) (revisions/b71c09e4_alter_type_trigger.ts:16)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a';
    alter table `item` modify `name` varchar(40) not null;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('b71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision b71c09e4 needs the database at b71c09e4, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 2 THEN
    SET migrator_no = 'migration refused: step 2 of 4 of revision b71c09e4 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop trigger item_name on item (revisions/b71c09e4_alter_type_trigger.ts:9)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 1, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop trigger item_name on item (revisions/b71c09e4_alter_type_trigger.ts:9)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 2 THEN
    UPDATE `migrator_version_ledger` SET step = 2, state = 'started'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a';
    drop trigger `item_name`;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('b71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision b71c09e4 needs the database at b71c09e4, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 3 THEN
    SET migrator_no = 'migration refused: step 3 of 4 of revision b71c09e4 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop view named (revisions/b71c09e4_alter_type_trigger.ts:8)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 2, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop view named (revisions/b71c09e4_alter_type_trigger.ts:8)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 2, state = 'done'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 3 THEN
    UPDATE `migrator_version_ledger` SET step = 3, state = 'started'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a';
    drop view `named`;
    UPDATE `migrator_version_ledger` SET step = 3, state = 'done'
  WHERE revision = 'b71c09e4' AND direction = 'down' AND digest = '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a';
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
  IF @migrator_step < 4 THEN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('b71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision b71c09e4 needs the database at b71c09e4, but it is at ', migrator_found);
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
  IF @migrator_step < 4 THEN
  UPDATE `migrator_version` SET version_num = 'a71c09e4' WHERE version_num = 'b71c09e4';
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('a71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision b71c09e4 should leave the database at a71c09e4, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('b71c09e4', 'down', 4, 4, 'done', '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a', '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'b71c09e4', 'down', 'A column that a trigger and a view name becomes longer', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '7794960b22db56d26f75eafd5c752a204d979e4c817e6bff1e764a4135a1121a', '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision b71c09e4: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 4;


-- ==== undoing revision a71c09e4 A table with rows ====
-- from a71c09e4 to base, revisions/a71c09e4_tables.ts
-- It loses the rows of table item.

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
    SELECT 'revision a71c09e4: applied already' AS migrator;
  ELSE
    SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),
    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)
  INTO @migrator_step, @migrator_begun FROM `migrator_version_ledger` WHERE revision = 'a71c09e4' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba';
  END IF;
END//
DELIMITER ;

-- undoing revision a71c09e4 stops here, with their number and where the first is, when there are
--   rows of item, which would be lost
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
  SET @migrator_count = (SELECT COUNT(*) FROM `item`);
  IF @migrator_count > 0 THEN
    SET @migrator_first = (SELECT CONCAT('id = ', LEFT(CAST(`id` AS char), 60)) FROM `item` ORDER BY `id` LIMIT 1);
    IF @migrator_accept_loss THEN SELECT CONCAT('loss accepted: undoing revision a71c09e4 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of item', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END) AS migrator; ELSE
    SET migrator_no = CONCAT('migration refused: undoing revision a71c09e4 would lose ', @migrator_count, ' row', CASE WHEN @migrator_count = 1 THEN '' ELSE 's' END, ' of item', CASE WHEN @migrator_first IS NULL THEN '' ELSE CONCAT(' (first: ', @migrator_first, ')') END);
    END IF;
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.' AS hint;
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
    IF NOT EXISTS (SELECT 1 FROM `migrator_version_ledger` WHERE revision = 'a71c09e4' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba') THEN
      DELETE FROM `migrator_version_ledger`;
      INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('a71c09e4', 'down', 0, 2, 'done', '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba', '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517');
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('a71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision a71c09e4 needs the database at a71c09e4, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  IF @migrator_begun = 1 THEN
    SET migrator_no = 'migration refused: step 1 of 2 of revision a71c09e4 was begun by an earlier run, and nobody knows whether it took effect';
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'See in a new session whether that step (drop table item (revisions/a71c09e4_tables.ts:23)) took effect. If it did: UPDATE `migrator_version_ledger` SET state = ''done''. If it did not: UPDATE `migrator_version_ledger` SET step = 0, state = ''done''. Then run this file again.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  END IF;
END//
DELIMITER ;

-- drop table item (revisions/a71c09e4_tables.ts:23)
DELIMITER //
BEGIN NOT ATOMIC
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
    ROLLBACK;
    UPDATE `migrator_version_ledger` SET step = 0, state = 'done'
  WHERE revision = 'a71c09e4' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba' AND NOT @@tx_read_only;
    SET SESSION tx_read_only = 1;
    RESIGNAL;
  END;
  IF @migrator_step < 1 THEN
    UPDATE `migrator_version_ledger` SET step = 1, state = 'started'
  WHERE revision = 'a71c09e4' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba';
    drop table `item`;
    UPDATE `migrator_version_ledger` SET step = 1, state = 'done'
  WHERE revision = 'a71c09e4' AND direction = 'down' AND digest = '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba';
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
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) IN ('a71c09e4') THEN CAST(CONVERT(version_num USING utf8mb4) AS BINARY) END) = 1,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration refused: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration refused: revision a71c09e4 needs the database at a71c09e4, but it is at ', migrator_found);
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
  DELETE FROM `migrator_version` WHERE version_num IN ('a71c09e4');
  SET migrator_moved = migrator_moved + ROW_COUNT();
  IF migrator_moved <> 1 THEN
    SET migrator_no = CONCAT('migration undone: ', migrator_moved, ' rows of the version table moved instead of 1');
  END IF;
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration undone: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration undone: revision a71c09e4 should leave the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'This transaction was undone. Another session may have changed the version table.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  INSERT INTO `migrator_version_ledger` (revision, direction, step, steps, state, digest, script)
    VALUES ('a71c09e4', 'down', 2, 2, 'done', '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba', '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517');
  INSERT INTO `migrator_version_log`
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'a71c09e4', 'down', 'A table with rows', CURRENT_TIMESTAMP(6), LEFT(USER(), 128),
      '8f09eddd035b9bb95915b87efc8e5ea4d93b1435a0b21fc1ac2a60d8d3b6d6ba', '5b352f7d2979abc4fcd4fcb1f2eb44cd4dc3d14a21ffe6afb255f6040fff4517', COALESCE(@migrator_accept_loss, 0)
    FROM `migrator_version_log`;
  END IF;
END//
DELIMITER ;

EXECUTE IMMEDIATE IF(@@tx_read_only, 'ROLLBACK', 'COMMIT');
SET autocommit = 1;
SELECT 'revision a71c09e4: committed' AS migrator FROM DUAL WHERE NOT @@tx_read_only AND @migrator_step < 2;


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
  SELECT count(*) = 0,
      COALESCE(GROUP_CONCAT(IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL')) ORDER BY CAST(CONVERT(version_num USING utf8mb4) AS BINARY) SEPARATOR ', '), 'base')
    INTO migrator_fits, migrator_found FROM `migrator_version`;
  IF @@tx_read_only OR @migrator_place IS NULL THEN
    SET migrator_no = 'migration not complete: an earlier statement of this script failed';
  ELSEIF NOT migrator_fits THEN
    SET migrator_no = CONCAT('migration not complete: downgrade.sql should leave the database at base, but it is at ', migrator_found);
  END IF;
  IF migrator_no IS NOT NULL THEN
    SELECT migrator_no AS migrator, 'Read the messages above this one: something failed.' AS hint;
    SET @migrator_no = LEFT(migrator_no, 128);
    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;
  END IF;
  DELETE FROM `migrator_version_ledger`;
  SELECT 'done: the database is at base' AS migrator;
END//
DELIMITER ;
SET @migrator_frozen = IF(@@tx_read_only, @migrator_frozen, NULL);
DO IF(@@tx_read_only, 0, RELEASE_LOCK(CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', '`migrator_version`')))));
