import type { UnitHead } from '#/domain/units/page-contract.ts';
import { readFigure } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import { type Column, DataTable } from '#/platform/ui/DataTable.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { CellMembers } from './CellMembers.tsx';
import { MembersLink } from './MembersLink.tsx';
import { useMembersPartText } from './members-part-texts.ts';
import styles from './Parts.module.css';
import { UnitLink } from './UnitLink.tsx';
import type { AskedUnit } from './use-unit.ts';

interface Share {
  code: string;
  name: string;
  value: number | null;
}

/** How many members stand where: the number of each subordinate, leading to its list; of a cell who they are. */
export function MembersPart({ head, asked }: { head: UnitHead; asked: AskedUnit }) {
  const say = useMembersPartText();
  const { language } = useLanguage();
  const { code: unit, tenant, on, knownAt } = asked;
  const { data, error, refetch } = useAsk(readFigure, { name: 'members', unit, tenant, on, knownAt, byUnit: '1' });
  const columns = useColumns(data?.byUnit ?? [], head);
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  const count = writeNumber(data.value, language);
  if (data.value === 0) return <p className={styles.none}>{say('none')}</p>;
  return (
    <section className={styles.block}>
      <h2>{say('total', { count, day: writeDay(on) })}</h2>
      <p className={styles.lead}>
        <MembersLink>{say('open', { count })}</MembersLink>
      </p>
      {head.children === 0 ? (
        <CellMembers asked={asked} />
      ) : (
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

function useColumns(shares: readonly Share[], head: UnitHead): Column<Share>[] {
  const say = useMembersPartText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const greatest = Math.max(...shares.map(({ value }) => value ?? 0), 1);
  const bar = ({ value }: Share) => <Bar share={(value ?? 0) / greatest} isThin={isNarrow} />;
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
          <MembersLink unit={code} label={say('listOf', { name, count: writeNumber(value, language) })}>
            {writeNumber(value, language)}
          </MembersLink>
        ),
    },
    ...(isNarrow ? [] : [{ key: 'bar', title: say('beside'), width: '30%', show: bar }]),
  ];
}
