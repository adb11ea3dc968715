import { describeCases } from './describe-cases.ts';

describeCases('mysql', { besides: 'nothing' });
