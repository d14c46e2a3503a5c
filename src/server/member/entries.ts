import { levelLabels, omissionLabels } from '#/domain/classification/levels.ts';
import { formLabels as commendationForms } from '#/domain/commendation/contract.ts';
import { contentLabels } from '#/domain/discipline/contract.ts';
import type { Entry } from '#/domain/members/member-contract.ts';
import { bodyLabels } from '#/domain/oversight/contract.ts';
import { courseLabels, prizeLabels } from '#/domain/study/contract.ts';
import { occasionLabels } from '#/domain/vetting/contract.ts';
import { tableWords } from '#/domain/words/table-words.ts';
import type { SensitiveClass } from '#/kernel/access/roles.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import type { Day } from '#/platform/day.ts';
import type { PersonFacts, Row, SpellRow } from './facts.ts';
import {
  joined,
  same,
  sayCard,
  sayDiscipline,
  sayEnd,
  sayPost,
  sayScheme,
  sayWayIn,
  sayWayOut,
  writtenDay,
} from './words.ts';

type Said = Pick<Entry, 'table' | 'when' | 'says' | 'detail' | 'isInForce'> & { at: Day };
type Labels = Readonly<Record<string, Bilingual>>;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const labelled = (labels: Labels, value: unknown): Bilingual | null =>
  text(value) === null ? null : (labels[String(value)] ?? same(String(value)));
const quoted = (value: unknown): string | null => (text(value) === null ? null : `“${value}”`);

/** What happened to the person besides the standing, in small tables; each row knows its act. Newest first. */
export async function entriesOf(
  of: PersonFacts,
  holds: (what: SensitiveClass) => boolean = () => false,
): Promise<Entry[]> {
  const all: Entry[] = [];
  const add = async (rows: readonly Row[], say: (row: Row) => Said) => {
    for (const row of rows.toReversed()) {
      const { at, ...said } = say(row);
      all.push({ ...said, unit: await of.label((row.unitId as string | null) ?? null, at), act: row.actId });
    }
  };
  // The classification of a year is known when it is decided; of old years only the year is.
  const classified = (await of.events('classification', 'forYear', 'subjectId')).filter(
    ({ decidedOn, forYear }) => ((decidedOn as Day | null) ?? `${forYear}-12-31`) <= of.on,
  );
  await add(classified, classification);
  await add(await of.events('commendation', 'onDay', 'subjectId'), commendation);
  await add(await of.events('badge', 'onDay'), badge);
  await add(await of.events('discipline', 'onDay', 'subjectId'), (row) => discipline(row, of.on));
  await add(await of.spells('post'), (row) => post(row as SpellRow));
  await add(await of.events('certificate', 'onDay'), certificate);
  await add(await of.events('contestEntry', 'onDay', 'subjectId'), contest);
  await add(await of.spells('memberNumber'), (row) => number(row as SpellRow, of.on));
  await add(await of.events('cardEvent', 'onDay'), card);
  if (!holds('vetting')) return all;
  await add(await of.events('vetting', 'onDay'), vetting);
  await add(await of.events('backgroundVerification', 'onDay'), verification);
  return all;
}

function classification({ forYear, level, omitted, decidedOn }: Row): Said {
  const why = labelled(omissionLabels, omitted);
  return {
    table: 'classification',
    when: String(forYear),
    says: labelled(levelLabels, level) ?? { vi: 'Không xếp loại', en: 'Not classified' },
    detail: why,
    isInForce: null,
    at: (decidedOn as Day | null) ?? `${forYear}-12-31`,
  };
}

function commendation({ onDay, form, title, issuer, occasion }: Row): Said {
  const says = joined([labelled(commendationForms, form), text(title)], ': ') as Bilingual;
  return event('commendation', onDay, says, joined([text(issuer), text(occasion)]));
}

