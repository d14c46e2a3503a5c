import type { Part } from '#/kernel/part.ts';
import { memberClassified, unitClassified } from './acts.ts';
import { classificationAudits } from './audits.ts';
import { collectiveClassified } from './collective-acts.ts';
import { collectiveFigures } from './collective-figures.ts';
import { classificationFigures } from './figures.ts';
import { omittedFigures } from './omitted-figures.ts';
import { memberReviewed, unitReviewed } from './review-acts.ts';
import { reviewFigures } from './review-figures.ts';
import { shareFigures } from './share-figures.ts';
import {
  collectiveClassification,
  memberClassification,
  memberReview,
  unitClassification,
  unitReview,
} from './tables.ts';

export const classificationPart: Part = {
  name: 'classification',
  kinds: [unitClassified, memberClassified, unitReviewed, memberReviewed, collectiveClassified],
  tables: [unitClassification, memberClassification, unitReview, memberReview, collectiveClassification],
  figures: [...classificationFigures, ...shareFigures, ...omittedFigures, ...reviewFigures, ...collectiveFigures],
  audits: classificationAudits,
};
