import { actingLevels, bodyThatActed, isOfLevel, levelKinds } from './acting.ts';
import { cellKinds, grassrootsKinds, kindLabels, typesWithin, unitKinds, unitTypes } from './contract.ts';
import { mustExist } from './life.ts';
import { existsOn, lifeOf } from './tracks.ts';

export {
  actingLevels,
  bodyThatActed,
  cellKinds,
  existsOn,
  grassrootsKinds,
  isOfLevel,
  kindLabels,
  levelKinds,
  lifeOf,
  mustExist,
  typesWithin,
  unitKinds,
  unitTypes,
};
