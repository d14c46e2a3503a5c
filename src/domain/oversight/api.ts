import { actingBody, checkBody } from './checks.ts';

export { actingBody, checkBody };
