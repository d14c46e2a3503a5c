import { cards } from './cards.ts';
import { classification } from './classification.ts';
import { commendation } from './commendation.ts';
import { discipline } from './discipline.ts';
import { documents } from './documents.ts';
import { meetings } from './meetings.ts';
import { modelCells } from './model-cells.ts';
import { others } from './others.ts';
import { oversight } from './oversight.ts';
import type { RandomPart } from './part.ts';
import { petitions } from './petitions.ts';
import { postsPart } from './posts.ts';
import { strengthening } from './strengthening.ts';
import { study } from './study.ts';
import { vetting } from './vetting.ts';

/** Those with many kinds stand twice, so that each kind comes often enough. */
export const randomParts: readonly RandomPart[] = [
  cards,
  classification,
  classification,
  commendation,
  others,
  discipline,
  discipline,
  documents,
  meetings,
  modelCells,
  modelCells,
  oversight,
  oversight,
  petitions,
  postsPart,
  postsPart,
  strengthening,
  study,
  study,
  vetting,
];
