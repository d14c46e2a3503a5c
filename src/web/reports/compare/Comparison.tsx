import { useMemo } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { type ReportShown, readReport } from '#/reports/contract.ts';
import { useAsk } from '../../ask.ts';
import { lastYear, writePeriod } from '../../period/period.ts';
import { askedAt, usePlace } from '../../place.ts';
import { Refused } from '../../Refused.tsx';
import { FormChart } from '../chart/FormChart.tsx';
import form from '../FormTable.module.css';
import { Notes } from '../Notes.tsx';
import { lastYearKey, useReportSearch } from '../report-search.ts';
import { useReportText } from '../report-texts.ts';
import { annualPairs } from './annual-pairs.ts';
import { ColumnField } from './ColumnField.tsx';
import styles from './Comparison.module.css';
import { ComparisonTable, type SideName } from './ComparisonTable.tsx';
import { useCompareText } from './compare-texts.ts';
import { columnOf, formPairs } from './form-pairs.ts';
import { onlyIn, type Pair } from './pair.ts';

/** The report beside the same report of last year or of another unit. */
export function Comparison({ report, against }: { report: ReportShown; against: string }) {
  const place = usePlace();
  const isYear = against === lastYearKey;
  const unit = isYear ? (place.unit ?? '') : against;
  const period = isYear ? lastYear(place.period) : place.period;
  const { data, error, refetch } = useAsk(readReport, {
    name: report.report,
    ...askedAt({ ...place, unit, period }),
  });
  if (error !== null) return <Refused error={error} retry={() => void refetch()} unit={unit} on={period.to} />;
  if (data === undefined) return <Waiting lines={14} />;
  const elsewhere = isYear ? { ofPeriod: writePeriod(period) } : { ofUnit: unit };
  return <Compared here={report} there={data} isYear={isYear} elsewhere={elsewhere} />;
}

interface ComparedProps {
  here: ReportShown;
  there: ReportShown;
  isYear: boolean;
  elsewhere: { ofUnit?: string; ofPeriod?: string };
}

function Compared({ here, there, isYear, elsewhere }: ComparedProps) {
  const say = useCompareText();
  const names = useNames(here, there, isYear);
  const [search] = useReportSearch();
  const column = columnOf(here, search.column);
  const isForm = here.sections === undefined;
  const { ofUnit, ofPeriod } = elsewhere;
  const pairs = useMemo(
    () =>
      isForm ? formPairs(here, there, column, { ofUnit, ofPeriod }) : annualPairs(here, there, { ofUnit, ofPeriod }),
    [here, there, column, isForm, ofUnit, ofPeriod],
  );
  return (
    <>
      <Head report={here} names={names} column={column} />
      {isForm && search.chart === '1' ? (
        <FormChart report={here} pairs={pairs} names={names} />
      ) : (
        <ColumnField report={here} />
      )}
      <ComparisonTable
        label={say('title', { title: here.title })}
        pairs={pairs}
        names={names}
        decimals={here.rounding.decimals}
        rowHeading={here.rowHeading}
      />
      <Told pairs={pairs} names={names} />
      <Notes report={here} />
    </>
  );
}

/** As a heading, and within a sentence. */
type Named = SideName & { inText: string };

interface Names {
  here: Named;
  there: Named;
}

function Head({ report, names, column }: { report: ReportShown; names: Names; column: string | null }) {
  const say = useCompareText();
  const { language } = useLanguage();
  const { formNumber, title, unit, from, to, columns } = report;
  const of = columns?.find(({ key }) => key === column)?.label;
  return (
    <header className={form.head} lang={language}>
      {formNumber === undefined ? null : <p className={form.number}>{formNumber}</p>}
      <h2 lang="vi">{title}</h2>
      {of === undefined ? null : <p lang="vi">{of}</p>}
      <p>
        {unit.name || unit.code} · {writeDay(from)} – {writeDay(to)}
      </p>
      <p>
        <strong>{say('with', { there: names.there.inText })}</strong>
      </p>
    </header>
  );
}

/** What only one of them has, and what the difference is of. */
function Told({ pairs, names }: { pairs: readonly Pair[]; names: Names }) {
  const say = useCompareText();
  const { language } = useLanguage();
  return (
    <div className={styles.told} lang={language}>
      {(['here', 'there'] as const).map((side) => {
        const rows = onlyIn(pairs, side);
        if (rows.length === 0) return null;
        const labels = rows.map(({ label }) => label).join('; ');
        return <p key={side}>{say('onlyHere', { side: names[side].inText, rows: labels })}</p>;
      })}
      <p>{say('percentNote', { here: names.here.inText, there: names.there.inText })}</p>
    </div>
  );
}

/** What tells the two apart: their period, or their unit. */
function useNames(here: ReportShown, there: ReportShown, isYear: boolean): Names {
  const say = useReportText();
  const sayCompared = useCompareText();
  const when = ({ from, to }: ReportShown) => `${writeDay(from)} – ${writeDay(to)}`;
  if (isYear)
    return {
      here: { name: say('now'), when: when(here), inText: sayCompared('thisPeriod') },
      there: { name: say('before'), when: when(there), inText: sayCompared('before', { when: when(there) }) },
    };
  const ofUnit = ({ unit: { name, code } }: ReportShown) => ({ name: name || code, inText: name || code });
  return { here: ofUnit(here), there: ofUnit(there) };
}
