import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factSource } from '#/kernel/figures/source.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';
import { classificationAudits } from './audits.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => {
  const paper = { issuer: 'Huyện ủy A', number: '1-QĐ/HU', issuedOn: effectiveOn };
  return { kind, effectiveOn, paper, ...fields };
};
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Tổ chức ${code}`, kind, parent } });
const member = (code: string, cell: string) =>
  act('2019-01-01', 'member.registered', { person: { code, name: `Nguyễn Văn ${code}` }, cell, status: 'official' });
const rate = (person: string, level: string, forYear = 2020) =>
  act(`${forYear}-12-15`, 'member.classified', { person, forYear, level });
const grade = (code: string, level: string, forYear = 2020) =>
  act(`${forYear + 1}-01-20`, 'unit.classified', { unit: code, forYear, level });

const people = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
const [inBody, inCell] = [people('B', 13), people('C', 7)] as [string[], string[]];
const cells = people('D.2.', 6).concat(people('D.1.', 2));

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('D', 'district'),
    unit('D.1', 'grassroots-body', 'D'),
    unit('D.2', 'grassroots-body', 'D'),
    unit('D.3', 'grassroots-cell', 'D'),
    ...cells.map((code) => unit(code, 'cell', code.slice(0, 3))),
    // Of one organisation, in two cells: the cap is the organisation's.
    ...inBody.map((code, i) => member(code, i % 2 === 0 ? 'D.1.1' : 'D.1.2')),
    ...inCell.map((code) => member(code, 'D.3')),
  ]);
});
afterAll(() => world?.close());

const warningsOf = async (acts: ActInput[]) =>
  (await world.post(acts)).warnings.map(({ code, field, vi: message }) => ({ code, field, message }));
const year = (level: (i: number) => string, forYear: number) => inBody.map((code, i) => rate(code, level(i), forYear));

async function auditOf(name: string): Promise<string[]> {
  const audit = classificationAudits.find((one) => one.name === name);
  const findings = await world.read(
    ({ db }) => audit?.run(factSource(db, null), world.journal.rulebook) ?? Promise.resolve([]),
  );
  return findings.map(({ level, message }) => `${level} ${message}`);
}

describe('excellent members of a grassroots organisation (21-HD/BTCTW, 18/10/2019)', () => {
  test('within a fifth of those good there is nothing to say, whatever stands first in the batch', async () => {
    // Alone, the two excellent ones that come first would be two of none.
    expect(await warningsOf(year((i) => (i < 2 ? 'excellent' : 'good'), 2019))).toEqual([]);
  });

  test('a whole organisation over the cap is one warning with the arithmetic', async () => {
    const acts = year((i) => (i < 3 ? 'excellent' : 'good'), 2020);
    expect(await warningsOf(acts)).toEqual([
      {
        code: 'rule.classification.cap.members',
        field: 'level',
        message:
          'Tổ chức D.1 (D.1), năm 2020, đảng viên: 3 xuất sắc; 20% của 10 tốt là 2 → tối đa 2 (21-HD/BTCTW, 18/10/2019)',
      },
    ]);
  });

  test('each organisation and year is judged by itself, and only those that the batch grades', async () => {
    const found = await warningsOf([...inCell.map((code) => rate(code, 'excellent')), rate('B1', 'excellent', 2021)]);
    expect(found.map(({ message }) => message?.split(' (21-HD')[0])).toEqual([
      'Tổ chức D.3 (D.3), năm 2020, đảng viên: 7 xuất sắc; 20% của 0 tốt là 0 → tối đa 0',
      'Tổ chức D.1 (D.1), năm 2021, đảng viên: 1 xuất sắc; 20% của 0 tốt là 0 → tối đa 0; còn 12 chưa xếp loại',
    ]);
  });

  test('one grade more is judged with those recorded before; a lowered one mends it', async () => {
    expect(
      await warningsOf([act('2020-02-01', 'member.classified', { person: 'B4', forYear: 2019, level: 'excellent' })]),
    ).toHaveLength(1);
    expect(
      await warningsOf([act('2020-03-01', 'member.classified', { person: 'B4', forYear: 2019, level: 'good' })]),
    ).toEqual([]);
  });

  test('before 2019 there was no cap, and the older scale has no such level', async () => {
    expect(await warningsOf([grade('D.1', 'clean-and-strong', 2017), grade('D.2', 'clean-and-strong', 2017)])).toEqual(
      [],
    );
    expect(await warningsOf([grade('D.1', 'excellent', 2018), grade('D.2', 'excellent', 2018)])).toEqual([]);
  });
});

describe('excellent organisations', () => {
  test('of the grassroots, bodies and cells, are one group under their superior', async () => {
    const found = await warningsOf([grade('D.1', 'excellent'), grade('D.2', 'good'), grade('D.3', 'good')]);
    expect(found.map(({ message }) => message)).toEqual([
      'Tổ chức D (D), năm 2020, tổ chức cơ sở đảng trực thuộc: 1 xuất sắc; 20% của 2 tốt là 0,4 → tối đa 0 (21-HD/BTCTW, 18/10/2019)',
    ]);
  });

  test('cells are judged in their own body; from 2023 the rate for outstanding results is told', async () => {
    const of2 = cells.filter((code) => code.startsWith('D.2'));
    const fine = of2.map((code, i) => grade(code, i === 0 ? 'excellent' : 'good'));
    expect(await warningsOf([...fine, grade('D.1.1', 'good'), grade('D.1.2', 'good')])).toEqual([]);
    const many = of2.map((code, i) => grade(code, i < 2 ? 'excellent' : 'good', 2023));
    const found = await warningsOf(many);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(
      '2 xuất sắc; 20% của 4 tốt là 0,8 → tối đa 0 (làm tròn xuống) / 1 (làm tròn nửa lên)',
    );
    expect(found[0]?.message).toContain('nơi có kết quả nổi trội đến 25%: tối đa 1');
    expect(found[0]?.message).toContain('(124-QĐ/TW, 4/10/2023)');
  });
});

describe('sotay verify', () => {
  test('notes every cap that is passed, with its numbers; nothing of it is a fault', async () => {
    expect(await auditOf('classification-cap-members')).toEqual([
      'note Tổ chức D.1 (D.1), năm 2020, đảng viên: 3 xuất sắc; 20% của 10 tốt là 2 → tối đa 2',
      'note Tổ chức D.3 (D.3), năm 2020, đảng viên: 7 xuất sắc; 20% của 0 tốt là 0 → tối đa 0',
      'note Tổ chức D.1 (D.1), năm 2021, đảng viên: 1 xuất sắc; 20% của 0 tốt là 0 → tối đa 0; còn 12 chưa xếp loại',
    ]);
    const units = await auditOf('classification-cap-units');
    expect(units.map((text) => text.split(':')[0])).toEqual([
      'note Tổ chức D (D), năm 2020, tổ chức cơ sở đảng trực thuộc',
      'note Tổ chức D.2 (D.2), năm 2023, tổ chức đảng trực thuộc (Chi bộ trực thuộc; chi bộ)',
    ]);
  });

  test('finds a level that no figure of a level counts', async () => {
    expect(await auditOf('classification-levels')).toEqual([]);
    await world.tamper(
      "update classification set level = 'superb' where for_year = 2020 and subject_kind = 'unit' and level = 'good' and subject_id = (select unit_id from unit_code where code = 'D.3')",
    );
    expect(await auditOf('classification-levels')).toEqual([
      'fault năm 2020: tổ chức đảng được xếp loại 1, cộng các mức 0',
    ]);
  });
});
