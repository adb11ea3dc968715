-- downgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: ktn02
-- To:   base
-- Version table: migrator_version
-- Script: 56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4
--
-- Revisions, in this order:
--   1. down ktn02 Some come, some grow.
--      sha256 33c190558a1babc1debd40992ab6d624127c7667d9a4a816f4e3405c31279aed
--   2. down ktn01 Every number that knex has a word for.
--      sha256 e1a05c7ffda81b8914c30ff462a5da34be5483ba80b535492fe4ffa1e3172a28
--
-- Steps that lose data:
--   ktn02 loses values of column number.plain that integer cannot hold, unless the database refuses them.
--   ktn02 loses the values of column number.rate.
--   ktn02 loses the values of column number.level.
--   ktn01 loses the rows of table paired.
--   ktn01 loses the rows of table large.
--   ktn01 loses the rows of table number.
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
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4' \gset
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
      WHEN 'ktn01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'ktn01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4' \gset
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: downgrade.sql needs the database at ktn02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: downgrade.sql needs the database at ktn02' AS integer);
\quit
\endif
\else
\echo 'migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ktn02'
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: there is no version table migrator_version that this user can see, and downgrade.sql needs the database at ktn02' AS integer);
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

-- ==== undoing revision ktn02 Some come, some grow. ====
-- from ktn02 to ktn01, revisions/02_changed.ts
-- It loses values of column number.plain that integer cannot hold, unless the database refuses them.
-- It loses the values of column number.rate.
-- It loses the values of column number.level.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktn02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktn02 needs the database at ktn02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktn02 needs the database at ktn02' AS integer);
\quit
\endif

-- undoing revision ktn02 stops here, with their number and where the first is, when there are
--   values of number.rate, which would be lost
--   values of number.level, which would be lost
--   values of number.plain out of range for integer, with which a statement below would fail
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "number" WHERE "plain" <= -2147483649 OR "plain" >= 2147483648) = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktn02 finds values of number.plain out of range for integer. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "number" WHERE "plain" <= -2147483649 OR "plain" >= 2147483648) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "number" WHERE "plain" <= -2147483649 OR "plain" >= 2147483648 ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Mend the rows, and run the script again.'
SELECT CAST('migration refused: undoing revision ktn02 finds values of number.plain out of range for integer' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "number" WHERE "rate" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktn02 would lose values of number.rate. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "number" WHERE "rate" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "number" WHERE "rate" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktn02 would lose values of number.rate' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "number" WHERE "level" IS NOT NULL) = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktn02 would lose values of number.level. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "number" WHERE "level" IS NOT NULL) AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "number" WHERE "level" IS NOT NULL ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktn02 would lose values of number.level' AS integer);
\quit
\endif

-- alter column number.plain: type integer, NOT NULL, a new default; make column number.plain anew, as
--   migrator_new_plain (revisions/02_changed.ts:24)
alter table "number" add column "migrator_new_plain" integer default -7 not null;

-- copy the values of column number.plain (revisions/02_changed.ts:24)
update "number" set "migrator_new_plain" = "plain"::integer;

-- drop the old column number.plain (revisions/02_changed.ts:24)
alter table "number" drop column "plain";

-- put the new column in the place of number.plain (revisions/02_changed.ts:24)
alter table "number" rename column "migrator_new_plain" to "plain";

-- drop column number.rate (revisions/02_changed.ts:24)
alter table "number" drop column "rate";

-- drop column number.level (revisions/02_changed.ts:24)
alter table "number" drop column "level";

UPDATE "migrator_version" SET version_num = 'ktn01' WHERE version_num = 'ktn02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktn02 should leave the database at ktn01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktn02 should leave the database at ktn01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktn02', 'down', 1, 1, 'done', 'b5cf2223161b06e43b977f51be5f9b4d9ff5d54b4ed8dcadbefc1f8806d72a07', '56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn02', 'down', 'Some come, some grow.', SYSDATE, CURRENT_USER,
      'b5cf2223161b06e43b977f51be5f9b4d9ff5d54b4ed8dcadbefc1f8806d72a07', '56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktn02: committed'
\endif

\endif

-- ==== undoing revision ktn01 Every number that knex has a word for. ====
-- from ktn01 to base, revisions/01_numbers.ts
-- It loses the rows of table paired.
-- It loses the rows of table large.
-- It loses the rows of table number.

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision ktn01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('ktn01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision ktn01 needs the database at ktn01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision ktn01 needs the database at ktn01' AS integer);
\quit
\endif

-- undoing revision ktn01 stops here, with their number and where the first is, when there are
--   rows of paired, which would be lost
--   rows of large, which would be lost
--   rows of number, which would be lost
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "paired") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktn01 would lose rows of paired. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "paired") AS found,
    (SELECT 'number = ' || LEFT(CAST("number" AS varchar), 60) || ', code = ' || LEFT(CAST("code" AS varchar), 60) FROM "paired" ORDER BY "number", "code" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktn01 would lose rows of paired' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "large") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktn01 would lose rows of large. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "large") AS found,
    (SELECT 'large_id = ' || LEFT(CAST("large_id" AS varchar), 60) FROM "large" ORDER BY "large_id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktn01 would lose rows of large' AS integer);
\quit
\endif
\set migrator_fits false
\if :accept_loss
\set migrator_fits true
\else
SELECT (SELECT COUNT(*) FROM "number") = 0 AS migrator_fits \gset
\endif
\if :migrator_fits
\else
\echo 'migration refused: undoing revision ktn01 would lose rows of number. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "number") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "number" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or accept the loss with the switch at the top of this script.'
SELECT CAST('migration refused: undoing revision ktn01 would lose rows of number' AS integer);
\quit
\endif

-- drop table paired (revisions/01_numbers.ts:55)
drop table "paired";

-- drop table large (revisions/01_numbers.ts:55)
drop table "large";

-- drop table number (revisions/01_numbers.ts:55)
drop table "number";

DELETE FROM "migrator_version" WHERE version_num IN ('ktn01');
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision ktn01 should leave the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision ktn01 should leave the database at base' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('ktn01', 'down', 1, 1, 'done', 'b2a02c1c85ab043d6db5b77264fd2fa2e64ad31029624279c484a947ffdbd156', '56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'ktn01', 'down', 'Every number that knex has a word for.', SYSDATE, CURRENT_USER,
      'b2a02c1c85ab043d6db5b77264fd2fa2e64ad31029624279c484a947ffdbd156', '56fe2dad7657dfad3982acd3f974b23a878c1f7835f1fe91f29fdada0f650fc4', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision ktn01: committed'
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
