-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: wid02
-- To:   base
-- Version table: migrator_version
-- Script: b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5
--
-- Revisions, in this order:
--   1. down wid02 A column becomes longer and gets a comment.
--      sha256 bde63542e8cd74d58517729f6f49db2101cf515d9a95941ea2252c8512b2ab17
--   2. down wid01 A table to change.
--      sha256 681edfd216fe57278a8b8d4e2bcbd45c76aedda639f2219ae4c0f853c498a3a5
--
-- Steps that lose data:
--   wid02 loses values of column person.name that varchar(40) cannot hold, unless the database refuses them.
--   wid01 loses the rows of table person.
--
-- Run it:
--   psql -X -d DATABASE -L downgrade.log -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target redshift
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql
--
-- Not one transaction: wid02.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: -v accept_loss=on, as the head of this script shows
\if :{?accept_loss}
\else
\set accept_loss off
\endif

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
\set migrator_position 0
\set migrator_on false
\set migrator_left false
\set migrator_known false
\if :migrator_there
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'wid01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'wid01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5' \gset
\endif
\if :migrator_left
\echo 'migration refused: another script left a revision half done'
\echo 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".'
SELECT CAST('migration refused: another script left a revision half done' AS integer);
\quit
\endif
\if :migrator_on
\echo 'goes on where an earlier run of this script stopped'
\endif
\if :migrator_on
\elif :migrator_there
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at wid02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at wid02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at wid02' AS integer);
\quit
\endif

CREATE TABLE IF NOT EXISTS "migrator_version" (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT "migrator_version_pkc" PRIMARY KEY (version_num)
);
CREATE TABLE IF NOT EXISTS "migrator_version_ledger" (
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  step INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  state VARCHAR(8) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  CONSTRAINT "migrator_version_ledger_pkc" PRIMARY KEY (revision)
);
CREATE TABLE IF NOT EXISTS "migrator_version_log" (
  entry INTEGER NOT NULL,
  revision VARCHAR(32) NOT NULL,
  direction VARCHAR(5) NOT NULL,
  message VARCHAR(200),
  applied_at TIMESTAMP NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);

-- ==== undoing revision wid02 A column becomes longer and gets a comment. ====
-- from wid02 to wid01, revisions/02_longer_names.ts
-- It loses values of column person.name that varchar(40) cannot hold, unless the database refuses them.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision wid02: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'wid02' AND direction = 'down' AND digest = '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid02 needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid02 needs the database at wid02' AS integer);
\quit
\endif

-- undoing revision wid02 stops here, with their number and where the first is, when there are
--   values of person.name too long for varchar(40), with which a statement below would fail
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "person" WHERE octet_length("name") > 40) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision wid02 finds values of person.name too long for varchar(40). Their number and the first:'
SELECT (SELECT COUNT(*) FROM "person" WHERE octet_length("name") > 40) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "person" WHERE octet_length("name") > 40 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision wid02 finds values of person.name too long for varchar(40)' AS integer);
\quit
\endif

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'wid02' AND direction = 'down' AND digest = '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('wid02', 'down', 0, 3, 'done', '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb', 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5');
\endif

-- alter column person.name: no comment (revisions/02_longer_names.ts:21)
comment on column "person"."name" is null;

UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'wid02' AND direction = 'down' AND digest = '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 2 AS migrator_doubt \gset
\if :migrator_doubt
\echo 'migration refused: step 2 of 3 of revision wid02 was begun by an earlier run, and nobody knows whether it took effect'
\echo 'See in a new session whether that step (alter column person.name: type varchar(40), outside any transaction (revisions/02_longer_names.ts:22)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 1, state = ''done''. Then run this file again.'
SELECT CAST('migration refused: step 2 of 3 of revision wid02 was begun by an earlier run, and nobody knows whether it took effect' AS integer);
\quit
\endif
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid02 needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid02 needs the database at wid02' AS integer);
\quit
\endif

UPDATE "migrator_version_ledger" SET step = 2, state = 'started'
  WHERE revision = 'wid02' AND direction = 'down' AND digest = '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb';
-- alter column person.name: type varchar(40), outside any transaction (revisions/02_longer_names.ts:22)
alter table "person" alter column "name" type varchar(40);
\if :ERROR
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'wid02' AND direction = 'down' AND digest = '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb';
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid02 needs the database at wid02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid02 needs the database at wid02' AS integer);
\quit
\endif

UPDATE "migrator_version" SET version_num = 'wid01' WHERE version_num = 'wid02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision wid02 should leave the database at wid01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision wid02 should leave the database at wid01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('wid02', 'down', 3, 3, 'done', '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb', 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'wid02', 'down', 'A column becomes longer and gets a comment.', SYSDATE, CURRENT_USER,
      '85985435a7aaab24535b4e5dad772c1473cd75718448312c458f11c8cdc86ffb', 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision wid02: committed'
\endif
\endif

\endif

-- ==== undoing revision wid01 A table to change. ====
-- from wid01 to base, revisions/01_a_table.ts
-- It loses the rows of table person.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision wid01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('wid01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision wid01 needs the database at wid01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision wid01 needs the database at wid01' AS integer);
\quit
\endif

-- undoing revision wid01 stops here, with their number and where the first is, when there are
--   rows of person, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "person") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision wid01 would lose rows of person. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "person") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "person" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision wid01 would lose rows of person' AS integer);
\quit
\endif

-- drop table person (revisions/01_a_table.ts:23)
drop table "person";

DELETE FROM "migrator_version" WHERE version_num IN ('wid01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision wid01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision wid01 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('wid01', 'down', 1, 1, 'done', '1ac65055eca6e2fa5aa241f2f6ec8a8c9c6dbb7cf058b86a6c87ae496daa696c', 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'wid01', 'down', 'A table to change.', SYSDATE, CURRENT_USER,
      '1ac65055eca6e2fa5aa241f2f6ec8a8c9c6dbb7cf058b86a6c87ae496daa696c', 'b9d049331c066e1f824a96e1fa879931d5bd532cc854edbef9554f233182d5e5', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision wid01: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: downgrade.sql should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: downgrade.sql should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at base'
