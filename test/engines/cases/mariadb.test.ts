import { describeCases } from './describe-cases.ts';

describeCases('mariadb', { besides: 'the other way' });
