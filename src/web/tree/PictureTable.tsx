import { Link } from '@tanstack/react-router';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { type Column, DataTable } from '#/platform/ui/DataTable.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { opening, type ToOpen } from '../opened.ts';
import styles from './Picture.module.css';
import { usePictureText } from './picture-texts.ts';
import { childrenOf } from './tree-model.ts';
import type { Colours } from './use-colours.ts';

interface PictureTableProps {
  tree: TreeAnswer;
  at: number;
  colours: Colours;
  walk: (unit: number) => void;
}

/** The same as the picture in numbers: each opens, and each unit leads down to what is under it. */
export function PictureTable(props: PictureTableProps) {
  const { tree, at } = props;
  const say = usePictureText();
  const columns = useColumns(props);
  const units = childrenOf(tree, at);
  if (units.length === 0) return null;
  return (
    <div className={styles.table}>
      <DataTable
        label={say('table', { name: tree.names[at] ?? '' })}
        columns={columns}
        rows={units}
        keyOf={(unit) => tree.keys[unit] ?? ''}
        pageOf={50}
      />
    </div>
  );
}

function useColumns({ tree, at, colours, walk }: PictureTableProps): Column<number>[] {
  const say = usePictureText();
  const { language } = useLanguage();
  const { title } = colours;
  const whole = (tree.members[at] as number) || 1;
  const code = (unit: number) => tree.codes[unit] as string;
  const members = (unit: number): ToOpen => ({
    open: 'members',
    ofUnit: code(unit),
    ofPeriod: `${tree.on}..${tree.on}`,
  });
  const columns: Column<number>[] = [
    {
      key: 'name',
      title: say('unit'),
      isName: true,
      sortBy: (unit) => tree.names[unit] ?? '',
      show: (unit) =>
        (tree.children[unit] as number) === 0 ? (
          tree.names[unit]
        ) : (
          <button type="button" className={styles.step} onClick={() => walk(unit)}>
            {tree.names[unit]}
          </button>
        ),
    },
    {
      key: 'members',
      title: say('members'),
      align: 'end',
      width: 90,
      sortBy: (unit) => tree.members[unit] ?? 0,
      show: (unit) => <Count to={members(unit)} text={writeNumber(tree.members[unit], language)} />,
    },
    {
      key: 'share',
      title: say('share'),
      align: 'end',
      width: 80,
      sortBy: (unit) => tree.members[unit] ?? 0,
      show: (unit) => `${writeNumber(((tree.members[unit] as number) / whole) * 100, language, 1)} %`,
    },
  ];
  if (title !== '') columns.push(colourColumn(colours, code));
  return columns;
}

function colourColumn({ title, numberOf, write, open }: Colours, code: (unit: number) => string): Column<number> {
  return {
    key: 'value',
    title,
    align: 'end',
    width: 130,
    sortBy: (unit) => numberOf(unit) ?? null,
    show: (unit) => <Count to={open(code(unit))} text={write(numberOf(unit) ?? null)} />,
  };
}

/** A number that opens what stands behind it. */
function Count({ to, text }: { to: ToOpen | null; text: string }) {
  if (to === null || text === '–') return <>{text}</>;
  return (
    <Link to="." search={opening(to)} resetScroll={false}>
      {text}
    </Link>
  );
}
