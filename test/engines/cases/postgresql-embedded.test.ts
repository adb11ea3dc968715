import { describeCases } from './describe-cases.ts';

describeCases('postgresql-embedded', { each: 8, stepwise: [], online: [] });
