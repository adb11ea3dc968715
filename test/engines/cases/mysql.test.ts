import { describeCases } from './describe-cases.ts';

describeCases('mysql', { wholeAlone: true });
