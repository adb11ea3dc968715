import { describeCases } from './describe-cases.ts';

describeCases('postgresql-embedded', { each: 4, besides: 'nothing' });
