import { describeCases } from './describe-cases.ts';

describeCases('postgresql-embedded', { readAlone: true });
