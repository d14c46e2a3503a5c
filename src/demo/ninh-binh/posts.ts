import { addDays, type Day } from '#/platform/day.ts';
import { between, chance } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, type Case, someoneOf } from './case.ts';
import { superiorOf, superiors } from './tree.ts';

const TERM = '2020-2025';

/** The congresses of the first half of 2020 elected who leads the grassroots organisations; the superior ratified it. */
export function draftPosts(the: Case): void {
  for (const organisation of the.organisations) draftLeaders(the, organisation);
  for (const superior of superiors) {
    const own = the.organisations.filter((one) => superiorOf(one) === superior && one.kind === 'grassroots-body');
    for (const post of ['secretary', 'standing-deputy-secretary', 'deputy-secretary'] as const) {
      const { code } = someoneOf(the, own[between(the.r, 0, own.length - 1)] as Grassroots, { ages: [42, 55] });
      const on = superior.congress;
      const act = { kind: 'post.assumed', person: code, unit: superior.code, post, how: 'elected', term: TERM };
      addDraft(the, on, the.ofSuperior(superior, 'NQ', on), act);
      const ratifiedOn = workingDay(addDays(on, between(the.r, 6, 20)));
      const ratified = { kind: 'post.ratified', person: code, unit: superior.code, post };
      addDraft(the, ratifiedOn, the.ofProvince('QĐ', ratifiedOn), ratified);
    }
  }
}

function draftLeaders(the: Case, organisation: Grassroots): void {
  const on = congressOf(the, organisation);
  const decidedOn = workingDay(addDays(on, between(the.r, 5, 18)));
  const posts = organisation.kind === 'grassroots-body' ? ['secretary', 'deputy-secretary'] : ['secretary'];
  for (const post of posts) {
    const { code } = someoneOf(the, organisation, { ages: [34, 56] });
    const place = { person: code, unit: organisation.code, post };
    addDraft(the, on, the.ofGrassroots(organisation, 'NQ', on), {
      kind: 'post.assumed',
      ...place,
      how: 'elected',
      term: TERM,
    });
    const paper = the.ofSuperior(superiorOf(organisation), 'QĐ', decidedOn);
    addDraft(the, decidedOn, paper, { kind: 'post.ratified', ...place });
    // In agencies, schools and enterprises the secretary is as a rule the head.
    if (post !== 'secretary' || /commune|ward|township/.test(organisation.type) || !chance(the.r, 0.8)) continue;
    addDraft(the, on, paper, {
      kind: 'post.assumed',
      ...place,
      post: 'agency-head',
      how: 'appointed',
      heldSince: '2018',
    });
  }
}

/** Between April and June, on the day from which the committee counts its papers anew. */
function congressOf(the: Case, organisation: Grassroots): Day {
  const { series } = the.ofGrassroots(organisation, 'NQ', '2020-06-01');
  return series.restarts[0] as Day;
}
