import { describeCases } from './describe-cases.ts';

describeCases('mariadb', { stepwise: [1], online: [0, 2] });
