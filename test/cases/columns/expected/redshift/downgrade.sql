-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: col03
-- To:   base
-- Version table: migrator_version
-- Script: 86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16
--
-- Revisions, in this order:
--   1. down col03 Columns of every type are renamed and dropped.
--      sha256 aad3bb5db505d57ee05f435512c378c7e17e7365f2fe552c2c0ea8399ccd0ad5
--   2. down col02 A column comes.
--      sha256 2e32ac34b3a599ad74694525a3d9a43eb32e6310f853582e8b5c619877bd7894
--   3. down col01 Columns of every type, with defaults of each kind.
--      sha256 81be68e770c2f0fba94c84a5ee8a81e3e3ad03bfeda02f78a496c836c14dadeb
--
-- Steps that lose data:
--   col02 loses the values of column thing.checked.
--   col02 loses the values of column thing.weight.
--   col02 loses the values of column thing.colour.
--   col01 loses the rows of table thing.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16' \gset
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
      WHEN 'col02' THEN 1
      WHEN 'col01' THEN 2
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'col02' THEN 1
      WHEN 'col01' THEN 2
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at col03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at col03' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at col03'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at col03' AS integer);
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

-- ==== undoing revision col03 Columns of every type are renamed and dropped. ====
-- from col03 to col02, revisions/03_another_name.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision col03: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col03 needs the database at col03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col03 needs the database at col03' AS integer);
\quit
\endif

-- add column thing.seen_at (timestamp) (revisions/03_another_name.ts:23)
alter table "thing" add column "seen_at" timestamp;

-- add column thing.price (decimal(10, 2), NOT NULL) (revisions/03_another_name.ts:24)
alter table "thing" add column "price" decimal(10, 2) default 9.5 not null;

-- rename column thing.note to remark (revisions/03_another_name.ts:25)
alter table "thing" rename column "note" to "remark";

-- rename column thing.label to short (revisions/03_another_name.ts:26)
alter table "thing" rename column "label" to "short";

UPDATE "migrator_version" SET version_num = 'col02' WHERE version_num = 'col03';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col03 should leave the database at col02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col03 should leave the database at col02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('col03', 'down', 1, 1, 'done', 'e5a09ca901ecd2c49ba5a44317f900e72f12c94aad10c14e3d324ff178375dfb', '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col03', 'down', 'Columns of every type are renamed and dropped.', SYSDATE, CURRENT_USER,
      'e5a09ca901ecd2c49ba5a44317f900e72f12c94aad10c14e3d324ff178375dfb', '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col03: committed'
\endif

\endif

-- ==== undoing revision col02 A column comes. ====
-- from col02 to col01, revisions/02_a_column_comes.ts
-- It loses the values of column thing.checked.
-- It loses the values of column thing.weight.
-- It loses the values of column thing.colour.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision col02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col02 needs the database at col02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col02 needs the database at col02' AS integer);
\quit
\endif

-- undoing revision col02 stops here, with their number and where the first is, when there are
--   values of thing.checked, which would be lost
--   values of thing.weight, which would be lost
--   values of thing.colour, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "thing" WHERE "checked" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision col02 would lose values of thing.checked. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "thing" WHERE "checked" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "thing" WHERE "checked" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision col02 would lose values of thing.checked' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "thing" WHERE "weight" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision col02 would lose values of thing.weight. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "thing" WHERE "weight" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "thing" WHERE "weight" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision col02 would lose values of thing.weight' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "thing" WHERE "colour" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision col02 would lose values of thing.colour. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "thing" WHERE "colour" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "thing" WHERE "colour" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision col02 would lose values of thing.colour' AS integer);
\quit
\endif

-- drop column thing.checked (revisions/02_a_column_comes.ts:22)
alter table "thing" drop column "checked";

-- drop column thing.weight (revisions/02_a_column_comes.ts:23)
alter table "thing" drop column "weight";

-- drop column thing.colour (revisions/02_a_column_comes.ts:24)
alter table "thing" drop column "colour";

UPDATE "migrator_version" SET version_num = 'col01' WHERE version_num = 'col02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col02 should leave the database at col01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col02 should leave the database at col01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('col02', 'down', 1, 1, 'done', 'cda88fbd0581785a2f4d53d2d1c9020d8a6efc0ba7195d8c2a27e40b42ec06eb', '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col02', 'down', 'A column comes.', SYSDATE, CURRENT_USER,
      'cda88fbd0581785a2f4d53d2d1c9020d8a6efc0ba7195d8c2a27e40b42ec06eb', '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col02: committed'
\endif

\endif

-- ==== undoing revision col01 Columns of every type, with defaults of each kind. ====
-- from col01 to base, revisions/01_columns_of_every.ts
-- It loses the rows of table thing.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 2 AS migrator_todo, :migrator_position > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision col01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('col01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision col01 needs the database at col01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision col01 needs the database at col01' AS integer);
\quit
\endif

-- undoing revision col01 stops here, with their number and where the first is, when there are
--   rows of thing, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "thing") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision col01 would lose rows of thing. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "thing") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "thing" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision col01 would lose rows of thing' AS integer);
\quit
\endif

-- drop table thing (revisions/01_columns_of_every.ts:39)
drop table "thing";

DELETE FROM "migrator_version" WHERE version_num IN ('col01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision col01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision col01 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('col01', 'down', 1, 1, 'done', 'c80d5d0a14f1ded2fff5edfa7b96eb5779a822e05a69b961bbc047cf2ca9dcc5', '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'col01', 'down', 'Columns of every type, with defaults of each kind.', SYSDATE, CURRENT_USER,
      'c80d5d0a14f1ded2fff5edfa7b96eb5779a822e05a69b961bbc047cf2ca9dcc5', '86e55d53d1593bf7fe3bf6dcdc34578e8691d806c615647754892171b4b70a16', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision col01: committed'
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
