import type { ActInput } from '#/kernel/journal/act.ts';

const paper = { issuer: 'Tỉnh ủy A', number: '1-QĐ/TU', issuedOn: '2024-12-20' };
const unit = (code: string, name: string, kind: string, parent?: string, more = {}): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2025-01-01',
  paper,
  unit: { code, name, kind, ...(parent === undefined ? {} : { parent }), ...more },
});
const later = (effectiveOn: string, kind: string, more: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  paper: { ...paper, issuedOn: effectiveOn },
  ...more,
});
const member = (code: string, name: string, cell: string, sex: string): ActInput => ({
  kind: 'member.registered',
  effectiveOn: '2025-01-01',
  person: { code, name, born: '1980', sex, admittedOn: '2005-05-19', officialOn: '2006-05-19' },
  cell,
  status: 'official',
});

/**
 * A province A of two bodies whose tree changes in every way there is: A.1 is renamed, A.1.2 goes over to A.2, A.2.2 merges
 * into A.2.1, A.1.1 is divided, A.3 is raised, and a new cell A.1.9 begins on 1/1/2027.
 */
export const movingTree: readonly ActInput[] = [
  unit('A', 'Đảng bộ tỉnh A', 'provincial'),
  unit('A.1', 'Đảng bộ xã Đông', 'grassroots-body', 'A', { type: 'commune' }),
  unit('A.2', 'Đảng bộ xã Đoài', 'grassroots-body', 'A', { type: 'commune' }),
  unit('A.3', 'Chi bộ Trạm Y tế', 'grassroots-cell', 'A', { type: 'public-service-unit' }),
  ...['A.1.1', 'A.1.2', 'A.2.1', 'A.2.2'].map((code) =>
    unit(code, `Chi bộ thôn ${code.slice(2)}`, 'cell', code.slice(0, 3)),
  ),
  member('P1', 'Nguyễn Văn Mẫu', 'A.1.1', 'male'),
  member('P2', 'Trần Thị Ví Dụ', 'A.1.1', 'female'),
  member('P3', 'Lê Văn Thử', 'A.1.2', 'male'),
  member('P4', 'Phạm Thị Mới', 'A.2.1', 'female'),
  member('P5', 'Hoàng Văn Nháp', 'A.2.2', 'male'),
  member('P6', 'Vũ Thị Tạm', 'A.3', 'female'),
  later('2025-03-01', 'unit.renamed', { unit: 'A.1', name: 'Đảng bộ xã Tân Đông' }),
  later('2025-05-01', 'unit.moved', { unit: 'A.1.2', parent: 'A.2' }),
  later('2025-07-01', 'unit.merged', { units: ['A.2.2'], into: 'A.2.1' }),
  later('2025-09-01', 'unit.split', {
    unit: 'A.1.1',
    into: [{ code: 'A.1.5', name: 'Chi bộ thôn Năm', kind: 'cell', parent: 'A.1' }],
    assign: [{ person: 'P2', to: 'A.1.5' }],
  }),
  later('2025-11-01', 'unit.upgraded', { unit: 'A.3', unitKind: 'grassroots-body' }),
  { ...unit('A.1.9', 'Chi bộ thôn Chín', 'cell', 'A.1'), effectiveOn: '2027-01-01' },
];
