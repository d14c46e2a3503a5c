import { cellKinds, grassrootsKinds, kindLabels, typesWithin, unitKinds, unitTypes } from './contract.ts';
import { mustExist } from './life.ts';
import { existsOn, lifeOf } from './tracks.ts';

export { cellKinds, existsOn, grassrootsKinds, kindLabels, lifeOf, mustExist, typesWithin, unitKinds, unitTypes };
