/** Oracle's own SQL: what `oracle/` says, by version. */

import { refuseCollation } from '../collated.ts';
import { refuseComputedOnComputed } from '../computed.ts';
import type { Dialect } from '../dialect.ts';
import { refuseLastColumn } from '../last-column.ts';
import { type Lowering, lowerBy } from '../lower.ts';
import { oracleUnsteady, refuseUnsteady } from '../unsteady.ts';
import type { Accent } from './accent.ts';
import { codeLowering } from './code.ts';
import { columnLowering } from './columns.ts';
import { refuseSameColumns } from './indexed.ts';
import { indexLowering } from './indexes.ts';
import { keyLowering } from './key.ts';
import { refuseNameTwins } from './name-twins.ts';
import { checkNames } from './names.ts';
import { objectLowering } from './object.ts';
import { tableLowering } from './table.ts';

function loweringFor(accent: Accent): Lowering {
  return {
    ...tableLowering(accent),
    ...columnLowering(accent),
    ...keyLowering(accent),
    ...indexLowering(accent),
    ...objectLowering(accent),
    ...codeLowering(accent),
  };
}

export function oracleLower(accent: Omit<Accent, 'version'>): Dialect['lower'] {
  return (operation, before, version) => {
    checkNames(operation, version);
    refuseCollation(operation, before, accent.title);
    refuseLastColumn(operation, before, accent.title);
    refuseSameColumns(operation, before);
    refuseNameTwins(operation, before);
    refuseComputedOnComputed(operation, before, { ...accent, mark: '"' });
    refuseUnsteady(operation, before, accent.title, oracleUnsteady);
    return lowerBy(loweringFor({ ...accent, version }))(operation, before, version);
  };
}
