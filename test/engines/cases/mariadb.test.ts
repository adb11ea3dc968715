import { describeCases } from './describe-cases.ts';

describeCases('mariadb', { stepwise: [1, 3], online: [0, 2] });
