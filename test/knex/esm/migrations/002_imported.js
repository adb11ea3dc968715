import { kinds } from '../lib/kinds.js';

export const up = (knex) => knex('tree').insert(kinds.map((kind, at) => ({ kind, height: at + 0.25 })));
export const down = (knex) => knex('tree').del();
