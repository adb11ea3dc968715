import { describeCases } from './describe-cases.ts';

describeCases('sqlite', { stepwise: [0, 2], online: [1, 3] });
