import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { changeView, type SavedView, saveView } from '#/domain/members/views-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../../ask.ts';
import type { List } from '../use-list.ts';
import { readViewsAnew } from './use-views.ts';
import styles from './ViewMenu.module.css';
import { viewOf } from './view-search.ts';
import { useViewText } from './view-texts.ts';

interface NameViewProps {
  list: List;
  /** The view to be renamed; null: what is shown is to be saved. */
  saved: SavedView | null;
  /** Is told the id of what was saved. */
  done: (id: string) => void;
  close: () => void;
}

/** A view gets its name, and whether others share it. */
export function NameView({ list, saved, done, close }: NameViewProps) {
  const say = useViewText();
  const [name, setName] = useState(saved?.name ?? '');
  const [isShared, setShared] = useState(saved?.isShared ?? false);
  const { tenant } = list.place;
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      saved === null
        ? ask(saveView, { tenant, name, isShared, view: viewOf(list) })
        : ask(changeView, { tenant, id: saved.id, name, isShared }),
    onSuccess: async ({ id }) => {
      await readViewsAnew();
      if (saved === null) done(id);
      close();
    },
  });
  const isTaken = error instanceof Problem && error.code === 'view.name-taken';
  const id = 'name-of-view';
  return (
    <Dialog
      title={say(saved === null ? 'saveTitle' : 'renameTitle')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={id} loading={isPending} disabled={name.trim() === ''}>
            {say('save')}
          </Button>
        </>
      }
    >
      {saved === null ? <p className={styles.what}>{say('saveWhat')}</p> : null}
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') mutate();
        }}
      >
        <Field
          label={say('name')}
          hint={say('nameHint')}
          value={name}
          change={setName}
          fault={isTaken ? error.message : null}
          isFirst
        />
        <label className={styles.share}>
          <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />
          {say('share')}
        </label>
      </form>
      {error === null || isTaken ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
