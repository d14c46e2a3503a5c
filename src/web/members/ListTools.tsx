import { FilterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { FilterBar } from './FilterBar.tsx';
import { FilterSheet } from './FilterSheet.tsx';
import { type Asked, inUse } from './filters.ts';
import styles from './MembersPage.module.css';
import { useMembersText } from './members-texts.ts';
import { SearchField } from './SearchField.tsx';
import type { Change, List } from './use-list.ts';

interface ListToolsProps {
  list: List;
  total: number | undefined;
  show: (change: Change) => void;
  isNarrow: boolean;
}

/** What narrows the list: words and conditions; on a narrow screen the conditions stand in a sheet. */
export function ListTools({ list, total, show, isNarrow }: ListToolsProps) {
  const say = useMembersText();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { asked, isNarrowed } = list;
  const narrowBy = (next: Asked) => show({ asked: next });
  const clear = () => show({ q: undefined, asked: {} });
  return (
    <div className="not-printed">
      <div className={styles.tools}>
        <SearchField
          q={list.search.q}
          ask={(q) => show({ q })}
          goDown={() => document.querySelector<HTMLElement>('main tbody tr[tabindex="0"]')?.focus()}
        />
        {isNarrow ? (
          <Button className={styles.filter} icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
            {say('conditionsOf', { count: inUse(asked).length })}
          </Button>
        ) : (
          <FilterBar asked={asked} ask={narrowBy} clear={clear} isNarrowed={isNarrowed} />
        )}
      </div>
      {asked.figure === undefined ? null : (
        <p className={styles.note}>{say('figureNote', { day: writeDay(list.place.day) })}</p>
      )}
      {isOpen ? (
        <FilterSheet
          asked={asked}
          ask={narrowBy}
          clear={clear}
          total={total === undefined ? null : writeNumber(total, language)}
          close={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
