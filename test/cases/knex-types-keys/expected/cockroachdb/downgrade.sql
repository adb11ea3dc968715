-- downgrade.sql: made by migrator for CockroachDB 24.1 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ktk02
-- To:   base
-- Version table: migrator_version
-- Script: 80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6
--
-- Revisions, in this order:
--   1. down ktk02 The same on tables that are there.
--      sha256 976d7b79f2d11a5405db01472fb90bae7a074ca61da8cbde4868e54a412a21d6
--   2. down ktk01 Keys and indexes in the ways that knex lets them be said.
--      sha256 10ec76d9f79022b15aeb7efeee8f99aab64b12a66767c7e58438b3985d5638dd
--
-- Steps that lose data:
--   ktk02 loses the values of column pass.until.
--   ktk02 loses the values of column worker.third_firm_id.
--   ktk01 loses the rows of table badge.
--   ktk01 loses the rows of table worker.
--   ktk01 loses the rows of table firm.
--
-- Run it:
--   psql -X -d DATABASE -L downgrade.log -f downgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator downgrade --sql WHERE_IT_IS:base --target cockroachdb
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.
--
-- Before a revision loses rows or values it counts them, and refuses when there are any. To accept that
-- they are lost, turn on the switch that is marked SWITCH below:
--   psql -X -v accept_loss=on -d DATABASE -L downgrade.log -f downgrade.sql
--
-- Not one transaction: ktk02.
-- When a statement of such a revision fails, what was done before it in its revision stays.
-- The ledger beside the version table knows the steps that are done: mend what the message says, and run the
-- same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look
-- at and how to settle it.
--
-- It waits at most 10 s for a lock (lock_timeout).
-- A statement that waited too long fails (canceling statement due to lock timeout), and what was committed
--   before it stays.
-- See who holds the lock, and run the same file again:
--   SHOW CLUSTER SESSIONS

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET lock_timeout = '10s';
SET TimeZone = 'UTC';
SET sql_safe_updates = 'off';
SET default_int_size = '8';
SET default_transaction_isolation = 'serializable';
SELECT count(*) > 0 AS migrator_autocommits FROM pg_settings
  WHERE name = 'autocommit_before_ddl' \gset
\if :migrator_autocommits
SET autocommit_before_ddl = off;
\endif
-- ==== SWITCH: off unless you accept that the rows and values counted below are lost ====
-- On: -v accept_loss=on, as the head of this script shows
\if :{?accept_loss}
\else
\set accept_loss off
\endif
\set migrator_frozen on
SELECT current_setting('default_transaction_read_only') AS migrator_frozen \gset
-- The session stays read-only until the guard below has passed.
SET default_transaction_read_only = on;

\set migrator_done false
\set migrator_there false
SELECT to_regclass('"migrator_version"') IS NOT NULL AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 0 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6' \gset
\endif
\if :migrator_done
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
RESET sql_safe_updates;
RESET default_int_size;
RESET default_transaction_isolation;
\echo 'already applied: the database is at base, nothing was changed'
\quit
\endif
\if :migrator_frozen
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION 'migration refused: the session was read-only before this script began; whoever made it so must allow writing first';
  END IF;
END
$migrator$;
\quit
\endif
\set migrator_position 0
\set migrator_on false
\set migrator_left false
\set migrator_known false
\if :migrator_there
SELECT to_regclass('"migrator_version_ledger"') IS NOT NULL AS migrator_known \gset
\endif
\if :migrator_known
SELECT coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'ktk01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
      WHEN 'ktk01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6' \gset
\endif
\if :migrator_left
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: another script left a revision half done' USING HINT = 'Nothing was changed. "migrator_version_ledger" shows which step of which revision: run that script to its end first, or undo the steps of that revision by hand, or see that it is applied as a whole, and DELETE FROM "migrator_version_ledger".';
  END IF;
END
$migrator$;
\quit
\endif
\if :migrator_on
\echo 'goes on where an earlier run of this script stopped'
\endif
\if :migrator_on
DO $migrator$
DECLARE
  found text;
