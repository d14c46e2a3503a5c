import { Link } from '@tanstack/react-router';
import type { Member, Missing } from '#/domain/members/member-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { opening } from '../opened.ts';
import styles from './MemberHead.module.css';
import { useMemberText } from './member-texts.ts';

/** What the record lacks, with the rows of the forms that leave the member out for it; then what only the sheet wants. */
export function MissingList({ member: { missing } }: { member: Member }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const counted = missing.filter(({ needs }) => needs.length > 0);
  const others = missing.filter(({ needs }) => needs.length === 0);
  return (
    <section className={styles.fact}>
      <h2 className={styles.label}>{say('missing')}</h2>
      <p className={counted.length === 0 ? styles.soft : styles.main}>
        {counted.length === 0 ? say('missingNone') : say('missingCount', { count: counted.length })}
      </p>
      {missing.length === 0 ? null : (
        <details className={styles.missing}>
          <summary>
            {counted.length > 0 ? counted.map(({ label }) => label[language]).join(', ') : say('sheet')}
          </summary>
          <ul>
            {counted.map((one) => (
              <Lacking key={one.key} one={one} />
            ))}
          </ul>
          {others.length === 0 ? null : (
            <p className={styles.soft}>
              {say('sheetOnly', { count: others.length })}:{' '}
              {others.map(({ item, label }) => `${item === null ? '' : `${item}. `}${label[language]}`).join('; ')}.
            </p>
          )}
        </details>
      )}
    </section>
  );
}

function Lacking({ one: { label, item, needs } }: { one: Missing }) {
  const say = useMemberText();
  const { language } = useLanguage();
  return (
    <li>
      {label[language]}{' '}
      <span className={styles.soft}>
        ({item === null ? say('missingHeading') : say('missingItem', { no: item })}): {say('leavesOut')}{' '}
      </span>
      {needs.map(({ paper, row, open }) => {
        const text = `${paper[language]}, ${row[language]}`;
        return open === null ? (
          <span key={text}>{text}</span>
        ) : (
          <Link key={text} to="." search={opening({ open }) as never}>
            {text}
          </Link>
        );
      })}
    </li>
  );
}
