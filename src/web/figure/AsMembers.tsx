import { TeamOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { FigureShown } from '#/kernel/figures/contract.ts';
import { writePeriod } from '../period/period.ts';
import { thisDay } from '../place.ts';
import styles from './AsMembers.module.css';
import { useFigureText } from './figure-texts.ts';
import type { OpenedQuestion } from './question.ts';

interface AsMembersProps {
  figure: string;
  answer: FigureShown;
  question: OpenedQuestion;
}

/** The people behind a number as a list of members: to be narrowed, chosen from, taken away. */
export function AsMembers({ figure, answer, question }: AsMembersProps) {
  const say = useFigureText();
  const { unit, tenant, period, arg, knownAt } = question;
  const last = answer.on ?? period.to;
  const now = thisDay();
  return (
    <p className={`${styles.way} not-printed`}>
      <Link
        to="/members"
        search={{
          unit,
          tenant,
          period: writePeriod(period),
          on: last < now ? last : undefined,
          known: knownAt,
          figure,
          figureArg: arg,
          ...(answer.on === undefined ? { figureFrom: period.from, figureTo: period.to } : {}),
        }}
      >
        <TeamOutlined aria-hidden /> {say('asMembers')}
      </Link>
    </p>
  );
}
