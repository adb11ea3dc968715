/** Amazon Redshift's catalog beside the revisions, as far as its leader node tells it: https://docs.aws.amazon.com/redshift/latest/dg/c_intro_catalog_views.html */

import { hasDefault, type Manner } from './fact.ts';
import { familyOf } from './family.ts';
import { columns, here, keys, manner, relations } from './information.ts';
import { type Survey, selectedRows } from './survey.ts';

/** How a column that numbers itself looks there is not told beyond doubt. */
const redshiftManner: Manner = {
  ...manner,
  type: familyOf,
  fills: (column) =>
    column.autoIncrement || column.identity !== undefined || column.computed !== undefined
      ? undefined
      : hasDefault(column),
  unique: 'unique',
  checks: 'none',
  indexes: () => false,
  objects: new Set(['view']),
};

const asText = (expression: string) => `CAST(${expression} AS varchar(1024))`;

export const redshiftSurvey: Survey = {
  manner: () => redshiftManner,
  found: (schema, text) => ({
    tables: columns(schema, text, 'column_default IS NOT NULL'),
    keys: keys(schema, text, { p: 'primary key', u: 'unique', f: 'foreign key' }, false),
    indexes: [],
    objects: relations(schema, text, { v: 'view' }, ['views']),
  }),
  words: {
    here,
    rows: (rows, text) => selectedRows(rows, (value) => `CAST(${text(value)} AS varchar(1024))`),
    joined: (...parts) => parts.join(' || '),
    cast: asText,
    exact: asText,
  },
};
