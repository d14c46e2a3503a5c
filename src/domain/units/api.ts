import { grassrootsKinds, unitKinds } from './contract.ts';
import { existsOn } from './tracks.ts';

export { existsOn, grassrootsKinds, unitKinds };