BEGIN
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
\if :migrator_there
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'downgrade.sql needs the database at ktk02', found
      USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
  found := set_config('default_transaction_read_only', 'off', false);
END
$migrator$;
\else
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ktk02' USING HINT = 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.';
  END IF;
END
$migrator$;
\endif
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
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
  applied_by VARCHAR(128),
  digest VARCHAR(64) NOT NULL,
  script VARCHAR(64) NOT NULL,
  accepted_loss INTEGER NOT NULL,
  CONSTRAINT "migrator_version_log_pkc" PRIMARY KEY (entry)
);

-- ==== undoing revision ktk02 The same on tables that are there. ====
-- from ktk02 to ktk01, revisions/02_later.ts
-- It loses the values of column pass.until.
-- It loses the values of column worker.third_firm_id.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktk02: applied already'
\endif
\if :migrator_todo
\set migrator_step 0
\set migrator_begun 0
SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,
    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun
  FROM "migrator_version_ledger" WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27' \gset

\set migrator_todo false
SELECT :migrator_step < 1 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 1 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 1 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop column pass.until (revisions/02_later.ts:34)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 0, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision ktk02 stops here, with their number and where the first is, when there are
--   values of pass.until, which would be lost
--   values of worker.third_firm_id, which would be lost
--   duplicates in worker (mail), with which a statement below would fail
--   rows of worker whose firm_country, firm_number no row of firm has, with which a statement below would fail
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "pass" WHERE "until" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'code = ' || LEFT("code"::text, 60) || ', edition = ' || LEFT("edition"::text, 60) FROM "pass" WHERE "until" IS NOT NULL ORDER BY "code", "edition" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk02 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of pass.until' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "worker" WHERE "third_firm_id" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "worker" WHERE "third_firm_id" IS NOT NULL ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk02 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of worker.third_firm_id' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM (SELECT 1 AS one FROM "worker" WHERE "mail" IS NOT NULL GROUP BY "mail" HAVING COUNT(*) > 1) migrator_found);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'mail = ' || LEFT("mail"::text, 60) FROM "worker" WHERE "mail" IS NOT NULL GROUP BY "mail" HAVING COUNT(*) > 1 ORDER BY "mail" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk02 finds ' || migrator_count || ' duplicate' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' in worker (mail)' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "worker" migrator_row WHERE migrator_row."firm_country" IS NOT NULL AND migrator_row."firm_number" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "firm" migrator_other WHERE migrator_other."country" = migrator_row."firm_country" AND migrator_other."number" = migrator_row."firm_number"));
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT(migrator_row."id"::text, 60) FROM "worker" migrator_row WHERE migrator_row."firm_country" IS NOT NULL AND migrator_row."firm_number" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "firm" migrator_other WHERE migrator_other."country" = migrator_row."firm_country" AND migrator_other."number" = migrator_row."firm_number") ORDER BY migrator_row."id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk02 finds ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of worker whose firm_country, firm_number no row of firm has' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Mend the rows, and run the script again.';
  END IF;
END
$migrator$;

\set migrator_missing false
SELECT count(*) = 0 AS migrator_missing FROM "migrator_version_ledger" WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27' \gset
\if :migrator_missing
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk02', 'down', 0, 10, 'done', 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27', '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6');
\endif

-- drop column pass.until (revisions/02_later.ts:34)
alter table "pass" drop column "until";

UPDATE "migrator_version_ledger" SET step = 1, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 1, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 2 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- rename column pass.edition to issue (revisions/02_later.ts:34)
alter table "pass" rename "edition" to "issue";

-- rename table pass to badge (revisions/02_later.ts:38)
alter table "pass" rename to "badge";

UPDATE "migrator_version_ledger" SET step = 2, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\endif

\set migrator_todo false
SELECT :migrator_step < 3 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 3 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 3 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop index worker_name_firm_id_mail_index of table worker (revisions/02_later.ts:39)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 2, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop index worker_name_firm_id_mail_index of table worker (revisions/02_later.ts:39)
drop index "worker_name_firm_id_mail_index";

