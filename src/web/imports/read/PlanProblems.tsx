import { EyeOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { CellProblem, SheetFinding } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { placeInFile } from '../place-in-file.ts';
import styles from './PlanProblems.module.css';
import { useReadText } from './read-texts.ts';

/** Where something of a plan is put right: at a sheet, or where the whole file is told of. */
export type PlanPlace = { sheet: string | null } | 'whole-file';

interface PlanProblemsProps {
  planProblems: readonly CellProblem[];
  findings: readonly SheetFinding[];
  go: (place: PlanPlace) => void;
}

/** Told for the whole file, though a sheet misses it. */
const ofWholeFile = new Set(['plan.no-opening', 'plan.superior', 'plan.code-taken', 'row.no-day']);
/** A list of a province may name thousands of cells. */
const shownAtMost = 100;

/** What has to be told before the rows can be read, and what the clerk should look at. */
export function PlanProblems({ planProblems, findings, go }: PlanProblemsProps) {
  const say = useReadText();
  const needed = planProblems.filter(({ isBlocking }) => isBlocking);
  const read = findings.filter(({ use }) => use !== 'none').flatMap(({ problems }) => problems);
  const told = new Set(needed.map(keyOf));
  const lookAt = [...planProblems.filter(({ isBlocking }) => !isBlocking), ...read].filter(
    (one) => !told.has(keyOf(one)),
  );
  return (
    <>
      <Group title={say('needed', { count: needed.length })} problems={needed} go={go} isNeeded />
      <Group title={say('lookAt', { count: lookAt.length })} problems={lookAt} go={go} />
    </>
  );
}

const keyOf = ({ sheet, row, column, code, message }: CellProblem) =>
  JSON.stringify([sheet, row, column, code, message.vi]);

interface GroupProps {
  title: string;
  problems: readonly CellProblem[];
  go: (place: PlanPlace) => void;
  isNeeded?: boolean;
}

function Group({ title, problems, go, isNeeded = false }: GroupProps) {
  const say = useReadText();
  const { language } = useLanguage();
  if (problems.length === 0) return null;
  const Sign = isNeeded ? WarningOutlined : EyeOutlined;
  return (
    <details open={isNeeded || problems.length <= 4} className={isNeeded ? styles.needed : styles.look}>
      <summary>
        <Sign aria-hidden /> {title}
      </summary>
      <ul>
        {problems.slice(0, shownAtMost).map((problem) => (
          <li key={keyOf(problem)}>
            <span>
              {problem.sheet === null ? null : (
                <strong>{problem.cell === null ? problem.sheet : placeInFile(problem.cell)}: </strong>
              )}
              {problem.message[language]}
            </span>
            <Button
              size="small"
              onClick={() => go(ofWholeFile.has(problem.code) ? 'whole-file' : { sheet: problem.sheet })}
            >
              {say('goThere')}
            </Button>
          </li>
        ))}
        {problems.length > shownAtMost ? <li>{`+ ${problems.length - shownAtMost}`}</li> : null}
      </ul>
    </details>
  );
}
