-- upgrade.sql: made by migrator for Amazon Redshift 1.0 and psql
-- DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.
--
-- From: base
-- To:   tab03
-- Version table: migrator_version
-- Script: fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f
--
-- Revisions, in this order:
--   1. up tab01 Tables with comments.
--      sha256 d7344eb62335e7c2b18dae99f9ff70d4783bb62abe00b927ffd7b94f70678533
--   2. up tab02 Other names and other comments.
--      sha256 ee97dd6c281ebcf30b4d425a9dc8b7f0b59cdfa44d114b1b996d5872616c9a47
--   3. up tab03 Tables are dropped, one of them if it exists.
--      sha256 ce81e1a33224b66387ba79baf98cd498da84fa8b8c6f1ef145f021168b252142
--
-- Run it:
--   psql -X -d DATABASE -L upgrade.log -f upgrade.sql
-- Look at the version rows:
--   psql -X -d DATABASE -c 'SELECT version_num FROM "migrator_version" ORDER BY version_num'
--
-- Before it changes anything it compares the version table with "From". When they differ it refuses,
-- says what it expected and what it found, and changes nothing. Do not force it: see which script is
-- missing, or ask for one that starts where the database stands:
--   migrator bundle WHERE_IT_IS:tab03 --target redshift
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
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_done
  FROM "migrator_version" \gset
\endif
\set migrator_known false
\if :migrator_done
SELECT (SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'migrator_version_ledger' AND table_schema = current_schema()) AS migrator_known \gset
\endif
\if :migrator_known
SELECT count(*) = 0 AS migrator_done FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f' \gset
\endif
\if :migrator_done
\echo 'already applied: the database is at tab03, nothing was changed'
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
      WHEN 'tab01' THEN 1
      WHEN 'tab02' THEN 2
    END FROM "migrator_version")), 0) AS migrator_position, coalesce(max((SELECT CASE coalesce(listagg(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')
      WHEN 'tab01' THEN 1
      WHEN 'tab02' THEN 2
    END FROM "migrator_version")), 0) > 0 AS migrator_on FROM "migrator_version_ledger" WHERE script = 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f' \gset
SELECT count(*) > 0 AS migrator_left FROM "migrator_version_ledger" WHERE (step BETWEEN 1 AND steps - 1 OR state = 'started') AND script <> 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f' \gset
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

-- ==== revision tab01 Tables with comments. ====
-- from base to tab01, revisions/01_tables_with_comments.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 0 AS migrator_todo, :migrator_position > 0 AS migrator_past \gset
\if :migrator_past
\echo 'revision tab01: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 0 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab01 needs the database at base. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab01 needs the database at base' AS integer);
\quit
\endif

-- create table author (2 columns) (revisions/01_tables_with_comments.ts:16)
create table "author" (
  "id" integer not null,
  "name" varchar(80) not null,
  constraint "author_pkey" primary key ("id")
);

-- comment on table author (revisions/01_tables_with_comments.ts:16)
comment on table "author" is 'Who wrote it: it''s O''Neill''s list';

-- comment on column author.name (revisions/01_tables_with_comments.ts:16)
comment on column "author"."name" is 'The author''s own spelling, "as is"';

-- create table book (2 columns) (revisions/01_tables_with_comments.ts:24)
create table "book" (
  "id" integer not null,
  "title" varchar(200) not null,
  constraint "book_pkey" primary key ("id")
);

-- create table book (1 column) unless it exists (revisions/01_tables_with_comments.ts:28)
create table if not exists "book" ("id" integer not null);

-- create table draft (1 column) (revisions/01_tables_with_comments.ts:29)
create table "draft" ("id" integer not null, constraint "draft_pkey" primary key ("id"));

INSERT INTO "migrator_version" (version_num) VALUES ('tab01');
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab01 should leave the database at tab01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab01 should leave the database at tab01' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('tab01', 'up', 1, 1, 'done', '92bc0c5f352c780c4ef518ba2f2451d9eaad5482c3494896a1b995d192686516', 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'tab01', 'up', 'Tables with comments.', SYSDATE, CURRENT_USER,
      '92bc0c5f352c780c4ef518ba2f2451d9eaad5482c3494896a1b995d192686516', 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab01: committed'
\endif

\endif

-- ==== revision tab02 Other names and other comments. ====
-- from tab01 to tab02, revisions/02_other_names.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 1 AS migrator_todo, :migrator_position > 1 AS migrator_past \gset
\if :migrator_past
\echo 'revision tab02: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab01') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab02 needs the database at tab01. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab02 needs the database at tab01' AS integer);
\quit
\endif

