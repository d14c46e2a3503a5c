import type { Item, RandomPart, Recounted, Told } from './part.ts';

const posts = ['secretary', 'deputy-secretary', 'committee-member', 'agency-head'];
const ways = ['elected', 'designated', 'appointed'];
const terms = ['2015-2020', '2020-2025'];
const reasons = ['term-ended', 'relieved', 'moved', 'other'];

interface Spell {
  assumed: Told;
  from: string;
  /** First day no longer held; null: still. */
  to: string | null;
  left: { act: string; reason: string } | null;
}

/** Spells in office: from the act to the leaving, to the next term, or to the end of the membership. */
function spells({ told, time, args }: Recounted): Spell[] {
  const acts = told.filter(({ kind }) => kind === 'post.assumed' || kind === 'post.left');
  // Of one day, leaving comes before taking.
  const order = acts.toSorted((a, b) => (`${a.effectiveOn}${b.kind}` < `${b.effectiveOn}${a.kind}` ? -1 : 1));
  return order.flatMap((assumed, i) => {
    if (assumed.kind !== 'post.assumed' || (args.post ?? assumed.post) !== assumed.post) return [];
    const from = assumed.effectiveOn;
    if (time.standsIn(assumed.person, from) === null) return [];
    const next = order
      .slice(i + 1)
      .find(({ person, unit, post }) => person === assumed.person && unit === assumed.unit && post === assumed.post);
    const gone = time.leftAfter(assumed.person, from);
    const ends = next !== undefined && (gone === null || next.kind === 'post.left' || next.effectiveOn < gone);
    const to = [gone, next?.effectiveOn ?? null].filter((day) => day !== null).toSorted()[0] ?? null;
    const reason = next?.kind === 'post.left' ? next.reason : 'term-ended';
    return [{ assumed, from, to, left: ends ? { act: next.id, reason } : null }];
  });
}

const held = (of: Recounted): Spell[] =>
  spells(of).filter(({ from, to }) => from <= of.on && (to === null || of.on < to));

const holders =
  (...wanted: string[]) =>
  (of: Recounted): Item[] =>
    held(of)
      .filter(({ assumed }) => wanted.includes(assumed.post))
      .filter(
        ({ assumed }) =>
          (of.args.kind ?? of.time.on(of.on).unit(assumed.unit).kind) === of.time.on(of.on).unit(assumed.unit).kind,
      )
      .map(({ assumed }) => ({ id: assumed.person, at: assumed.unit, day: of.on }));

const kinds = ['cell', 'grassroots-cell', 'grassroots-body', 'district', 'provincial'];

export const postsPart: RandomPart = {
  name: 'posts',
  draw: (draw) => {
    const before = draw.roll(2) === 0 ? draw.earlier('post.assumed') : undefined;
    const paper = draw.paper();
    const where = { person: draw.person(), unit: draw.unit(), post: draw.pick(posts) };
    const how = draw.pick(ways);
    if (before === undefined)
      return { kind: 'post.assumed', effectiveOn: draw.day, ...where, how, term: draw.maybe(draw.pick(terms)), paper };
    const { person, unit, post } = before;
    const effectiveOn = draw.later(before.effectiveOn);
    const kind = draw.pick(['post.left', 'post.left', 'post.ratified', 'post.assumed']);
    return {
      kind,
      effectiveOn,
      person,
      unit,
      post,
      ...(kind === 'post.left' ? { reason: draw.pick(reasons) } : {}),
      ...(kind === 'post.assumed' ? { how, term: draw.pick(terms) } : {}),
      paper,
    };
  },
  figures: {
    'posts-held': {
      args: { post: posts, how: ways, term: terms },
      recount: (of) =>
        held(of)
          .filter(({ assumed: { how, term } }) => (of.args.how ?? how) === how && (of.args.term ?? term) === term)
          .map(({ assumed }) => ({ id: assumed.id, at: assumed.unit, day: of.on })),
    },
    secretaries: { args: { kind: kinds }, recount: holders('secretary') },
    'committee-members': {
      args: { kind: kinds },
      recount: holders('secretary', 'deputy-secretary', 'committee-member'),
    },
    'posts-assumed': {
      args: { post: posts, how: ways },
      recount: (of) =>
        spells(of)
          .filter(({ assumed: { how } }) => (of.args.how ?? how) === how)
          .map(({ assumed, from }) => ({ id: assumed.id, at: assumed.unit, day: from })),
    },
    'posts-left': {
      args: { post: posts, reason: reasons },
      recount: (of) =>
        spells(of).flatMap(({ assumed, to, left }) =>
          to === null || left === null || (of.args.reason ?? left.reason) !== left.reason
            ? []
            : [{ id: assumed.id, at: assumed.unit, day: to }],
        ),
    },
  },
};
