import { describeCases } from './describe-cases.ts';

describeCases('postgresql', { stepwise: [], online: [2] });