function badge({ onDay, years, early, posthumous, number: no }: Row): Said {
  const detail = joined([
    no === null ? null : `số ${no}`,
    early ? { vi: 'tặng sớm', en: 'early' } : null,
    posthumous ? { vi: 'truy tặng', en: 'posthumous' } : null,
  ]);
  return event('badge', onDay, { vi: `Huy hiệu ${years} năm tuổi Đảng`, en: `Badge of ${years} years` }, detail);
}

function discipline(row: Row, on: Day): Said {
  const { onDay, form, content, endsOn, endedAs } = row;
  const hasEnded = endsOn !== null && (endsOn as Day) < on;
  const about = ((content ?? []) as string[]).map((one) => labelled(contentLabels, one));
  const end =
    endsOn === null ? null : joined([hasEnded ? sayEnd(text(endedAs)) : null, writtenDay(endsOn as string)], ' ');
  const until = end === null ? null : { vi: `đến hết ${end.vi}`, en: `until ${end.en}` };
  return {
    ...event('discipline', onDay, sayDiscipline(form as string), joined([joined(about, '; '), until])),
    isInForce: !hasEnded && endedAs !== 'annulled',
  };
}

function post(row: SpellRow): Said {
  const term = text(row.term);
  const to = row.to === null ? null : joined([sayWayOut(text(row.leftAs)), writtenDay(row.to)], ' ');
  const detail = joined([
    sayWayIn(text(row.how)),
    term === null ? null : { vi: `nhiệm kỳ ${term}`, en: `term ${term}` },
    to,
  ]);
  return {
    ...event('post', row.heldSince ?? row.from, sayPost(row.post as string), detail),
    isInForce: row.to === null,
  };
}

function certificate({ onDay, course, number: no }: Row): Said {
  return event('study', onDay, labelled(courseLabels, course) as Bilingual, no === null ? null : same(`số ${no}`));
}

function contest({ onDay, contest: name, work, prize }: Row): Said {
  const won = labelled(prizeLabels, prize);
  const says = { vi: `Dự thi: ${name}`, en: `Contest: ${name}` };
  return event(
    'study',
    onDay,
    says,
    joined([quoted(work), won === null ? null : { vi: `giải ${won.vi}`, en: `prize: ${won.en}` }]),
  );
}

function number(row: SpellRow, on: Day): Said {
  const issuedOn = text(row.issuedOn);
  const given = joined([issuedOn === null ? null : writtenDay(issuedOn), text(row.issuedAt)], ', ');
  const detail = given === null ? null : { vi: `cấp ${given.vi}`, en: `issued ${given.en}` };
  const says = joined([sayScheme(row.scheme as string), text(row.number)], ': ') as Bilingual;
  return { ...event('number', row.from ?? on, says, detail), isInForce: row.to === null };
}

function card({ onDay, event: what, scheme, number: no }: Row): Said {
  const detail = joined([scheme === null ? null : sayScheme(scheme as string), text(no)], ' ');
  return event('card', onDay, sayCard(what as string), detail);
}

/** That it was concluded; how lies sealed in the act. */
function vetting({ onDay, occasion, byBody }: Row): Said {
  const says = joined([tableWords.vetting, labelled(occasionLabels, occasion)], ': ') as Bilingual;
  const by = labelled(bodyLabels, byBody);
  return event('vetting', onDay, says, joined([sealed, by]));
}

const sealed: Bilingual = { vi: 'Kết luận: •••', en: 'Conclusion: •••' };

function verification({ onDay, bodyCount, lastConfirmedOn }: Row): Said {
  const last = writtenDay(String(lastConfirmedOn));
  const detail = {
    vi: `${bodyCount} nơi xác nhận, sau cùng ${last}`,
    en: `confirmed by ${bodyCount}, last on ${last}`,
  };
  return event('vetting', onDay, tableWords.background_verification as Bilingual, detail);
}

function event(table: Entry['table'], when: unknown, says: Bilingual, detail: Bilingual | null): Said {
  return { table, when: String(when), says, detail, isInForce: null, at: String(when).padEnd(10, '-01') };
}
