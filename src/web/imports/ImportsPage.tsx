import { ImportTemplates } from '../help/ImportTemplates.tsx';
import { DropZone } from './DropZone.tsx';
import styles from './ImportsPage.module.css';
import { useImportText } from './import-texts.ts';
import { RecentImports } from './RecentImports.tsx';

/** Where an import begins, and what became of those before. */
export function ImportsPage() {
  const say = useImportText();
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>{say('lead')}</p>
      </header>
      <DropZone />
      <ImportTemplates />
      <RecentImports />
    </div>
  );
}
