import { useMemo } from 'react';
import type { ReportShown } from '#/reports/contract.ts';
import { lastYear, writePeriod } from '../../period/period.ts';
import { usePlace } from '../../place.ts';
import { columnOf, formPairsBefore } from '../compare/form-pairs.ts';
import { useReportSearch } from '../report-search.ts';
import { useReportText } from '../report-texts.ts';
import { FormChart } from './FormChart.tsx';

/** A form in bars: this period beside the same period last year, as the form itself has both. */
export function FormPicture({ report }: { report: ReportShown }) {
  const say = useReportText();
  const { period } = usePlace();
  const [search] = useReportSearch();
  const column = columnOf(report, search.column);
  const ofPeriod = writePeriod(lastYear(period));
  const pairs = useMemo(() => formPairsBefore(report, column, { ofPeriod }), [report, column, ofPeriod]);
  const names = { here: { name: say('now') }, there: { name: say('before') } };
  return <FormChart report={report} pairs={pairs} names={names} />;
}
