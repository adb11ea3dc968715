import { describeCases } from './describe-cases.ts';

describeCases('mysql', { each: 2, stepwise: [], online: [] });
