import { cellKinds, grassrootsKinds, kindLabels, typesWithin, unitKinds, unitTypes } from './contract.ts';
import { existsOn, lifeOf } from './tracks.ts';

export { cellKinds, existsOn, grassrootsKinds, kindLabels, lifeOf, typesWithin, unitKinds, unitTypes };
