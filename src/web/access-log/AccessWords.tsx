import { Link } from '@tanstack/react-router';
import type { AccessRow, PersonAccess } from '#/kernel/access/log-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import table from '#/platform/ui/LogTable.module.css';
import { keepPlace } from '../address.ts';
import styles from './AccessTable.module.css';
import { useAccessText } from './access-texts.ts';

/** Who looked, and in which capacity. */
export function Looker({ access: { actor, role, place } }: { access: PersonAccess }) {
  const say = useAccessText();
  const { language } = useLanguage();
  const capacity = role === null ? say('owner') : `${role[language]}, ${place?.name ?? say('wholeRegister')}`;
  return (
    <>
      <span className={table.line}>{actor}</span>
      <span className={table.soft}>{capacity}</span>
    </>
  );
}

/** What was looked at; that it was sealed is said in words. */
export function Said({ access: { says, notice } }: { access: PersonAccess }) {
  const say = useAccessText();
  const { language } = useLanguage();
  return (
    <>
      {says[language]}
      {notice === null ? null : <span className={styles.mark}>{say('sealed')}</span>}
    </>
  );
}

/** At whom: the first by name, as far as the reader may see them. */
export function Whom({ access: { persons, personCount, unit } }: { access: AccessRow }) {
  const say = useAccessText();
  const others = personCount - persons.length;
  return (
    <>
      {persons.map(({ id, name, code }, at) => (
        <span key={id}>
          {at === 0 ? '' : ', '}
          <Link to="/members/$person" params={{ person: id }} search={keepPlace}>
            {name}
          </Link>
          {code === null ? null : <span className={table.soft}> {code}</span>}
        </span>
      ))}
      {others <= 0 ? null : persons.length > 0 ? (
        <span className={table.soft}> {say('others', { count: others })}</span>
      ) : (
        say('countOnly', { count: others })
      )}
      {personCount === 0 && unit === null ? <span className={table.soft}>{say('nobody')}</span> : null}
      {unit === null ? null : <span className={table.soft}> {unit.name}</span>}
    </>
  );
}
