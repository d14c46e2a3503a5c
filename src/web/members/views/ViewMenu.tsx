import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { SavedView } from '#/domain/members/views-contract.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import type { List } from '../use-list.ts';
import { DeleteView } from './DeleteView.tsx';
import { NameView } from './NameView.tsx';
import { type Show, useSaveAgain, useViews } from './use-views.ts';
import { ViewList } from './ViewList.tsx';
import styles from './ViewMenu.module.css';
import { changeTo } from './view-search.ts';
import { useViewText } from './view-texts.ts';

/** What the user is asked about a view; no view: one to be saved. */
type Asking = { what: 'name'; view: SavedView | null } | { what: 'delete'; view: SavedView } | null;

interface ViewMenuProps {
  list: List;
  show: Show;
}

/** Ways to see the list that were saved: chosen, saved anew, renamed, deleted; and whether it is still seen so. */
export function ViewMenu({ list, show }: ViewMenuProps) {
  const say = useViewText();
  const { views, error, chosen, isChanged } = useViews(list, show);
  const again = useSaveAgain(list);
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const closing =
    <T,>(act: (given: T) => void) =>
    (given: T) => {
      setOpen(false);
      act(given);
    };
  return (
    <span className={`${styles.menu} not-printed`}>
      <Popup
        open={open}
        setOpen={setOpen}
        label={say('views')}
        hint={say('viewsHint')}
        className={styles.button}
        button={
          <>
            <span className={styles.name}>{chosen === null ? say('views') : say('chosen', { name: chosen.name })}</span>
            <DownOutlined aria-hidden className={styles.down} />
          </>
        }
      >
        {error === null ? null : <WrongLine error={error} />}
        <ViewList
          views={views}
          chosen={chosen}
          isChanged={isChanged}
          choose={closing((view) => show(changeTo(view), { replace: false }))}
          leave={closing(() => show(plain, { replace: false }))}
          saveAgain={closing(again.mutate)}
          askName={closing((view) => setAsking({ what: 'name', view }))}
          askDelete={closing((view) => setAsking({ what: 'delete', view }))}
        />
      </Popup>
      {chosen !== null && isChanged ? <Changed chosen={chosen} again={again} /> : null}
      {again.error === null ? null : <WrongLine error={again.error} />}
      <Question asking={asking} list={list} show={show} close={() => setAsking(null)} />
    </span>
  );
}

/** The list as it is without any view. */
const plain = { view: undefined, q: undefined, asked: {}, sort: undefined, cols: undefined };

function Changed({ chosen, again }: { chosen: SavedView; again: ReturnType<typeof useSaveAgain> }) {
  const say = useViewText();
  return (
    <>
      <span role="status" className={styles.changed} title={say('changedWhat')}>
        {say('changed')}
      </span>
      {chosen.isMine ? (
        <Button type="link" size="small" loading={again.isPending} onClick={() => again.mutate(chosen)}>
          {say('saveAgain')}
        </Button>
      ) : null}
    </>
  );
}

function Question({ asking, list, show, close }: ViewMenuProps & { asking: Asking; close: () => void }) {
  const stay = { page: list.page, after: list.search.after };
  if (asking === null) return null;
  if (asking.what === 'name')
    return <NameView list={list} saved={asking.view} done={(view) => show({ view, ...stay })} close={close} />;
  const { view } = asking;
  const leave = () => {
    if (view.id === list.search.view) show({ view: undefined, ...stay });
  };
  return <DeleteView saved={view} tenant={list.place.tenant} done={leave} close={close} />;
}