-- rename table book to publication (revisions/02_other_names.ts:16)
alter table "book" rename to "publication";

-- comment on table publication (revisions/02_other_names.ts:17)
comment on table "publication" is 'It''s new';

-- remove the comment on table author (revisions/02_other_names.ts:18)
comment on table "author" is null;

UPDATE "migrator_version" SET version_num = 'tab02' WHERE version_num = 'tab01';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab02 should leave the database at tab02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab02 should leave the database at tab02' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('tab02', 'up', 1, 1, 'done', '24c61bd2cb555d775be051f55f44694fbda8cbb36d88c1415c2a727b84c5009a', 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'tab02', 'up', 'Other names and other comments.', SYSDATE, CURRENT_USER,
      '24c61bd2cb555d775be051f55f44694fbda8cbb36d88c1415c2a727b84c5009a', 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab02: committed'
\endif

\endif

-- ==== revision tab03 Tables are dropped, one of them if it exists. ====
-- from tab02 to tab03, revisions/03_one_table_less.ts

\set migrator_todo false
\set migrator_past false
SELECT :migrator_position <= 2 AS migrator_todo, :migrator_position > 2 AS migrator_past \gset
\if :migrator_past
\echo 'revision tab03: applied already'
\endif
\if :migrator_todo

BEGIN;
LOCK TABLE "migrator_version";
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab02') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab03 needs the database at tab02. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Nothing was changed since the last commit. Read the messages above this one: something before it failed.'
SELECT CAST('migration refused: revision tab03 needs the database at tab02' AS integer);
\quit
\endif

-- revision tab03 stops here, with their number and where the first is, when there are
--   rows of draft, which would be lost
\set migrator_fits false
SELECT (SELECT COUNT(*) FROM "draft") = 0 AS migrator_fits \gset
\if :migrator_fits
\else
\echo 'migration refused: revision tab03 would lose rows of draft. Their number and the first:'
SELECT (SELECT COUNT(*) FROM "draft") AS found,
    (SELECT 'id = ' || LEFT(CAST("id" AS varchar), 60) FROM "draft" ORDER BY "id" LIMIT 1) AS first;
\echo 'Nothing of this revision was changed. Keep what is needed, or have the revision say why it may go: { dataLoss: ''...'' }, and bundle anew from where the database stands.'
SELECT CAST('migration refused: revision tab03 would lose rows of draft' AS integer);
\quit
\endif

-- drop table draft (revisions/03_one_table_less.ts:16)
drop table "draft";

-- not counted, because no revision declares it: the rows of never_there
-- drop table never_there if it exists (revisions/03_one_table_less.ts:17)
drop table if exists "never_there";

UPDATE "migrator_version" SET version_num = 'tab03' WHERE version_num = 'tab02';
\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration undone: revision tab03 should leave the database at tab03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'This transaction was undone. Another session may have changed the version table.'
SELECT CAST('migration undone: revision tab03 should leave the database at tab03' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
INSERT INTO "migrator_version_ledger" (revision, direction, step, steps, state, digest, script)
    VALUES ('tab03', 'up', 1, 1, 'done', '0dcd043745356db37d0ab79bdf32d6df86b0a66b0c6a318a9d298d741ad0f0c8', 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f');
INSERT INTO "migrator_version_log"
    (entry, revision, direction, message, applied_at, applied_by, digest, script, accepted_loss)
    SELECT COALESCE(MAX(entry), 0) + 1, 'tab03', 'up', 'Tables are dropped, one of them if it exists.', SYSDATE, CURRENT_USER,
      '0dcd043745356db37d0ab79bdf32d6df86b0a66b0c6a318a9d298d741ad0f0c8', 'fd52b24f3a8c74da1d80fab92cd39090bb18f33eed089c57f1d0b376cd81b17f', 0
    FROM "migrator_version_log";

\set migrator_failed :ERROR
COMMIT;
\if :migrator_failed
\elif :ERROR
\else
\echo 'revision tab03: committed'
\endif

\endif

\set migrator_fits false
SELECT count(*) = 1 AND count(DISTINCT CASE WHEN version_num IN ('tab03') THEN version_num END) = 1 AS migrator_fits
  FROM "migrator_version" \gset
\if :migrator_fits
\else
\echo 'migration not complete: upgrade.sql should leave the database at tab03. It is at:'
SELECT version_num FROM "migrator_version" ORDER BY version_num;
\echo 'Read the messages above this one: something failed.'
SELECT CAST('migration not complete: upgrade.sql should leave the database at tab03' AS integer);
\quit
\endif
DELETE FROM "migrator_version_ledger";
\echo 'done: the database is at tab03'