UPDATE "migrator_version_ledger" SET step = 3, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 3, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 4 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 4 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 4 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop unique constraint worker_name_in_firm of table worker, which is a unique index (revisions/02_later.ts:39)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 3, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop unique constraint worker_name_in_firm of table worker, which is a unique index (revisions/02_later.ts:39)
drop index "worker"@"worker_name_in_firm" cascade;

UPDATE "migrator_version_ledger" SET step = 4, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 4, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 5 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 5 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 5 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop foreign key worker_third_firm_id_foreign of table worker (revisions/02_later.ts:39)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 4, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- drop foreign key worker_third_firm_id_foreign of table worker (revisions/02_later.ts:39)
alter table "worker" drop constraint "worker_third_firm_id_foreign";

UPDATE "migrator_version_ledger" SET step = 5, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 5, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 6 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 6 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 6 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (drop column worker.third_firm_id (revisions/02_later.ts:44)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 5, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision ktk02 stops here, with their number and where the first is, when there are
--   values of worker.third_firm_id, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "worker" WHERE "third_firm_id" IS NOT NULL);
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "worker" WHERE "third_firm_id" IS NOT NULL ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk02 would lose ' || migrator_count || ' value' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of worker.third_firm_id' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'What this revision did before stays: see the comments above. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop column worker.third_firm_id (revisions/02_later.ts:44)
alter table "worker" drop column "third_firm_id";

UPDATE "migrator_version_ledger" SET step = 6, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 6, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 7 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 7 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 7 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add unique constraint worker_mail_unique on mail to table worker (revisions/02_later.ts:44)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 6, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add unique constraint worker_mail_unique on mail to table worker (revisions/02_later.ts:44)
alter table "worker" add constraint "worker_mail_unique" unique ("mail");

UPDATE "migrator_version_ledger" SET step = 7, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 7, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 8 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 8 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 8 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (create index worker_name_mail on worker (name, mail) (revisions/02_later.ts:44)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 7, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- create index worker_name_mail on worker (name, mail) (revisions/02_later.ts:44)
create index "worker_name_mail" on "worker" ("name", "mail");

UPDATE "migrator_version_ledger" SET step = 8, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 8, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 9 AS migrator_todo \gset
\if :migrator_todo
\set migrator_doubt true
SELECT :migrator_begun = 9 AS migrator_doubt \gset
\if :migrator_doubt
DO $migrator$
BEGIN
  IF true THEN
    RAISE EXCEPTION '%', 'migration refused: step 9 of 10 of revision ktk02 was begun by an earlier run, and nobody knows whether it took effect' USING HINT = 'See in a new session whether that step (add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker (revisions/02_later.ts:44)) took effect. If it did: UPDATE "migrator_version_ledger" SET state = ''done''. If it did not: UPDATE "migrator_version_ledger" SET step = 8, state = ''done''. Then run this file again.';
  END IF;
END
$migrator$;
\quit
\endif
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- add foreign key worker_firm_number on firm_country, firm_number to firm (country, number) to table worker
--   (revisions/02_later.ts:44)
alter table "worker"
add constraint "worker_firm_number" foreign key ("firm_country", "firm_number") references "firm" ("country", "number");

UPDATE "migrator_version_ledger" SET step = 9, state = 'started'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
COMMIT;
\if :ERROR
SET default_transaction_read_only = on;
\quit
\endif
UPDATE "migrator_version_ledger" SET step = 9, state = 'done'
  WHERE revision = 'ktk02' AND direction = 'down' AND digest = 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27';
\endif

\set migrator_todo false
SELECT :migrator_step < 10 AS migrator_todo \gset
\if :migrator_todo
BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk02') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk02 needs the database at ktk02', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

UPDATE "migrator_version" SET version_num = 'ktk01' WHERE version_num = 'ktk02';
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ktk02 should leave the database at ktk01', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk02', 'down', 10, 10, 'done', 'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27', '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk02', 'down', 'The same on tables that are there.', clock_timestamp(), session_user,
      'ddd2045b7573dd16774d24beba7330562ab1f3e2fba56fd3bbda013a91c3cc27', '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktk02: committed'
\endif
\endif

\endif

-- ==== undoing revision ktk01 Keys and indexes in the ways that knex lets them be said. ====
-- from ktk01 to base, revisions/01_keys.ts
-- It loses the rows of table badge.
-- It loses the rows of table worker.
-- It loses the rows of table firm.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktk01: applied already'
\endif
\if :migrator_todo

BEGIN;
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktk01') THEN version_num END) = 1,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration refused: %, but it is at %', 'revision ktk01 needs the database at ktk01', found
      USING HINT = 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.';
  END IF;
END
$migrator$;

-- undoing revision ktk01 stops here, with their number and where the first is, when there are
--   rows of badge, which would be lost
--   rows of worker, which would be lost
--   rows of firm, which would be lost
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "badge");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'code = ' || LEFT("code"::text, 60) || ', issue = ' || LEFT("issue"::text, 60) FROM "badge" ORDER BY "code", "issue" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk01 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of badge' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "worker");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "worker" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk01 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of worker' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif
\if :accept_loss
\else
DO $migrator$
DECLARE
  migrator_count INT8;
  migrator_first STRING;
