import { describeCases } from './describe-cases.ts';

describeCases('postgresql-embedded', { each: 16, stepwise: [], online: [] });
