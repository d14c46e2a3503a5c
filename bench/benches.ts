import { access } from './access.ts';
import { answers } from './answers.ts';
import { desk } from './desk.ts';
import { excel } from './excel.ts';
import { figures } from './figures.ts';
import { firstLoad } from './first-load.ts';
import { firstStart } from './first-start.ts';
import { keeping } from './keeping.ts';
import { keys } from './keys.ts';
import type { Bench } from './measure.ts';
import { nation } from './nation.ts';
import { people } from './people.ts';
import { posting } from './posting.ts';
import { annual, form1, forms } from './reports.ts';
import { tree } from './tree.ts';
import { verify } from './verify.ts';

/** In the order in which they run: each finds the register as those before it left it. */
export const benches: readonly Bench[] = [
  firstLoad,
  posting,
  figures,
  people,
  access,
  form1,
  forms,
  annual,
  tree,
  answers,
  desk,
  keeping,
  excel,
  firstStart,
  verify,
  nation,
  keys,
];
