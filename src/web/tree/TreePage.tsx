import { HistoryOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { readTree, type TreeAnswer } from '#/domain/units/tree-contract.ts';
import type { Day } from '#/platform/day.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { Tabs } from '#/platform/ui/Tabs.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { useAskKept } from './ask-kept.ts';
import { Changes } from './Changes.tsx';
import { useChangeText } from './change-texts.ts';
import { Picture } from './Picture.tsx';
import { PrintedTree } from './PrintedTree.tsx';
import styles from './TreePage.module.css';
import { TreePart } from './TreePart.tsx';
import type { Mark } from './tree-model.ts';
import { useTreeSearch } from './tree-search.ts';
import { useTreeText } from './tree-texts.ts';
import { useMarks } from './use-marks.ts';

/** The organisation under the place's unit on a day: as a tree to walk, and as a picture. */
export function TreePage() {
  const say = useTreeText();
  const sayChange = useChangeText();
  usePageTitle(say('title'));
  const { unit, tenant, day, known } = usePlace();
  const asked = unit === null ? null : { unit, tenant, on: day, knownAt: known ?? undefined, others: '1' as const };
  const { data, error, refetch, isPlaceholderData } = useAskKept(readTree, asked);
  const [{ since }, change] = useTreeSearch();
  const marks = useMarks(data, since !== undefined);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('title')}</h1>
        {data === undefined ? null : (
          <>
            <Sum tree={data} />
            <Button
              className="not-printed"
              icon={<HistoryOutlined aria-hidden />}
              aria-expanded={since !== undefined}
              onClick={() => change(since === undefined ? spanOf(day) : { since: undefined, until: undefined })}
            >
              {sayChange(since === undefined ? 'show' : 'hide')}
            </Button>
            <Button className="not-printed" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {say('print')}
            </Button>
          </>
        )}
      </header>
      {error !== null ? (
        <Refused error={error} retry={() => void refetch()} unit={unit ?? ''} />
      ) : data === undefined ? (
        <Waiting lines={14} />
      ) : (
        <>
          {since === undefined ? null : <Changes tree={data} isBehind={isPlaceholderData} />}
          <Parts tree={data} marks={marks} />
          <PrintedTree tree={data} />
        </>
      )}
    </div>
  );
}

/** From the beginning of the year before to the day: what an officer is asked about first. */
function spanOf(day: Day): { since: Day; until: Day } {
  return { since: `${Number(day.slice(0, 4)) - 1}-01-01`, until: day };
}

function Sum({ tree }: { tree: TreeAnswer }) {
  const say = useTreeText();
  const { language } = useLanguage();
  const number = (value: number | undefined) => writeNumber(value, language);
  const values = { units: number((tree.below[0] ?? 0) + 1), members: number(tree.members[0]), day: writeDay(tree.on) };
  return (
    <p className={styles.sum} role="status">
      {tree.names[0]}: {say('sum', values)}
    </p>
  );
}

function Parts({ tree, marks }: { tree: TreeAnswer; marks: ReadonlyMap<string, Mark> }) {
  const say = useTreeText();
  const isNarrow = useNarrow();
  const [{ view = 'tree' }, change] = useTreeSearch();
  const list = <TreePart tree={tree} marks={marks} />;
  const picture = <Picture tree={tree} />;
  if (!isNarrow)
    return (
      <div className={`${styles.beside} not-printed`}>
        {list}
        {picture}
      </div>
    );
  const tabs = [
    { key: 'tree', label: say('title') },
    { key: 'picture', label: say('picture') },
  ] as const;
  return (
    <div className="not-printed">
      <Tabs
        label={say('parts')}
        tabs={tabs}
        shown={view}
        show={(key) => change({ view: key === 'picture' ? key : undefined })}
      >
        {view === 'tree' ? list : picture}
      </Tabs>
    </div>
  );
}
