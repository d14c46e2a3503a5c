import { CheckOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { SavedView } from '#/domain/members/views-contract.ts';
import styles from './ViewList.module.css';
import { useViewText } from './view-texts.ts';

interface ViewListProps {
  views: readonly SavedView[];
  chosen: SavedView | null;
  isChanged: boolean;
  choose: (view: SavedView) => void;
  /** Shows everybody again. */
  leave: (nothing: null) => void;
  saveAgain: (view: SavedView) => void;
  askName: (view: SavedView | null) => void;
  askDelete: (view: SavedView) => void;
}

/** One's own views and the shared ones, and what can be done with what is shown. */
export function ViewList({ views, chosen, isChanged, leave, saveAgain, ...does }: ViewListProps) {
  const say = useViewText();
  const group = (title: 'own' | 'shared', some: readonly SavedView[]) =>
    some.length === 0 ? null : (
      <section aria-label={say(title)}>
        <h2 className={styles.group}>{say(title)}</h2>
        <ul className={styles.list}>
          {some.map((view) => (
            <ViewRow key={view.id} view={view} isChosen={view.id === chosen?.id} {...does} />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {views.length === 0 ? <p className={styles.none}>{say('none')}</p> : null}
      {group(
        'own',
        views.filter(({ isMine }) => isMine),
      )}
      {group(
        'shared',
        views.filter(({ isMine }) => !isMine),
      )}
      <div className={styles.acts}>
        {chosen !== null && isChanged ? (
          <>
            {chosen.isMine ? <Act go={() => saveAgain(chosen)}>{say('saveAgainAs', { name: chosen.name })}</Act> : null}
            <Act go={() => does.choose(chosen)}>{say('asSaved')}</Act>
          </>
        ) : null}
        <Act go={() => does.askName(null)}>{say('saveNew')}</Act>
        {chosen === null ? null : <Act go={() => leave(null)}>{say('everybody')}</Act>}
      </div>
    </>
  );
}

interface ViewRowProps extends Pick<ViewListProps, 'choose' | 'askName' | 'askDelete'> {
  view: SavedView;
  isChosen: boolean;
}

function ViewRow({ view, isChosen, choose, askName, askDelete }: ViewRowProps) {
  const say = useViewText();
  const { name, isMine, isShared } = view;
  return (
    <li className={styles.row}>
      <button type="button" className={styles.view} aria-current={isChosen} onClick={() => choose(view)}>
        <span className={styles.mark}>{isChosen ? <CheckOutlined aria-hidden /> : null}</span>
        <span className={styles.name}>{name}</span>
        {isMine && isShared ? <small className={styles.soft}>{say('isShared')}</small> : null}
      </button>
      {isMine ? (
        <>
          <Sign label={say('rename', { name })} go={() => askName(view)}>
            <EditOutlined aria-hidden />
          </Sign>
          <Sign label={say('delete', { name })} go={() => askDelete(view)}>
            <DeleteOutlined aria-hidden />
          </Sign>
        </>
      ) : null}
    </li>
  );
}

function Sign({ label, go, children }: { label: string; go: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.sign} aria-label={label} title={label} onClick={go}>
      {children}
    </button>
  );
}

function Act({ go, children }: { go: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.act} onClick={go}>
      {children}
    </button>
  );
}
