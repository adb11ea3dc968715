-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   02
-- Version table: migrator_version
-- Script: 2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d
--
-- Revisions, in this order:
--   1. up 01 Functions of one name, where a database has them; elsewhere a table
--      sha256 516299b1c914ecfaf68846433001c821322b8a12ec0551b8751a8f7e832f0320
--   2. up 02 Rights on one of two functions of the same name (PostgreSQL's kin), which goes after
--      sha256 fb9804a3959bacaaf13806d9ec332296bb80dcad8ed7f8dc5029db000d639a4f
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:02 --target redshift
-- It refuses, too, unless what it expects holds:
--   it expects a schema to make things in
--
-- Where the database is at "To" already, it says so, changes nothing, and ends with status 0.

\set ON_ERROR_STOP on
\set AUTOCOMMIT on
\set ON_ERROR_ROLLBACK off
SET client_encoding = 'UTF8';
SET TimeZone = 'UTC';

\set migrator_done false
\set migrator_there false
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version' AND table_schema = current_schema()) AS migrator_there \gset
\if :migrator_there
\set migrator_done false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at 02, nothing was changed'
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
      WHEN '01' THEN 1
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN '01' THEN 1
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = '2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> '2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d' \gset
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
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: upgrade.sql needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed. The version table shows where the database stands; the head of this script says how to get one that starts there.'
SELECT CAST('migration refused: upgrade.sql needs the database at base' AS integer);
\quit
\endif
\else
\endif
\set migrator_wrong true
SELECT CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END IS NOT NULL AS migrator_wrong \gset
\if :migrator_wrong
\echo 'Nothing was changed. Mend what it names, or have the script made for what is there.'
SELECT CAST('migration refused: upgrade.sql ' || coalesce(CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'
      WHEN current_schema() = 'pg_catalog' THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' begins with pg_catalog' END, 'cannot ask what it expects') AS integer);
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

-- ==== revision 01 Functions of one name, where a database has them; elsewhere a table ====
-- from base to 01, revisions/01_routines.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision 01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 01 needs the database at base' AS integer);
\quit
\endif

-- create function one(integer) (revisions/01_routines.ts:16)
create function "one" (integer) returns integer immutable as $$ select 1 $$ language sql;

-- create function one(varchar) (revisions/01_routines.ts:16)
create function "one" (varchar) returns integer immutable as $$ select 1 $$ language sql;

INSERT INTO "migrator_version" (version_num) VALUES ('01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 01 should leave the database at 01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 01 should leave the database at 01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('01', 'up', 1, 1, 'done', 'a9ba90ff8d6a82bfd5dce86896244ff764f9432ac00bf8628ac825de2da00c82', '2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '01', 'up', 'Functions of one name, where a database has them; elsewhere a table', SYSDATE, CURRENT_USER,
      'a9ba90ff8d6a82bfd5dce86896244ff764f9432ac00bf8628ac825de2da00c82', '2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 01: committed'
\endif

\endif

-- ==== revision 02 Rights on one of two functions of the same name (PostgreSQL's kin), which goes after ====
-- from 01 to 02, revisions/02_rights.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision 02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision 02 needs the database at 01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision 02 needs the database at 01' AS integer);
\quit
\endif

-- revoke execute on function one(integer) from public (revisions/02_rights.ts:9)
revoke execute on function "one"(integer) from public;

-- grant execute on function one(integer) to public (revisions/02_rights.ts:10)
grant execute on function "one"(integer) to public;

-- drop function one(integer) (revisions/02_rights.ts:11)
drop function "one"(integer);

UPDATE "migrator_version" SET version_num = '02' WHERE version_num = '01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision 02 should leave the database at 02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision 02 should leave the database at 02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('02', 'up', 1, 1, 'done', '2b11f0c0f47652a8e069016fe5e9f0368c2a8d9aa88ccad4ac32426bf4d126b7', '2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, '02', 'up', 'Rights on one of two functions of the same name (PostgreSQL''s kin), which goes after', SYSDATE, CURRENT_USER,
      '2b11f0c0f47652a8e069016fe5e9f0368c2a8d9aa88ccad4ac32426bf4d126b7', '2d6e11b82df6d72a5331e289faa23538019d52fe7622d7c3eb39c4f036643b9d', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision 02: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at 02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at 02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at 02'
