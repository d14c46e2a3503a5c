import { cellKinds, grassrootsKinds, typesWithin, unitKinds, unitTypes } from './contract.ts';
import { existsOn } from './tracks.ts';

export { cellKinds, existsOn, grassrootsKinds, typesWithin, unitKinds, unitTypes };
