/** A function is created and replaced */
import type { Op } from 'migrator';

export const revision = 'bbb3ac24';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createFunction('add_tax', {
    postgresql: '(amount integer) returns integer language sql as $$ select amount * 120 / 100; $$',
    cockroachdb: '(amount integer) returns integer language sql as $$ select amount * 120 / 100; $$',
    redshift: '(integer) returns integer immutable as $$ select $1 * 120 / 100 $$ language sql',
    mysql: '(amount int) returns int deterministic return amount * 120 / 100',
    mariadb: '(amount int) returns int deterministic return amount * 120 / 100',
    mssql: '(@amount int) returns int as begin return @amount * 120 / 100; end',
    oracle: '(amount number) return number is begin return amount * 120 / 100; end',
    default: '(amount)',
  });
  op.replaceFunction('add_tax', {
    postgresql: '(amount integer) returns integer language sql as $$ select amount * 130 / 100; $$',
    cockroachdb: '(amount integer) returns integer language sql as $$ select amount * 130 / 100; $$',
    redshift: '(integer) returns integer immutable as $$ select $1 * 130 / 100 $$ language sql',
    mysql: '(amount int) returns int deterministic return amount * 130 / 100',
    mariadb: '(amount int) returns int deterministic return amount * 130 / 100',
    mssql: '(@amount int) returns int as begin return @amount * 130 / 100; end',
    oracle: '(amount number) return number is begin return amount * 130 / 100; end',
    default: '(amount)',
  });
}

export function downgrade(op: Op): void {
  op.dropFunction('add_tax');
}
