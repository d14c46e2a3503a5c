import { Link } from '@tanstack/react-router';
import { type LeavingReason, leavingLabels, postLabels, type WayIn, wayLabels } from '#/domain/posts/contract.ts';
import type { Holder } from '#/domain/units/page-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import styles from './Parts.module.css';
import { paperWords } from './paper-words.ts';
import { usePostsText } from './posts-texts.ts';

interface HolderTableProps {
  label: string;
  holders: readonly Holder[];
  /** They hold it no longer: also until when, and why. */
  hasLeft?: boolean;
}

/** Who holds which post, since when and by which decision. */
export function HolderTable({ label, holders, hasLeft = false }: HolderTableProps) {
  const say = usePostsText();
  const isNarrow = useNarrow();
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          {isNarrow ? null : <th scope="col">{say('post')}</th>}
          <th scope="col">{say('since')}</th>
          {hasLeft ? <th scope="col">{say('until')}</th> : null}
          {isNarrow ? null : <th scope="col">{say('paper')}</th>}
        </tr>
      </thead>
      <tbody>
        {holders.map((holder) => (
          <Row key={`${holder.person} ${holder.post} ${holder.from}`} holder={holder} hasLeft={hasLeft} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ holder, hasLeft }: { holder: Holder; hasLeft: boolean }) {
  const say = usePostsText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const { name, post, how, term, from, to, heldSince, ratifiedOn, leftAs, source } = holder;
  const what = postLabels[post as keyof typeof postLabels]?.[language] ?? post;
  const paper = source?.paper;
  const more = [
    wayLabels[how as WayIn]?.[language] ?? how,
    ...(term === null ? [] : [`${say('term').toLowerCase()} ${term.replace('-', '–')}`]),
    ...(heldSince === null ? [] : [say('heldSince', { day: heldSince.split('-').toReversed().join('/') })]),
    ...(ratifiedOn === null ? [] : [say('ratified', { day: writeDay(ratifiedOn) })]),
  ].join(', ');
  return (
    <tr>
      <th scope="row">
        {name === null ? (
          <em>{say('hidden')}</em>
        ) : (
          <Link to="/members/$person" params={{ person: holder.person }} search={keepPlace}>
            {name}
          </Link>
        )}
        {isNarrow ? (
          <>
            <span className={styles.under}>{what}</span>
            {paper ? <span className={styles.under}>{paperWords(paper, language)}</span> : null}
          </>
        ) : null}
      </th>
      {isNarrow ? null : (
        <td>
          {what}
          <span className={styles.under}>{more}</span>
        </td>
      )}
      <td className={styles.day}>{writeDay(from)}</td>
      {hasLeft ? (
        <td>
          <span className={styles.day}>{to === null ? '–' : writeDay(to)}</span>
          <span className={styles.under}>
            {leftAs === null ? say('membership') : (leavingLabels[leftAs as LeavingReason]?.[language] ?? leftAs)}
          </span>
        </td>
      ) : null}
      {isNarrow ? null : (
        <td>
          {paper ? (
            <Link to="/acts/$act" params={{ act: source.act }} search={keepPlace}>
              {paperWords(paper, language)}
            </Link>
          ) : (
            '–'
          )}
        </td>
      )}
    </tr>
  );
}
