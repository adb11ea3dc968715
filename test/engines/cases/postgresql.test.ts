import { describeCases } from './describe-cases.ts';

describeCases('postgresql', { stepwise: [0], online: [2] });
