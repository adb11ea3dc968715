import { describeCases } from './describe-cases.ts';

describeCases('postgresql-embedded', { each: 2, from: 1, stepwise: [], online: [] });