BEGIN
  migrator_count := (SELECT COUNT(*) FROM "firm");
  IF migrator_count > 0 THEN
    migrator_first := (SELECT 'id = ' || LEFT("id"::text, 60) FROM "firm" ORDER BY "id" LIMIT 1);
    RAISE EXCEPTION '%', 'migration refused: undoing revision ktk01 would lose ' || migrator_count || ' row' || CASE WHEN migrator_count = 1 THEN '' ELSE 's' END || ' of firm' || CASE WHEN migrator_first IS NULL THEN '' ELSE ' (first: ' || migrator_first || ')' END
      USING HINT = 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.';
  END IF;
END
$migrator$;
\endif

-- drop table badge (revisions/01_keys.ts:47)
drop table "badge";

-- drop table worker (revisions/01_keys.ts:47)
drop table "worker";

-- drop table firm (revisions/01_keys.ts:47)
drop table "firm";

DELETE FROM "migrator_version" WHERE version_num IN ('ktk01');
DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration undone: %, but it is at %', 'revision ktk01 should leave the database at base', found
      USING HINT = 'This transaction was undone. Another session may have changed the version table.';
  END IF;
END
$migrator$;
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktk01', 'down', 1, 1, 'done', '555bae791cedef17094c1da507ba620c3de7d5d00580aa77c15918a82fe9a8a8', '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktk01', 'down', 'Keys and indexes in the ways that knex lets them be said.', clock_timestamp(), session_user,
      '555bae791cedef17094c1da507ba620c3de7d5d00580aa77c15918a82fe9a8a8', '80b9e12f24641d8a81623679b88c5fb71fe45017e014f4cc347081d6a14b8cc6', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktk01: committed'
\endif

\endif

DO $migrator$
DECLARE
  fits bool;
  found text;
BEGIN
  SELECT count(*) = 0,
    coalesce(string_agg(version_num, ', ' ORDER BY version_num), 'base')
    INTO fits, found FROM "migrator_version";
  IF NOT fits THEN
    RAISE EXCEPTION 'migration not complete: %, but it is at %', 'downgrade.sql should leave the database at base', found
      USING HINT = 'Read the messages above this one: something failed.';
  END IF;
  DELETE FROM "migrator_version_ledger";
END
$migrator$;
\if :ERROR
\else
\echo 'done: the database is at base'
\endif
\if :migrator_frozen
SET default_transaction_read_only = on;
\else
SET default_transaction_read_only = off;
\endif
RESET lock_timeout;
RESET sql_safe_updates;
RESET default_int_size;
RESET default_transaction_isolation;
