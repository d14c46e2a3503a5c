import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const unit = (code: string, kind: string, parent?: string) => ({
  kind: 'unit.established',
  effectiveOn: '2019-06-01',
  unit: { code, name: `Đảng bộ ${code}`, kind, parent },
});
const issue = (code: string, number: string, issuedOn: string, more: Record<string, unknown> = {}, paper = {}) => ({
  kind: 'document.issued',
  effectiveOn: '2020-12-31',
  paper: { issuer: `Đảng ủy ${code}`, number, issuedOn, ...paper },
  unit: code,
  type: 'resolution',
  ...more,
});

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('K', 'bloc', 'T'),
    unit('K.1', 'grassroots-body', 'K'),
    issue('K', '01-NQ/ĐUK', '2020-03-02', { thematic: true, subject: 'Công tác chính trị tư tưởng' }),
    issue('K', '02-NQ/ĐUK', '2020-05-02', { thematic: true }),
    issue('K', '03-NQ/ĐUK', '2020-07-02'),
    // Decided in the year before: that is when it counts.
    issue('K', '09-NQ/ĐUK', '2019-12-30', { thematic: true }),
    issue('K.1', '01-NQ/ĐU', '2020-08-02', { thematic: true }),
    issue('K.1', '01-CT/ĐU', '2020-09-02', { type: 'directive' }),
  ]);
});
afterAll(() => world?.close());

const ask = (name: string, code: string, args: Record<string, string> = {}) =>
  askFigure(world, name, code, { on: '2020-12-31', from: '2020-01-01', args, list: true, notCounted: true });

/** Why a batch is refused: "field code message". */
const refused = async (of: World, ...acts: ActInput[]): Promise<string[]> =>
  of.post(acts).then(
    () => [],
    (problem) =>
      problem.fields.map(({ field, code, message }: Record<string, string>) => `${field} ${code} ${message}`),
  );

describe('documents', () => {
  test('count by the date of their paper: own ones, those of the levels below, or both', async () => {
    expect((await ask('thematic-resolutions', 'K', { level: 'own' })).value).toBe(2);
    expect((await ask('thematic-resolutions', 'K', { level: 'subordinate' })).value).toBe(1);
    expect((await ask('thematic-resolutions', 'K')).value).toBe(3);
    expect((await ask('thematic-resolutions', 'T', { level: 'own' })).value).toBe(0);
    expect((await ask('resolutions', 'K', { level: 'own' })).value).toBe(3);
    expect((await ask('documents-issued', 'T')).value).toBe(5);
    expect((await ask('documents-issued', 'T', { type: 'directive' })).value).toBe(1);
  });

  test('are listed by number and subject; other resolutions are told', async () => {
    const own = await ask('thematic-resolutions', 'K', { level: 'own' });
    expect((own.list as { label: string }[]).map(({ label }) => label)).toEqual([
      '01-NQ/ĐUK: Công tác chính trị tư tưởng',
      '02-NQ/ĐUK',
    ]);
    expect(own.notCounted?.map(({ label, why }) => `${label} ${why}`)).toEqual([
      '03-NQ/ĐUK không phải nghị quyết chuyên đề',
    ]);
  });

  test('need a paper, and a unit that existed on its date', async () => {
    expect(await refused(world, { ...issue('K', '', '2020-01-01'), paper: null })).toEqual([
      'paper document.paper-missing A document is known by its paper.',
    ]);
    expect(await refused(world, issue('K', '1-NQ/ĐUK', '2019-05-31'))).toEqual([
      'paper.issuedOn document.unit-not-there The unit did not exist on 2019-05-31.',
    ]);
  });

  test('have no field for their text', async () => {
    expect(await refused(world, issue('K', '1-NQ/ĐUK', '2020-05-31', { text: 'Toàn văn' }))).toEqual([
      'text field.unknown There is no field "text" here.',
    ]);
  });
});

describe('a classified paper', () => {
  const law = 'a classified paper is never recorded here. (117/2025/QH15, 10/12/2025, Đ.5, khoản 2)';
  const code = 'rule.document.secrecy-marks';

  test('is refused, whatever its date, with the law of the day of recording', async () => {
    expect(await refused(world, issue('K', '12-NQ/ĐUK-MẬT', '2020-05-31'))).toEqual([
      `paper.number ${code} Marked "Mật": ${law}`,
    ]);
    expect(await refused(world, issue('K', '12-NQ/ĐUK', '2020-05-31', {}, { type: 'Nghị quyết Tối mật' }))).toEqual([
      `paper.type ${code} Marked "Tối mật": ${law}`,
    ]);
    expect(
      await refused(world, issue('K', '12-NQ/ĐUK', '2020-05-31', {}, { abstract: 'Nhân sự (Tuyệt mật)' })),
    ).toEqual([`paper.abstract ${code} Marked "Tuyệt mật": ${law}`]);
    expect(await refused(world, issue('K', '12-NQ/ĐUK', '2020-05-31', { subject: 'MẬT: nhân sự' }))).toHaveLength(1);
    expect((await ask('documents-issued', 'T')).value).toBe(5);
  });

  test('until 28/2/2026 by 29/2018/QH14', async () => {
    const earlier = await testWorld('2026-02-28T03:00:00Z');
    await earlier.post([unit('K', 'bloc')]);
    expect(await refused(earlier, issue('K', '12-NQ/ĐUK-MẬT', '2020-05-31'))).toEqual([
      `paper.number ${code} Marked "Mật": a classified paper is never recorded here. (29/2018/QH14, 15/11/2018, Đ.5)`,
    ]);
    await earlier.close();
  });

  test('is not taken for one that speaks of secrets', async () => {
    const subject = 'Tăng cường bảo vệ bí mật nhà nước';
    expect(await refused(world, issue('K', '21-NQ/ĐUK', '2021-05-31', { subject }))).toEqual([]);
  });
});
