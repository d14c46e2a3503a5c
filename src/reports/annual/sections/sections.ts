import { type Section, sectionOf } from '../section.ts';
import { apparatus } from './apparatus.ts';
import { cadres } from './cadres.ts';
import { commendation } from './commendation.ts';
import { development } from './development.ts';
import { leadership } from './leadership.ts';
import { meetings } from './meetings.ts';
import { membership } from './membership.ts';
import { policy, protection } from './not-recorded.ts';
import { outlook } from './outlook.ts';
import { oversight } from './oversight.ts';
import { quality } from './quality.ts';
import { strengthening } from './strengthening.ts';

const grassroots = sectionOf('Công tác xây dựng tổ chức cơ sở đảng và đảng viên', [
  development,
  membership,
  meetings,
  quality,
  strengthening,
  commendation,
]);

/** The eight usual parts, in their order. */
export const sections: readonly Section[] = [
  leadership,
  apparatus,
  grassroots,
  cadres,
  protection,
  policy,
  oversight,
  outlook,
];
