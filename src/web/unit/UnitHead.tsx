import { BarChartOutlined, FormOutlined, TeamOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { kindLabels, typeLabels } from '#/domain/units/contract.ts';
import type { UnitHead as Head, RelatedUnit, SourceAct } from '#/domain/units/page-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { WhyButton } from '../access/WhyButton.tsx';
import { keepPlace, type Search } from '../address.ts';
import { termsIn } from '../help/phrases.ts';
import { Terms } from '../help/Terms.tsx';
import { usePlace } from '../place.ts';
import { forForm } from '../record/record-search.ts';
import { useMay } from '../session.ts';
import { FigureLink } from './FigureLink.tsx';
import { paperWords } from './paper-words.ts';
import { UnitLink } from './UnitLink.tsx';
import styles from './UnitPage.module.css';
import { useUnitPageText } from './unit-page-texts.ts';

/** What the unit is: its place, name and kind, where it comes from and what it becomes, and its first numbers. */
export function UnitHead({ head, on }: { head: Head; on: string }) {
  const say = useUnitPageText();
  const may = useMay();
  const { language } = useLanguage();
  const { tenant } = usePlace();
  const { path, name, code, kind, type } = head;
  const words = [
    kind === null ? undefined : kindLabels[kind as keyof typeof kindLabels]?.[language],
    type === null ? undefined : typeLabels[type as keyof typeof typeLabels]?.[language],
    say('code', { code }),
  ];
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        {path.length === 0 ? null : (
          <nav aria-label={say('above')} className={styles.path}>
            {path.map((unit) => (
              <span key={unit.code}>
                <UnitLink code={unit.code}>{unit.name}</UnitLink> ›{' '}
              </span>
            ))}
          </nav>
        )}
        <h1>{name}</h1>
        <div className={styles.kind}>
          <Terms pieces={termsIn([words.filter((word) => word !== undefined).join(' · ')], language)[0] ?? []} />
        </div>
        <Life head={head} on={on} />
        <WhyButton isQuiet unit={code} tenant={tenant} />
      </div>
      <div className={styles.beside}>
        <Numbers head={head} on={on} />
        <div className={`${styles.actions} not-printed`}>
          {may('members.read') ? (
            <Link to="/members" search={keepPlace} className={styles.action}>
              <TeamOutlined aria-hidden /> {say('toMembers')}
            </Link>
          ) : null}
          {may('reports.read') ? (
            <Link
              to="/reports/$report"
              params={{ report: 'annual' }}
              search={({ unit, tenant, period, known }: Search) => ({ unit, tenant, period, known })}
              className={styles.action}
            >
              <BarChartOutlined aria-hidden /> {say('toReports')}
            </Link>
          ) : null}
          {may('acts.post') ? (
            <Link to="/record" search={forForm()} className={styles.action}>
              <FormOutlined aria-hidden /> {say('recordAct')}
            </Link>
          ) : null}
        </div>
      </div>
    </header>
  );
}

function Numbers({ head, on }: { head: Head; on: string }) {
  const say = useUnitPageText();
  const { language } = useLanguage();
  const number = (value: number) => writeNumber(value, language);
  const opened = (figure: string, label: string, value: number) => (
    <div className={styles.number}>
      <dt>{label}</dt>
      <dd>
        <FigureLink figure={figure} span={{ from: on, to: on }} label={label}>
          {number(value)}
        </FigureLink>
      </dd>
    </div>
  );
  return (
    <dl className={styles.numbers}>
      {opened('members', say('membersCount'), head.members)}
      {head.children > 0 ? opened('cells', say('cellsCount'), head.cells) : null}
      {head.children > 0 ? (
        <div className={styles.number}>
          <dt>{say('childrenCount')}</dt>
          <dd>
            <UnitLink code={head.code} part="children">
              {number(head.children)}
            </UnitLink>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** Where it comes from, folded where there is little room; that it ends, and what it becomes, is always told. */
function Life({ head, on }: { head: Head; on: string }) {
  const say = useUnitPageText();
  const isNarrow = useNarrow();
  const { ended, successors } = head;
  return (
    <ul className={styles.life}>
      {isNarrow && head.founded.on !== null ? (
        <li>
          <details>
            <summary>{say('founded', { day: writeDay(head.founded.on) })}</summary>
            <ul className={styles.life}>
              <Beginnings head={head} />
            </ul>
          </details>
        </li>
      ) : (
        <Beginnings head={head} />
      )}
      {ended === null ? null : (
        <li>
          {say(ended.on > on ? 'endsOn' : 'ended', { day: writeDay(ended.on) })} <By source={ended.source} />
        </li>
      )}
      {successors.length === 0 ? null : (
        <li>
          {say('successors')}: <Related units={successors} word="from" />
        </li>
      )}
    </ul>
  );
}

function Beginnings({ head: { founded, predecessors, names } }: { head: Head }) {
  const say = useUnitPageText();
  return (
    <>
      {founded.on === null ? null : (
        <li>
          {say('founded', { day: writeDay(founded.on) })} <By source={founded.source} />
        </li>
      )}
      {predecessors.length === 0 ? null : (
        <li>
          {say('predecessors')}: <Related units={predecessors} word="until" />
        </li>
      )}
      {names.length === 0 ? null : (
        <li>
          <details>
            <summary>{say('names')}</summary>
            <ul className={styles.names}>
              {names.map(({ name, from, to }) => (
                <li key={`${name} ${from}`}>
                  {name} ({from === null ? say('sinceEver') : writeDay(from)} –{' '}
                  {to === null ? say('still') : writeDay(to)})
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </>
  );
}

/** "theo Quyết định 12-QĐ/HU ngày …". */
function By({ source }: { source: SourceAct | null }) {
  const say = useUnitPageText();
  const { language } = useLanguage();
  if (source === null || source.paper === null) return null;
  return (
    <Link to="/acts/$act" params={{ act: source.act }} search={keepPlace} className={styles.soft}>
      {say('by', { paper: paperWords(source.paper, language) })}
    </Link>
  );
}

/** So many of a merger are told at once. */
const few = 3;

function Related({ units, word }: { units: readonly RelatedUnit[]; word: 'until' | 'from' }) {
  const say = useUnitPageText();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? units : units.slice(0, few);
  return (
    <>
      {shown.map(({ code, name, on }, at) => (
        <span key={`${code} ${on}`}>
          {at === 0 ? '' : '; '}
          <UnitLink code={code} on={on}>
            {name}
          </UnitLink>{' '}
          <span className={styles.soft}>({say(word, { day: writeDay(on) })})</span>
        </span>
      ))}
      {shown.length < units.length ? (
        <>
          {'; '}
          <button type="button" className={`plain-button ${styles.more}`} onClick={() => setAll(true)}>
            {say('more', { count: units.length - few })}
          </button>
        </>
      ) : null}
    </>
  );
}
