import { useNavigate } from '@tanstack/react-router';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { keepPlace } from '../address.ts';
import { ListHead } from './ListHead.tsx';
import { ListRows } from './ListRows.tsx';
import { ListTools } from './ListTools.tsx';
import styles from './MembersPage.module.css';
import { useMarked } from './marked.ts';
import { useMembersText } from './members-texts.ts';
import { RecordForMany } from './RecordForMany.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useList, useShow, useTotal } from './use-list.ts';

/** The members of a unit on a day: searched, narrowed, in order, chosen from; the address says all of it. */
export function MembersPage() {
  const say = useMembersText();
  usePageTitle(say('title'));
  const isNarrow = useNarrow();
  const list = useList();
  const show = useShow();
  const total = useTotal(list).data?.total;
  const navigate = useNavigate();
  const open = (person: string) => void navigate({ to: '/members/$person', params: { person }, search: keepPlace });
  const marks = useMarked(list.place.tenant, list.key);
  return (
    <div className={styles.page}>
      <ListHead list={list} total={total} show={show} />
      <ListTools list={list} total={total} show={show} isNarrow={isNarrow} />
      <ListRows list={list} total={total} show={show} marks={marks} isNarrow={isNarrow} open={open} />
      <SelectionBar marks={marks} total={total}>
        <RecordForMany key={list.key} list={list} marks={marks} total={total} />
      </SelectionBar>
    </div>
  );
}
