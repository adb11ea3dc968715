import { describeCases } from './describe-cases.ts';

describeCases('postgresql', { besides: 'one way' });
