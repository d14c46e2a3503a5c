import { actingLevels, bodyThatActed, isOfLevel, levelKinds } from './acting.ts';
import {
  askableTypes,
  cellKinds,
  grassrootsKinds,
  kindLabels,
  typeLabels,
  typesAsked,
  type UnitKind,
  type UnitType,
  unitKinds,
} from './contract.ts';
import { mustExist } from './life.ts';
import { organisationTypes, organisationTypesOn } from './organisations.ts';
import { existsOn, lifeOf } from './tracks.ts';

export {
  actingLevels,
  askableTypes,
  bodyThatActed,
  cellKinds,
  existsOn,
  grassrootsKinds,
  isOfLevel,
  kindLabels,
  levelKinds,
  lifeOf,
  mustExist,
  organisationTypes,
  organisationTypesOn,
  typeLabels,
  typesAsked,
  type UnitKind,
  type UnitType,
  unitKinds,
};
