import { CheckOutlined, MinusOutlined, WarningOutlined } from '@ant-design/icons';
import type { CellProblem, SheetFinding, SheetPlan } from '#/exchange/tables/plan.ts';
import { useReadText } from './read-texts.ts';
import styles from './SheetList.module.css';

interface SheetListProps {
  sheets: readonly SheetPlan[];
  findings: readonly SheetFinding[];
  problems: readonly CellProblem[];
  shown: number;
  show: (at: number) => void;
}

export const useWords = { members: 'useMembers', units: 'useUnits', none: 'useNone' } as const;

/** Every sheet of the file, read or not, and where something has to be told. */
export function SheetList({ sheets, findings, problems, shown, show }: SheetListProps) {
  const say = useReadText();
  return (
    <nav aria-label={say('sheets')} className={styles.list}>
      <ul>
        {sheets.map((sheet, at) => {
          const own = problems.filter((problem) => problem.sheet === sheet.sheet && problem.isBlocking);
          const isHidden = findings.find((finding) => finding.sheet === sheet.sheet)?.isHidden ?? false;
          const Sign = own.length > 0 ? WarningOutlined : sheet.use === 'none' ? MinusOutlined : CheckOutlined;
          const read = sheet.columns.filter(({ target }) => target !== null).length;
          return (
            <li key={sheet.sheet}>
              <button
                type="button"
                className={styles.sheet}
                aria-current={at === shown}
                data-use={own.length > 0 ? 'fault' : sheet.use}
                onClick={() => show(at)}
              >
                <Sign aria-hidden className={styles.sign} />
                <span className={styles.words}>
                  <span className={styles.name}>{sheet.sheet}</span>
                  <span className={styles.soft}>
                    {[
                      say(useWords[sheet.use]),
                      ...(isHidden ? [say('hidden')] : []),
                      ...(sheet.use === 'none' ? [] : [say('columnsRead', { read, all: sheet.columns.length })]),
                    ].join(' · ')}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
