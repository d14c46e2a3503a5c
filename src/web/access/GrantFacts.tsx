import type { GrantShown } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeDayOf } from '#/platform/ui/written.ts';
import { useSightText } from './sight-texts.ts';
import styles from './Why.module.css';

/** A grant in words: which role, where, how long, by whom and why; and the one that it was passed on from. */
export function GrantFacts({ grant, source }: { grant: GrantShown; source: GrantShown | null }) {
  const say = useSightText();
  const { language } = useLanguage();
  const { title, unit, from, to, grantedBy, grantedAt, reason, delegatedFrom } = grant;
  const given = { by: grantedBy, day: writeDayOf(grantedAt) };
  const facts = [
    ['role', title[language]],
    ['place', unit === null ? say('wholeRegister') : say('placeBelow', { unit: unit.name })],
    [
      'span',
      to === null ? say('open', { from: writeDay(from) }) : say('closed', { from: writeDay(from), to: writeDay(to) }),
    ],
    ['givenBy', say(delegatedFrom === null ? 'given' : 'passedOn', given)],
    ['reason', reason],
    ...(source === null
      ? []
      : ([
          [
            'source',
            say('sourceIs', {
              role: source.title[language],
              login: source.login,
              unit: source.unit?.name ?? say('wholeRegister'),
            }),
          ],
        ] as const)),
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([key, text]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
