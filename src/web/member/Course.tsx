import type { Member, Spell } from '#/domain/members/member-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { UnitLink } from '../unit/UnitLink.tsx';
import { ActLink } from './ActLink.tsx';
import { Band } from './band/Band.tsx';
import styles from './Course.module.css';
import { useMemberText } from './member-texts.ts';
import tables from './Tables.module.css';

/** Standing, units, exemptions, stays and posts up to the day: as a band where there is room for one, and in words. */
export function Course({ member }: { member: Member }) {
  const say = useMemberText();
  const isNarrow = useNarrow();
  const { spells, name } = member;
  if (spells.length === 0) return <p className={tables.none}>{say('noSpells')}</p>;
  const newest = spells.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  return (
    <div className={tables.tables}>
      {isNarrow ? null : <Band member={member} />}
      <table className={tables.table} aria-label={say('courseOf', { name })}>
        <thead>
          <tr>
            <th scope="col" className={styles.span}>
              {say('fromTo')}
            </th>
            <th scope="col">{say('what')}</th>
            {isNarrow ? null : <th scope="col">{say('where')}</th>}
            {isNarrow ? null : <th scope="col">{say('how')}</th>}
            <th scope="col" className={tables.act}>
              <span className="for-screen-readers">{say('theAct')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {newest.map((spell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an act may lay several spells
            <Row key={`${spell.act} ${at}`} spell={spell} isNarrow={isNarrow} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ spell, isNarrow }: { spell: Spell; isNarrow: boolean }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const { from, to, says, unit, act } = spell;
  const until = to === null ? say('now') : writeDay(to);
  const how = [spell.begins?.[language], spell.ends?.[language]].filter(Boolean).join(' – ');
  return (
    <tr>
      <td className={styles.span}>
        {from === null ? '…' : writeDay(from)} – {until}
      </td>
      <td>
        {says[language]}
        {isNarrow && unit !== null ? <span className={tables.under}>{unit.name}</span> : null}
        {isNarrow && how !== '' ? <span className={tables.under}>{how}</span> : null}
      </td>
      {isNarrow ? null : <td>{unit === null ? '–' : <UnitLink code={unit.code}>{unit.name}</UnitLink>}</td>}
      {isNarrow ? null : <td>{how}</td>}
      <td className={tables.act}>
        <ActLink act={act} of={says[language]} />
      </td>
    </tr>
  );
}
