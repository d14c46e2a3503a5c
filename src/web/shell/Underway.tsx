import { lazy, Suspense } from 'react';
import { useBegun } from '../exports/begun.ts';
import styles from './PlaceBar.module.css';

const WaitingActs = lazy(async () => ({ default: (await import('../record/WaitingActs.tsx')).WaitingActs }));
const ExportLines = lazy(async () => ({ default: (await import('../exports/ExportLines.tsx')).ExportLines }));

/** What goes on whatever page is open: acts that wait for the network, lists on their way into files. */
export function Underway() {
  const begun = useBegun();
  return (
    <>
      <Suspense>
        <WaitingActs />
      </Suspense>
      {begun.length === 0 ? null : (
        <Suspense fallback={<div className={styles.coming} />}>
          <ExportLines />
        </Suspense>
      )}
    </>
  );
}
