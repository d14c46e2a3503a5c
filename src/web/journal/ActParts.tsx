import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { unsealField } from '#/domain/members/reveal-contract.ts';
import type { ActStory, ActSubject, StoryField } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { ask } from '../ask.ts';
import { ActScans } from '../attachments/ActScans.tsx';
import { Masked } from '../reveal/Masked.tsx';
import { Subjects } from './ActLine.tsx';
import styles from './ActPage.module.css';
import { useActText } from './act-texts.ts';
import { useJournalText } from './journal-texts.ts';

/** Whom the act is about. */
export function ActSubjects({ story }: { story: ActStory }) {
  const say = useActText();
  if (story.subjects.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{say('about')}</h2>
      {story.subjectCount > story.subjects.length ? (
        <p>
          <Subjects act={story} />
        </p>
      ) : (
        <ul className={styles.subjects}>
          {story.subjects.map((subject) => (
            <li key={subject.id}>
              <SubjectLink subject={subject} />
              {subject.code === null ? null : <span className={styles.soft}> {subject.code}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function SubjectLink({ subject: { type, id, code, name } }: { subject: ActSubject }) {
  if (name === null) return <>…</>;
  if (type === 'person')
    return (
      <Link to="/members/$person" params={{ person: id }} search={keepPlace}>
        {name}
      </Link>
    );
  return (
    <Link to="/unit" search={(before) => ({ ...keepPlace(before), unit: code ?? undefined })}>
      {name}
    </Link>
  );
}

/** The fields of its kind; what is secret stays so. */
export function ActFields({ story }: { story: ActStory }) {
  const say = useActText();
  // Whom the act is about stands above.
  const isSubject = ({ field, links: [link] }: StoryField) =>
    !field.includes('.') && story.subjects.some(({ id }) => id === link?.id);
  const fields = story.fields.filter((field) => !isSubject(field));
  return (
    <section className={styles.part}>
      <h2>{say('fields')}</h2>
      {fields.length === 0 ? <p className={styles.soft}>{say('noFields')}</p> : null}
      <dl className={styles.fields}>
        {fields.map((field) => (
          <Row key={field.field} label={<FieldLabel field={field} />}>
            <FieldValue field={field} story={story} />
          </Row>
        ))}
        {story.note === null ? null : <Row label={say('note')}>{story.note}</Row>}
      </dl>
    </section>
  );
}

function FieldLabel({ field }: { field: StoryField }) {
  const { language } = useLanguage();
  return <>{field.label[language]}</>;
}

function FieldValue({ field, story: { id, tenant } }: { field: StoryField; story: ActStory }) {
  const { language } = useLanguage();
  if (field.isSealed)
    return (
      <Masked
        isSealed
        label={field.label[language]}
        ask={field.unseal ? (reason) => ask(unsealField, { id, tenant, field: field.field, reason }) : null}
      />
    );
  const act = field.links.find(({ type }) => type === 'act');
  if (act !== undefined)
    return (
      <Link to="/acts/$act" params={{ act: act.id }} search={keepPlace}>
        {field.value[language]}
      </Link>
    );
  return <>{field.value[language]}</>;
}

/** The paper that the act rests on. */
export function ActPaperPart({ story: { id, tenant, paper, samePaper } }: { story: ActStory }) {
  const say = useActText();
  if (paper === null)
    return (
      <section className={styles.part}>
        <h2>{say('paper')}</h2>
        <p className={styles.soft}>{say('noPaper')}</p>
        <ActScans act={id} tenant={tenant} />
      </section>
    );
  const signer = [paper.signer, paper.signingAs].filter((one) => one !== undefined).join(', ');
  return (
    <section className={styles.part}>
      <h2>{say('paper')}</h2>
      <dl className={styles.fields}>
        <Row label={say('number')}>{paper.number}</Row>
        <Row label={say('issuer')}>{paper.issuer}</Row>
        {paper.issuedOn === undefined ? null : (
          <Row label={say('issuedOn')}>{paper.issuedOn.split('-').reverse().join('/')}</Row>
        )}
        {signer === '' ? null : <Row label={say('signer')}>{signer}</Row>}
        {paper.type === undefined ? null : <Row label={say('type')}>{paper.type}</Row>}
        {paper.abstract === undefined ? null : <Row label={say('abstract')}>{paper.abstract}</Row>}
      </dl>
      {samePaper === 0 ? null : (
        <p className="not-printed">
          <Link
            to="/journal"
            search={(before) => ({ ...keepPlace(before), q: `${paper.number} ${paper.issuer}`, all: '1' })}
          >
            {say('samePaper', { count: samePaper })}
          </Link>
        </p>
      )}
      <ActScans act={id} tenant={tenant} />
    </section>
  );
}

/** Who recorded it, when, from where, and the seal over it. */
export function ActRecording({ story }: { story: ActStory }) {
  const say = useActText();
  const sayList = useJournalText();
  const { language } = useLanguage();
  const { actor, source, seal } = story;
  const via = source.via as 'screen';
  return (
    <section className={styles.part}>
      <h2>{say('recorded')}</h2>
      <dl className={styles.fields}>
        <Row label={say('recordedAt')}>{writeMoment(story.recordedAt)}</Row>
        <Row label={say('recordedBy')}>{story.recordedBy}</Row>
        <Row label={say('source')}>
          {sayList(`source-${via}`)}
          {source.line === undefined ? '' : `, ${say('line', { line: source.line })}`}
        </Row>
        <ProposedBy story={story} />
        <Row label={say('actor')}>
          {actor.body[language]}, {actor.unit === null ? say('outside') : (actor.unit.name ?? '…')}
          {actor.department === null ? '' : `, ${actor.department}`}
        </Row>
        <Row label={say('seal')}>
          {seal === null ? (
            say('notSealed')
          ) : (
            <>
              {say('sealNo', { no: seal.no, at: writeMoment(seal.sealedAt) })}
              <span className={styles.hash}>{say('sealHash', { hash: seal.hash.slice(0, 16) })}</span>
            </>
          )}
        </Row>
        <Row label={say('id')}>
          <span className={styles.hash}>{story.id}</span>
        </Row>
      </dl>
    </section>
  );
}

/** Who proposed the act that somebody else recorded. */
function ProposedBy({ story: { source } }: { story: ActStory }) {
  const say = useActText();
  if (source.proposal === undefined) return null;
  const { by, at } = source.proposal;
  return <Row label={say('proposedBy')}>{say('proposedAt', { by, at: writeMoment(at) })}</Row>;
}

function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
