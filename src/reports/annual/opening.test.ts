import { expect, test } from 'vitest';
import { annualDistrict, textOf } from '#test/annual-district.ts';

const established = (code: string, kind: string, effectiveOn: string, parent?: string) => ({
  kind: 'unit.established',
  effectiveOn,
  unit: { code, name: `Chi bộ ${code}`, kind, parent },
});
const registered = (code: string, cell: string) => ({
  kind: 'member.registered',
  effectiveOn: '2026-03-31',
  person: { code, name: `Lê Thị ${code}`, sex: 'female', born: '1990' },
  cell,
  status: 'official',
});

test('a register that opens with its own organisation founds nothing by that: what came later was founded', async () => {
  const ward = await annualDistrict([
    [
      established('P', 'grassroots-body', '2026-03-31'),
      established('P1', 'cell', '2026-03-31', 'P'),
      established('P2', 'cell', '2026-03-31', 'P'),
      registered('M1', 'P1'),
      registered('M2', 'P2'),
    ],
    [established('P3', 'cell', '2026-05-04', 'P')],
  ]);
  try {
    const whole = await ward.report('P', '2026-01-01', '2026-06-30');
    expect(textOf(whole)).toContain('thành lập mới 1 chi bộ');
    expect(whole.notes.join(' ')).toContain('Sổ mở ngày 31/03/2026');
    expect(whole.notes.join(' ')).not.toContain('thành lập ngày');
    expect(textOf(await ward.report('P', '2026-01-01', '2026-03-31'))).not.toContain('thành lập mới');
    expect(textOf(await ward.report('P', '2026-04-01', '2026-06-30'))).toContain('thành lập mới 1 chi bộ');
  } finally {
    await ward.world.close();
  }
});
