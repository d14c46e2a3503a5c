import { TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { startExport } from '#/domain/members/export-contract.ts';
import { type MemberColumn, memberColumns } from '#/domain/members/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { ExportButton } from '../exports/ExportButton.tsx';
import { useBeginExport } from '../exports/use-export.ts';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { useFieldText } from './field-texts.ts';
import styles from './MembersPage.module.css';
import { useMembersText } from './members-texts.ts';
import { type List, rememberColumns, usualColumns } from './use-list.ts';
import type { Show } from './views/use-views.ts';
import { ViewMenu } from './views/ViewMenu.tsx';

/** Columns that may be left out. */
const others = memberColumns.filter((column) => column !== 'name');

interface ListHeadProps {
  list: List;
  total: number | undefined;
  show: Show;
}

/** What the list is called, how many it holds, and what it shows of each. */
export function ListHead({ list, total, show }: ListHeadProps) {
  const say = useMembersText();
  const { language } = useLanguage();
  const { place, question, sort, columns } = list;
  const exported = useBeginExport({ of: 'members', unit: place.unit ?? '', day: place.day }, () =>
    ask(startExport, { ...question, columns: ['name', ...columns], sort, language }),
  );
  const isNarrow = useNarrow();
  const named = useFieldText();
  const titles = Object.fromEntries(others.map((column) => [column, named(column)]));
  const [isChoosing, setChoosing] = useState(false);
  const choose = (columns: string[]) => {
    rememberColumns(columns as MemberColumn[]);
    show({ cols: columns.join(','), page: list.page, after: list.search.after });
  };
  return (
    <header className={styles.head}>
      <h1>{say('title')}</h1>
      <p role="status" className={styles.total}>
        {total === undefined
          ? say('counting')
          : say(list.isNarrowed ? 'matching' : 'total', { total: writeNumber(total, language) })}
      </p>
      <ViewMenu list={list} show={show} />
      <span className={`${styles.headTools} not-printed`}>
        <ExportButton what="members" export={exported} isEmpty={total === 0} />
        {isNarrow ? null : (
          <Button icon={<TableOutlined aria-hidden />} onClick={() => setChoosing(true)}>
            {say('columns')}
          </Button>
        )}
      </span>
      {isChoosing ? (
        <ColumnsDialog
          titles={titles}
          chosen={list.columns}
          usual={usualColumns}
          choose={choose}
          close={() => setChoosing(false)}
        />
      ) : null}
    </header>
  );
}
