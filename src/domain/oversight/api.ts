import { actingBody, checkBody } from './checks.ts';
import { bodies } from './contract.ts';

export { actingBody, bodies, checkBody };
