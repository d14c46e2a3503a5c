import { Select } from '#/platform/ui/Select.tsx';
import type { ReportShown } from '#/reports/contract.ts';
import { useReportSearch } from '../report-search.ts';
import styles from './Comparison.module.css';
import { useCompareText } from './compare-texts.ts';
import { columnOf } from './form-pairs.ts';

/** Which column of a form with several is compared or drawn. */
export function ColumnField({ report }: { report: ReportShown }) {
  const say = useCompareText();
  const [{ column }, change] = useReportSearch();
  if (report.columns === undefined) return null;
  return (
    <div className={`${styles.column} not-printed`}>
      <Select
        label={say('column')}
        value={columnOf(report, column) ?? ''}
        options={report.columns.map(({ key, label }) => ({ value: key, label }))}
        choose={(next) => change({ column: next })}
      />
    </div>
  );
}
