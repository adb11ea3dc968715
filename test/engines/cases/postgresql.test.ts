import { describeCases } from './describe-cases.ts';

describeCases('postgresql', { each: 2, stepwise: [], online: [1, 3] });
