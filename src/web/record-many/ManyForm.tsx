import { FormContext } from '../record/form/form-context.ts';
import { LeaveDialog } from '../record/LeaveDialog.tsx';
import { News } from '../record/News.tsx';
import { RecordBar } from '../record/RecordBar.tsx';
import { Refusal } from '../record/Refusal.tsx';
import { CommonFields } from './CommonFields.tsx';
import { ListPart } from './ListPart.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';
import { Sum } from './Sum.tsx';
import { type ManyOf, useMany } from './use-many.ts';

/** Paper and common fields once, the list, what all of it changes, and one press. */
export function ManyForm(props: ManyOf) {
  const say = useManyText();
  const many = useMany(props);
  const { fields, list, place, count, batch, draft, isOpen, isProposal, isTooMany } = many;
  const { data, error, isSettled } = batch;
  const { id, sent, subject } = props;
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <FormContext value={place}>
            <CommonFields {...many} subject={subject} actor={data?.actors[0]?.unit?.name} />
          </FormContext>
          <ListPart
            list={list}
            kind={props.kind.kind}
            fields={fields}
            states={many.states}
            tenant={place.tenant ?? undefined}
            on={place.on}
            noticeOwn={(names) => many.setOwnNames((before) => [...new Set([...before, ...names])])}
          />
        </div>
        <aside className={styles.aside} aria-label={say('sum')} aria-busy={!isSettled}>
          <News meanwhile={{ acts: many.news, name: say(`${subject}.news`) }} />
          <Sum
            subject={subject}
            rehearsed={count > 0 ? data : undefined}
            error={error}
            isWaiting={count > 0 && !isSettled}
          />
          <Refusal problem={isOpen ? sent?.problem : undefined} />
          {isTooMany ? <p role="alert">{say(isProposal ? 'tooManyProposed' : `${subject}.tooMany`)}</p> : null}
        </aside>
      </div>
      <RecordBar
        {...{ id, sent, ...draft }}
        label={say(isProposal ? 'propose' : 'press', { count })}
        isDisabled={count === 0 || !isSettled || isTooMany}
        record={() => void many.record()}
      />
      <LeaveDialog isUnsaved={draft.isUnsaved} isSaved={draft.saved.state === 'saved'} drop={draft.drop} />
    </>
  );
}
