import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import type { Installation } from '#/server/installation.ts';

const paper = (number: string, issuedOn: string, abstract?: string) => ({
  issuer: number.endsWith('/TU') ? 'Ban Thường vụ Tỉnh ủy Vân Mẫu' : 'Ban Thường vụ Đảng ủy phường Sông Mới',
  number,
  issuedOn,
  type: 'Quyết định',
  ...(abstract === undefined ? {} : { abstract }),
});

const WITHDRAWN = '019b0000-0000-7000-8000-000000000001';

/**
 * What the ward of the demo lacks and the page of a unit shows: a committee with a secretary who has left, targets given on, a
 * withdrawn act, one that lies ahead, and meetings of one cell.
 */
export async function furnishWard(installation: Installation): Promise<void> {
  const room = await installation.room('VM');
  const people = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query(
      "select p.code from person p join standing s using (person_id) where s.status = 'official' and upper_inf(s.valid) and lower(s.valid) < '2025-12-01' order by p.code limit 8",
    );
    return rows.map(({ code }) => code as string);
  });
  await post(await room.journal(), { actor: 'test', source: { via: 'api' } }, actsOf(people));
}

function actsOf(people: readonly string[]): ActInput[] {
  const committee = ['secretary', 'deputy-secretary', 'standing-committee-member', 'committee-member'];
  const held = (person: number, name: string, effectiveOn: string, term = '2025-2030') => ({
    kind: 'post.assumed',
    effectiveOn,
    paper: paper('11-QĐ/ĐU', '2025-08-15'),
    person: people[person],
    unit: 'VM.P01',
    post: name,
    how: name === 'secretary' ? 'designated' : 'elected',
    term,
  });
  const target = (unit: string, value: number) => ({
    kind: 'target.assigned',
    effectiveOn: '2026-01-15',
    paper: paper(unit === 'VM.P01' ? '40-QĐ/TU' : '06-QĐ/ĐU', '2026-01-12', 'Giao chỉ tiêu kết nạp đảng viên năm 2026'),
    unit,
    figure: 'admissions',
    from: '2026-01-01',
    to: '2026-12-31',
    value,
    measure: 'count',
  });
  return [
    ...committee.map((name, i) => held(i, name, '2025-08-15')),
    held(4, 'commission-head', '2025-08-15'),
    {
      kind: 'post.left',
      effectiveOn: '2026-09-01',
      paper: paper('77-QĐ/ĐU', '2026-08-28'),
      person: people[0],
      unit: 'VM.P01',
      post: 'secretary',
      reason: 'moved',
    },
    target('VM.P01', 20),
    target('VM.P01.03', 9),
    target('VM.P01.04', 8),
    {
      id: WITHDRAWN,
      kind: 'unit.renamed',
      effectiveOn: '2026-03-01',
      paper: paper('21-QĐ/ĐU', '2026-02-26', 'Đổi tên đảng bộ phường'),
      unit: 'VM.P01',
      name: 'Đảng bộ phường Sông Mới Một',
    },
    { kind: 'act.withdrawn', effectiveOn: '2026-03-02', withdraws: WITHDRAWN, reason: 'Ghi nhầm đơn vị' },
    {
      kind: 'unit.renamed',
      effectiveOn: '2027-01-01',
      paper: paper('99-QĐ/TU', '2026-11-20', 'Đổi tên Đảng bộ phường Sông Mới từ năm 2027'),
      unit: 'VM.P01',
      name: 'Đảng bộ phường Sông Mới Đông',
    },
  ];
}
