import { Link, useParams } from '@tanstack/react-router';
import { type CorrectionRead, readCorrection } from '#/domain/members/correction-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import sheet from '../inbox/InboxPage.module.css';
import { usePlace } from '../place.ts';
import { useMay } from '../session.ts';
import { Asked } from './Asked.tsx';
import { useCorrectionText } from './correction-texts.ts';
import { DecideBar } from './DecideBar.tsx';
import { Evidence } from './Evidence.tsx';

/** One request: what the record says and what is asked, why, by whom, with which papers, and what became of it. */
export function CorrectionPage() {
  const say = useCorrectionText();
  const { language } = useLanguage();
  const { correction: id } = useParams({ strict: false }) as { correction: string };
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(readCorrection, { id, tenant });
  const title = data === undefined ? say('one') : say('titleOf', { field: data.label[language] });
  usePageTitle(title);
  if (error !== null && data === undefined)
    return isUnknown(error) ? (
      <Nothing isPage title={say('unknown')} actions={<Back />}>
        {say('unknownWhat')}
      </Nothing>
    ) : (
      <Wrong isPage error={error} retry={() => void refetch()} />
    );
  return (
    <article className={sheet.page}>
      <header>
        <Back />
        <h1>{title}</h1>
      </header>
      {data === undefined ? <Waiting lines={12} /> : <Shown correction={data} />}
    </article>
  );
}

const isUnknown = (error: Error) =>
  error instanceof Problem && (error.code === 'correction.unknown' || error.code === 'request.invalid');

function Shown({ correction }: { correction: CorrectionRead }) {
  return (
    <>
      <State correction={correction} />
      <Asked correction={correction} />
      <Evidence correction={correction} />
      {correction.can.decide ? <DecideBar correction={correction} /> : null}
    </>
  );
}

/** A member comes from their own page, an officer from the list. */
function Back() {
  const say = useCorrectionText();
  const isOfficer = useMay()('members.read');
  return (
    <nav className="not-printed">
      <Link to={isOfficer ? '/corrections' : '/me'} search={keepPlace} className={sheet.back}>
        ‹ {say(isOfficer ? 'title' : 'toMe')}
      </Link>
    </nav>
  );
}

function State({ correction: { decision, can } }: { correction: CorrectionRead }) {
  const say = useCorrectionText();
  const may = useMay();
  if (decision === null)
    return (
      <p className={sheet.state} role="status">
        <strong>{say('open')}.</strong> {say(can.decide ? 'yours' : 'theirs')}
      </p>
    );
  const { isAccepted, by, at, reason, act } = decision;
  return (
    <p className={sheet.state} role="status">
      <strong>{say(isAccepted ? 'wasAccepted' : 'wasRefused')}</strong>{' '}
      {say('decidedBy', { who: by, when: writeMoment(at), why: reason })}{' '}
      {act === null || !may('journal.read') ? null : (
        <Link to="/acts/$act" params={{ act }} search={keepPlace}>
          {say('theAct')}
        </Link>
      )}
    </p>
  );
}
