import { Link } from '@tanstack/react-router';
import type { UnitHead } from '#/domain/units/page-contract.ts';
import { readFigure } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import { type Column, DataTable } from '#/platform/ui/DataTable.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { FigureLink } from './FigureLink.tsx';
import { useMembersPartText } from './members-part-texts.ts';
import styles from './Parts.module.css';
import { UnitLink } from './UnitLink.tsx';
import type { AskedUnit } from './use-unit.ts';

interface Share {
  code: string;
  name: string;
  value: number | null;
}

/** How many members stand where: the number of each subordinate, and the list of all. */
export function MembersPart({ head, asked }: { head: UnitHead; asked: AskedUnit }) {
  const say = useMembersPartText();
  const { language } = useLanguage();
  const { code: unit, tenant, on, knownAt } = asked;
  const { data, error, refetch } = useAsk(readFigure, { name: 'members', unit, tenant, on, knownAt, byUnit: '1' });
  const columns = useColumns(data?.byUnit ?? [], on, head);
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  const count = writeNumber(data.value, language);
  if (data.value === 0) return <p className={styles.none}>{say('none')}</p>;
  return (
    <section className={styles.block}>
      <h2>{say('total', { count, day: writeDay(on) })}</h2>
      <p className={styles.lead}>
        <Link to="/members" search={keepPlace}>
          {say('open', { count })}
        </Link>
      </p>
      {head.children === 0 ? null : (
        <DataTable
          label={say('byUnit')}
          columns={columns}
          rows={data.byUnit ?? []}
          keyOf={({ code }) => code}
          sortedBy="-count"
        />
      )}
    </section>
  );
}

function useColumns(shares: readonly Share[], on: string, head: UnitHead): Column<Share>[] {
  const say = useMembersPartText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const greatest = Math.max(...shares.map(({ value }) => value ?? 0), 1);
  const bar = ({ value }: Share) => <Bar share={(value ?? 0) / greatest} isThin={isNarrow} />;
  const span = { from: on, to: on };
  return [
    {
      key: 'unit',
      title: say('unit'),
      isName: true,
      sortBy: ({ name }) => name,
      show: (share) =>
        share.code === head.code ? (
          say('own', { name: share.name })
        ) : (
          <>
            <UnitLink code={share.code}>{share.name}</UnitLink>
            {isNarrow ? bar(share) : null}
          </>
        ),
    },
    {
      key: 'count',
      title: say('count'),
      align: 'end',
      width: 100,
      sortBy: ({ value }) => value,
      show: ({ code, name, value }) =>
        code === head.code ? (
          writeNumber(value, language)
        ) : (
          <FigureLink figure="members" span={span} ofUnit={code} label={name}>
            {writeNumber(value, language)}
          </FigureLink>
        ),
    },
    ...(isNarrow ? [] : [{ key: 'bar', title: say('beside'), width: '30%', show: bar }]),
  ];
}
