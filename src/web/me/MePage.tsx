import { IdcardOutlined } from '@ant-design/icons';
import { type OwnRecord, readOwnRecord } from '#/domain/members/own-record-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { Sheet } from '../member/Sheet.tsx';
import { Bases } from './Bases.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import styles from './Me.module.css';
import { useMeText } from './me-texts.ts';
import { OwnCorrections } from './OwnCorrections.tsx';
import { SealedFields } from './SealedFields.tsx';

/** What the register holds about whoever is signed in, what they can do about it, and who else can see it. */
export function MePage() {
  const say = useMeText();
  usePageTitle(say('title'));
  const { data, error, refetch } = useAsk(readOwnRecord, {});
  if (error !== null) return <Wrong isPage error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={16} />;
  const { own } = data;
  if (own === null)
    return (
      <State isPage icon={<IdcardOutlined />} title={say('notTied')}>
        <p>{say('notTiedWhat')}</p>
      </State>
    );
  const { name, placement } = own.record;
  return (
    <div className={styles.page}>
      <header>
        <h1>{name}</h1>
        <p className={styles.lead}>
          {placement.unit === null ? say('nowhere') : say('at', { unit: placement.unit.name })}
        </p>
        <CopyButtons />
      </header>
      <SealedFields fields={own.sealed} />
      <OwnCorrections />
      <section className={styles.part} aria-label={say('sheet')}>
        <h2>{say('sheet')}</h2>
        <Sheet member={own.record} />
      </section>
      <Bases bases={own.bases} />
      <Offices offices={own.offices} />
    </div>
  );
}

function Offices({ offices }: Pick<OwnRecord, 'offices'>) {
  const say = useMeText();
  const { language } = useLanguage();
  return (
    <section className={styles.part}>
      <h2>{say('offices')}</h2>
      <ul className={styles.list}>
        {offices.map(({ title, unit, reveals }) => (
          <li key={`${title.en} ${unit?.code}`} className={styles.line}>
            <span>
              {title[language]}, {unit?.name ?? say('wholeRegister')}
            </span>
            {reveals.length === 0 ? null : <span className={styles.soft}>{say('reveals')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
