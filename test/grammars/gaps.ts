/** What the npm grammars do not know although the database does: each is read as something near it that they know. */
import type { Grammar } from './antlr.ts';

export interface Gap {
  readonly grammar: Grammar;
  /** The words that the grammar lacks; the manual of the database has them. */
  readonly why: string;
  readonly text: RegExp;
  readonly put: string;
  /** A statement that needs the gap: a test fails when the grammar has learned it. */
  readonly example: string;
}

const reference = String.raw`\bREFERENCES\s+[^()]+\([^()]*\)`;
const operand = String.raw`(?:N?'(?:[^']|'')*'|\w+\(\d+\)|[\w.]+)`;
const deed = String.raw`(?:CASCADE|NO\s+ACTION|SET\s+NULL|SET\s+DEFAULT)`;

export const gaps: readonly Gap[] = [
  {
    grammar: 'mssql',
    why: 'ON UPDATE may stand before ON DELETE, as knex writes it',
    text: new RegExp(String.raw`(${reference})(\s+ON\s+UPDATE\s+${deed})(\s+ON\s+DELETE\s+${deed})`, 'gi'),
    put: '$1$3$2',
    example: 'ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES b (id) ON UPDATE CASCADE ON DELETE SET NULL',
  },
  {
    grammar: 'mssql',
    why: 'DROP CONSTRAINT IF EXISTS and DROP COLUMN IF EXISTS (2016)',
    text: /\b(DROP\s+(?:CONSTRAINT|COLUMN))\s+IF\s+EXISTS\b/gi,
    put: '$1',
    example: 'ALTER TABLE a DROP CONSTRAINT IF EXISTS b',
  },
  {
    grammar: 'mssql',
    why: 'CREATE OR ALTER (2016 SP1)',
    text: /\bCREATE\s+OR\s+ALTER\b/gi,
    put: 'CREATE',
    example: 'CREATE OR ALTER VIEW v AS SELECT 1 AS a',
  },
  {
    grammar: 'mssql',
    why: 'WITH CHECK ADD and WITH NOCHECK ADD of a check constraint',
    text: /(\bALTER\s+TABLE\s+[^;\n]+?)\s+WITH\s+(?:NO)?CHECK\s+(ADD)\b/gi,
    put: '$1 $2',
    example: 'ALTER TABLE a WITH CHECK ADD CONSTRAINT c CHECK (b > 1)',
  },
  {
    grammar: 'mssql',
    why: 'SPARSE columns',
    text: /\bSPARSE\b/gi,
    put: '',
    example: 'CREATE TABLE a (b int SPARSE NULL)',
  },
  {
    grammar: 'mssql',
    why: 'ALTER INDEX',
    text: /\bALTER\s+INDEX\s+(\S+\s+ON\s+[^;\s]+)\s+(?:REBUILD|REORGANIZE|DISABLE)\b(?:\s+WITH\s*\([^()]*\))?/gi,
    put: 'DROP INDEX $1',
    example: 'ALTER INDEX i ON t REBUILD WITH (ONLINE = ON)',
  },
  {
    grammar: 'mssql',
    why: 'DEFAULT with a number that has a fraction, before FOR',
    text: /(\bDEFAULT\s+-?\d+)\.\d+(?=\s+FOR\b)/gi,
    put: '$1',
    example: 'ALTER TABLE a ADD CONSTRAINT d DEFAULT 0.5 FOR b',
  },
  {
    grammar: 'mssql',
    why: 'DEFAULT with an expression in brackets',
    text: new RegExp(String.raw`\bDEFAULT\s+\(\s*${operand}(?:\s*[-+*/]\s*${operand})+\s*\)`, 'gi'),
    put: 'DEFAULT 1',
    example: 'CREATE TABLE a (b int CONSTRAINT c DEFAULT (1 + 1), d int)',
  },
  {
    grammar: 'oracle',
    why: 'DROP TABLE … CASCADE CONSTRAINTS',
    text: /(\bDROP\s+TABLE\s+[^;\s]+)\s+CASCADE\s+CONSTRAINTS\b/gi,
    put: '$1',
    example: 'DROP TABLE a CASCADE CONSTRAINTS PURGE',
  },
  {
    grammar: 'oracle',
    why: 'virtual columns',
    text: /\b(?:GENERATED\s+ALWAYS\s+)?AS\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)(?:\s*VIRTUAL\b)/gi,
    put: 'DEFAULT ($1)',
    example: 'CREATE TABLE a (x NUMBER, y NUMBER GENERATED ALWAYS AS (x * 2) VIRTUAL)',
  },
  {
    grammar: 'oracle',
    why: 'CREATE INDEX … ONLINE',
    text: /(\bINDEX\s+\S+\s+ON\s[^;]*\))\s+ONLINE\b/gi,
    put: '$1',
    example: 'CREATE INDEX i ON a (b) ONLINE',
  },
  {
    grammar: 'oracle',
    why: 'ALTER SESSION SET with a number or a string',
    text: /(\bALTER\s+SESSION\s+SET\s+\w+\s*=\s*)(?:\d+|'[^']*')/gi,
    put: '$1TRUE',
    example: 'ALTER SESSION SET DDL_LOCK_TIMEOUT = 30',
  },
  {
    grammar: 'oracle',
    why: 'INVISIBLE columns',
    text: /\b(?:IN)?VISIBLE\b/gi,
    put: '',
    example: 'ALTER TABLE a ADD (b NUMBER INVISIBLE)',
  },
  {
    grammar: 'oracle',
    why: 'IS JSON (12.1)',
    text: /\bIS\s+JSON\b/gi,
    put: 'IS NOT NULL',
    example: 'CREATE TABLE a (c CLOB CHECK (c IS JSON))',
  },
  {
    grammar: 'mysql',
    why: 'a backtick within a name',
    text: /`(?:[^`]|``)*``(?:[^`]|``)*`/g,
    put: '`name`',
    example: 'CREATE TABLE a (`b``c` int)',
  },
  {
    grammar: 'mysql',
    why: 'ALTER TABLE … DROP CHECK and DROP CONSTRAINT (8.0.16, 8.0.19)',
    text: /\bDROP\s+(?:CHECK|CONSTRAINT)\b/gi,
    put: 'DROP INDEX',
    example: 'ALTER TABLE a DROP CONSTRAINT c',
  },
  {
    grammar: 'mariadb',
    why: 'a backtick within a name',
    text: /`(?:[^`]|``)*``(?:[^`]|``)*`/g,
    put: '`name`',
    example: 'CREATE TABLE a (`b``c` int)',
  },
  {
    grammar: 'mariadb',
    why: 'DROP CONSTRAINT',
    text: /\bDROP\s+CONSTRAINT\b/gi,
    put: 'DROP INDEX',
    example: 'ALTER TABLE a DROP CONSTRAINT c',
  },
  {
    grammar: 'mariadb',
    why: 'BEGIN NOT ATOMIC: compound statements outside of programs',
    text: /^((?:\s|--[^\n]*\n)*)BEGIN\s+NOT\s+ATOMIC\b/gi,
    put: '$1CREATE PROCEDURE p() BEGIN',
    example: 'BEGIN NOT ATOMIC SELECT 1; END',
  },
  {
    grammar: 'mariadb',
    why: 'IF [NOT] EXISTS in ALTER TABLE, CREATE INDEX and DROP INDEX',
    text: /\b((?:ADD|DROP|MODIFY|CHANGE)(?:\s+(?:COLUMN|INDEX|KEY|CONSTRAINT|FOREIGN\s+KEY))?|(?:CREATE(?:\s+UNIQUE)?|DROP)\s+INDEX)\s+IF\s+(?:NOT\s+)?EXISTS\b/gi,
    put: '$1',
    example: 'ALTER TABLE a DROP COLUMN IF EXISTS b',
  },
  {
    grammar: 'mariadb',
    why: 'the uuid type (10.7)',
    text: /(?<=\s)uuid(?=\s|,|\))/gi,
    put: 'char(36)',
    example: 'CREATE TABLE a (u uuid NOT NULL)',
  },
];
