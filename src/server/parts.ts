import { cardsPart } from '#/domain/cards/part.ts';
import { classificationPart } from '#/domain/classification/part.ts';
import { commendationPart } from '#/domain/commendation/part.ts';
import { disciplinePart } from '#/domain/discipline/part.ts';
import { documentsPart } from '#/domain/documents/part.ts';
import { meetingsPart } from '#/domain/meetings/part.ts';
import { membersPart } from '#/domain/members/part.ts';
import { modelCellsPart } from '#/domain/model-cells/part.ts';
import { oversightPart } from '#/domain/oversight/part.ts';
import { petitionsPart } from '#/domain/petitions/part.ts';
import { postsPart } from '#/domain/posts/part.ts';
import { sharesPart } from '#/domain/shares/part.ts';
import { strengtheningPart } from '#/domain/strengthening/part.ts';
import { studyPart } from '#/domain/study/part.ts';
import { targetsPart } from '#/domain/targets/part.ts';
import { unitsPart } from '#/domain/units/part.ts';
import { vettingPart } from '#/domain/vetting/part.ts';
import { type Catalogue, catalogue } from '#/kernel/figures/catalogue.ts';
import { declaredCounts } from '#/kernel/figures/declared-kind.ts';
import { declaredSums } from '#/kernel/figures/declared-sums.ts';
import type { Part } from '#/kernel/part.ts';
import { makeRegister, type Register } from '#/kernel/register.ts';

// Which figures there are is asked only when a count is declared or a target posted, so the circle closes in time.
const declared = declaredCounts(() => figures);
const declaredPart: Part = {
  name: 'declared',
  kinds: [declared.kind],
  tables: [declared.table],
  figures: [],
  audits: [declaredSums(() => figures)],
};

/** The one list of the parts of the work; to add a part is to add it here. */
const parts: readonly Part[] = [
  unitsPart,
  membersPart,
  classificationPart,
  targetsPart(() => figures),
  postsPart,
  oversightPart,
  disciplinePart,
  commendationPart,
  cardsPart,
  meetingsPart,
  documentsPart,
  studyPart,
  strengtheningPart,
  modelCellsPart,
  petitionsPart,
  vettingPart,
  sharesPart,
  declaredPart,
];

/** Everything the kernel knows of the work. */
export const register: Register = makeRegister(parts, ['grassroots-body', 'grassroots-cell']);

/** Every figure, by name. */
export const figures: Catalogue = catalogue(register.figures);
