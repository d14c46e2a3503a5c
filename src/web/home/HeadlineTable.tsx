import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Headline } from '#/reports/home/contract.ts';
import type { TermKey } from '../help/glossary.ts';
import { Term } from '../help/Term.tsx';
import { FigureLink } from './FigureLink.tsx';
import styles from './HeadlineTable.module.css';
import { shareOf, written } from './headline.ts';
import { type HomeKey, useHomeText } from './home-texts.ts';

/** The words among them that are explained. */
const termOf: Readonly<Record<string, TermKey>> = {
  members: 'dang-vien',
  'probationary-members': 'dang-vien-du-bi',
  'exempt-members': 'mien-sinh-hoat',
  admissions: 'ket-nap',
  'official-recognitions': 'cong-nhan',
  'transfers-from-outside': 'chuyen-sinh-hoat',
  'transfers-to-outside': 'chuyen-sinh-hoat',
  'grassroots-units': 'to-chuc-co-so-dang',
  cells: 'chi-bo',
  'meetings-held': 'sinh-hoat',
  'temporary-away': 'tam-thoi',
  'members-classified': 'hoan-thanh-tot',
  'units-classified': 'hoan-thanh-tot',
};

/** All headlines by group: now, their share, the same span of the year before, and the change. */
export function HeadlineTable({ headlines }: { headlines: readonly Headline[] }) {
  const say = useHomeText();
  const groups = [...Map.groupBy(headlines, ({ group }) => group)];
  return (
    <table className={styles.table} aria-label={say('headlines')}>
      <thead>
        <tr>
          <th scope="col">{say('figure')}</th>
          <th scope="col" className={styles.number}>
            {say('now')}
          </th>
          <th scope="col" className={styles.number}>
            {say('part')}
          </th>
          <th scope="col" className={styles.number}>
            {say('before')}
          </th>
          <th scope="col" className={styles.number}>
            {say('change')}
          </th>
        </tr>
      </thead>
      {groups.map(([group, members]) => (
        <tbody key={group}>
          <tr className={styles.group}>
            <th scope="rowgroup" colSpan={5}>
              {say(group, { year: members[0]?.to.slice(0, 4) ?? '' })}
            </th>
          </tr>
          {members.map((one) => (
            <Row key={`${one.figure} ${JSON.stringify(one.args)}`} headline={one} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ headline }: { headline: Headline }) {
  const say = useHomeText();
  const { language } = useLanguage();
  const { figure, args, value, before, of } = headline;
  const name = say(`f.${figure}` as HomeKey);
  const [now, then] = [writeNumber(value, language), writeNumber(before.value, language)];
  const term = termOf[figure];
  const share = shareOf(value, of?.value);
  const change = (value ?? 0) - (before.value ?? 0);
  return (
    <tr>
      <th scope="row">{term === undefined ? name : <Term of={term}>{name}</Term>}</th>
      <td className={styles.number}>
        <FigureLink of={headline} label={say('opens', { name, value: now })}>
          {now}
        </FigureLink>
      </td>
      <td className={styles.number}>{share === null ? '' : `${writeNumber(share, language, 1)}%`}</td>
      <td className={styles.number}>
        <FigureLink of={{ figure, args, ...before }} label={say('opensBefore', { name, value: then })}>
          {then}
        </FigureLink>
      </td>
      <td className={styles.number}>
        {change === 0 ? <span className={styles.same}>0</span> : written(change, (by) => writeNumber(by, language))}
      </td>
    </tr>
  );
}
