/**
 * A trigger written as raw SQL.
 *
 * Revision ID: raw02
 * Revises: raw01
 * Create Date: 2026-01-02 10:00:00+00:00
 */
import type { Op } from 'migrator';

export const revision = 'raw02';
export const downRevision = 'raw01';
export const branchLabels = null;
export const dependsOn = null;

interface Trigger {
  readonly create: string;
  readonly more?: readonly string[];
  readonly drop: readonly string[];
}

const none: Trigger = {
  create: 'update "word" set "text" = \'no triggers here\'',
  drop: ['update "word" set "text" = null'],
};

const triggers: Readonly<Record<Op['dialect'], Trigger>> = {
  postgresql: {
    create: `create function word_trim() returns trigger language plpgsql as $$
begin
  new.text := trim(new.text); -- it's trimmed
  return new;
end
$$;`,
    more: ['create trigger word_trim before insert or update on word for each row execute function word_trim();'],
    drop: ['drop trigger word_trim on word', 'drop function word_trim()'],
  },
  mysql: {
    create: `create trigger word_trim before insert on \`word\` for each row
begin
  set new.\`text\` = trim(new.\`text\`); -- it's trimmed
  if new.\`text\` = '' then
    set new.\`text\` = null;
  end if;
end;`,
    drop: ['drop trigger word_trim'],
  },
  mariadb: {
    create: `create trigger word_trim before insert on \`word\` for each row
begin
  set new.\`text\` = trim(new.\`text\`); -- it's trimmed
  if new.\`text\` = '' then
    set new.\`text\` = null;
  end if;
end;`,
    drop: ['drop trigger word_trim'],
  },
  sqlite: {
    create: `create trigger word_trim after insert on word
begin
  update word set text = trim(text) where id = new.id; -- it's trimmed
end;`,
    drop: ['drop trigger word_trim'],
  },
  mssql: {
    create: `create trigger word_trim on [word] after insert as
begin
  set nocount on;
  update [word] set [text] = ltrim([text]) where [id] in (select [id] from inserted); -- it's trimmed
end;`,
    drop: ['drop trigger word_trim'],
  },
  oracle: {
    create: `create or replace trigger word_trim before insert on "word" for each row
begin
  :new."text" := trim(:new."text"); -- it's trimmed

  if :new."text" = '-' then
    :new."text" := null;
  end if;
end;`,
    drop: ['drop trigger word_trim'],
  },
  cockroachdb: none,
  redshift: none,
};

export function upgrade(op: Op): void {
  op.execute(triggers[op.dialect].create);
  for (const more of triggers[op.dialect].more ?? []) op.execute(more);
}

export function downgrade(op: Op): void {
  for (const sql of triggers[op.dialect].drop) op.execute(sql);
}
