import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy A', number: '9-QĐ/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Chi bộ ${code}`, kind, parent } });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('H.1', 'grassroots-cell', 'H'),
    unit('H.2', 'grassroots-cell', 'H'),
    unit('H.3', 'grassroots-cell', 'H'),
    act('2021-06-01', 'unit.merged', { units: ['H.3'], into: 'H.2' }),
  ]);
});
afterAll(() => world?.close());

let last = 0;
let who = '';
/** Each test has somebody of its own, official in H.1 since 2015. */
beforeEach(async () => {
  who = `P${++last}`;
  await world.post([register(who)]);
});
const register = (code: string, more: object = {}, cell = 'H.1') =>
  act('2015-01-01', 'member.registered', {
    person: { code, name: `Đỗ Văn ${code}`, ...more },
    cell,
    status: 'official',
  });

const card = (effectiveOn: string, event: string, fields: object = {}) =>
  act(effectiveOn, `card.${event}`, { person: who, ...fields });

async function refused(...acts: ActInput[]): Promise<string[]> {
  return world.post(acts).then(
    () => [],
    (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
  );
}
const warned = async (...acts: ActInput[]) =>
  (await world.post(acts)).warnings.map(({ code, field }) => `${field}: ${code}`);

const numbers = (code: string) =>
  world.read(async ({ client }) => {
    const { rows } = await client.query(
      `select scheme || ' ' || number || ' ' || valid || ' ' || issued_on || ' ' || issued_at as text
       from member_number n join person using (person_id) where code = $1 order by lower(n.valid), scheme`,
      [code],
    );
    return rows.map(({ text }) => text);
  });

describe('a number that is given', () => {
  test('becomes the person’s number of its scheme from that day, with paper and issuer', async () => {
    await world.post([card('2016-03-03', 'issued', { number: '12345678' })]);
    await world.post([card('2018-05-05', 'reissued', { number: '12345679' })]);
    await world.post([card('2025-09-02', 'exchanged', { number: '001234567890' })]);
    expect(await numbers(who)).toEqual([
      'card-8 12345678 [2016-03-03,2018-05-05) 2016-03-03 Huyện ủy A',
      'card-8 12345679 [2018-05-05,) 2018-05-05 Huyện ủy A',
      'card-12 001234567890 [2025-09-02,) 2025-09-02 Huyện ủy A',
    ]);
  });

  test('of neither eight nor twelve digits tells its scheme; a card without a number is a card', async () => {
    expect(await refused(card('2016-03-03', 'issued', { number: 'AB-1' }))).toEqual(['scheme: field.invalid']);
    await world.post([card('2016-03-03', 'issued')]);
    expect(await numbers(who)).toEqual([]);
  });

  test('is withdrawn with its act', async () => {
    await world.post([
      card('2016-03-03', 'issued', { number: '12345678', id: '01890000-0000-7000-8000-00000000c0de' }),
    ]);
    await world.post([
      act('2016-03-03', 'act.withdrawn', { withdraws: '01890000-0000-7000-8000-00000000c0de', reason: 'Ghi nhầm' }),
    ]);
    expect(await numbers(who)).toEqual([]);
    expect(await refused(card('2016-04-04', 'issued', { number: '12345670' }))).toEqual([]);
  });
});

describe('a card is issued once', () => {
  test('to somebody who holds one, by an act or by a number in the record, it is not issued again', async () => {
    await world.post([card('2016-03-03', 'issued')]);
    expect(await refused(card('2017-03-03', 'issued'))).toEqual(['person: card.held']);
    await world.post([register('Holder', { cards: [{ scheme: 'card-8', number: '87654321' }] })]);
    expect(await refused({ ...card('2017-03-03', 'issued'), person: 'Holder' })).toEqual(['person: card.held']);
  });

  test('reissuing and exchanging need no earlier card, and may happen again', async () => {
    expect(await refused(card('2016-03-03', 'reissued'), card('2017-03-03', 'reissued'))).toEqual([]);
    expect(await refused(card('2018-03-03', 'exchanged'))).toEqual([]);
    expect(await refused(card('2019-03-03', 'issued'))).toEqual(['person: card.held']);
  });

  test('who left gave the card back: after coming back a new one is issued', async () => {
    await world.post([
      card('2016-03-03', 'issued', { number: '11112222' }),
      act('2017-01-02', 'member.expelled', { person: who }),
    ]);
    expect(await refused(card('2017-02-02', 'issued'))).toEqual(['person: member.not-a-member']);
    await world.post([act('2017-05-02', 'member.restored', { person: who })]);
    expect(await refused(card('2017-06-01', 'issued', { number: '11112223' }))).toEqual([]);
    expect(await refused(card('2017-07-01', 'issued'))).toEqual(['person: card.held']);
  });

  test('nobody gets a card after death', async () => {
    await world.post([act('2019-01-01', 'member.died', { person: who })]);
    expect(await refused(card('2019-02-01', 'reissued'))).toEqual(['person: member.dead']);
  });
});

describe('the rules of cards', () => {
  test('eight digits since 29-CT/TW (17/10/2003), twelve since 51-CT/TW (8/8/2025), either while the exchange ran', async () => {
    const exchange = (on: string, number: string) => warned(card(on, 'exchanged', { number }));
    expect(await exchange('2016-03-03', '12345678')).toEqual([]);
    expect(await exchange('2024-03-03', '012345678901')).toEqual(['scheme: rule.card.schemes']);
    expect(await exchange('2025-08-20', '12345679')).toEqual([]);
    expect(await exchange('2025-08-21', '012345678902')).toEqual([]);
    expect(await exchange('2025-09-02', '12345670')).toEqual(['scheme: rule.card.schemes']);
    const short = card('2026-01-05', 'exchanged', { scheme: 'card-12', number: '1234' });
    expect(await warned(short)).toEqual(['number: rule.card.schemes']);
  });

  test('a card is for official members (Charter of 2011, article 6): on the day of the recognition already', async () => {
    const admit = (code: string) =>
      act('2020-01-10', 'member.admitted', { person: { code, name: `Vũ ${code}` }, cell: 'H.1' });
    await world.post([admit('Early'), admit('Ready')]);
    const issue = (person: string, on: string) => warned({ ...card(on, 'issued'), person });
    expect(await issue('Early', '2020-06-01')).toEqual(['person: rule.card.official-only']);
    await world.post([act('2021-01-10', 'member.recognised', { person: 'Ready' })]);
    expect(await issue('Ready', '2021-01-10')).toEqual([]);
  });
});

test('Form 7, part III: cards count in the cell of their day, after a merger in the successor', async () => {
  const fresh = ['A', 'B', 'C'].map((code) => register(code, {}, 'H.3'));
  await world.post([
    ...fresh,
    act('2021-03-01', 'card.issued', { person: 'A' }),
    act('2021-07-01', 'card.issued', { person: 'B' }),
    act('2021-07-01', 'card.reissued', { person: 'A' }),
    // On the last day before the exit, and on the day of it.
    act('2021-08-01', 'card.exchanged', { person: 'C' }),
    act('2021-08-01', 'member.died', { person: 'C' }),
  ]);
  const count = async (name: string, code: string, from: string, on: string) =>
    (await askFigure(world, name, code, { from, on, list: true })).value;
  expect(await count('cards-issued', 'H.3', '2021-01-01', '2021-05-31')).toBe(1);
  expect(await count('cards-issued', 'H.2', '2021-06-01', '2021-12-31')).toBe(1);
  expect(await count('cards-issued', 'T', '2021-02-01', '2021-12-31')).toBe(2);
  expect(await count('cards-reissued', 'H.2', '2021-06-01', '2021-12-31')).toBe(1);
  expect(await count('cards-exchanged', 'T', '2021-06-01', '2021-12-31')).toBe(1);
  const { list } = await askFigure(world, 'cards-issued', 'H', { from: '2021-06-01', on: '2021-12-31', list: true });
  expect(list).toMatchObject([{ label: 'Đỗ Văn B', unit: { code: 'H.2' }, on: '2021-07-01' }]);
});
