import { grassrootsKinds, typesWithin, unitKinds, unitTypes } from './contract.ts';
import { existsOn } from './tracks.ts';

export { existsOn, grassrootsKinds, typesWithin, unitKinds, unitTypes };
