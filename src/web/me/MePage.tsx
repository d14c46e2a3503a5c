import { IdcardOutlined } from '@ant-design/icons';
import { readOwnRecord } from '#/domain/members/own-record-contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { OfficeLines } from '../access/OfficeLines.tsx';
import { useAsk } from '../ask.ts';
import { Sheet } from '../member/Sheet.tsx';
import { Bases } from './Bases.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { useLookText } from './look-texts.ts';
import styles from './Me.module.css';
import { useMeText } from './me-texts.ts';
import { OwnCorrections } from './OwnCorrections.tsx';
import { OwnLooks, SealedOpenings } from './OwnLooks.tsx';
import { SealedFields } from './SealedFields.tsx';

/** What the register holds about whoever is signed in, what they can do about it, and who else can see it. */
export function MePage() {
  const say = useMeText();
  const sayLooks = useLookText();
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
      <SealedOpenings openings={own.openings} />
      <SealedFields fields={own.sealed} />
      <OwnCorrections />
      <OwnLooks />
      <section className={styles.part} aria-label={sayLooks('offices')}>
        <h2>{sayLooks('offices')}</h2>
        <p className={styles.soft}>{sayLooks('officesWhat')}</p>
        <OfficeLines offices={own.offices} />
      </section>
      <Bases bases={own.bases} />
      <section className={styles.part} aria-label={say('sheet')}>
        <h2>{say('sheet')}</h2>
        <Sheet member={own.record} />
      </section>
    </div>
  );
}
