import type { ActInput } from '#/kernel/journal/act.ts';
import { unitIds } from '../ask.ts';
import { testWorld, type World } from '../world.ts';

// Until 2021 the cell C lay under G; today it lies under H. G still counts what happened there, and may see none of it.

export const secrets = {
  person: 'Lê Thị Kín',
  illness: 'đang chữa bệnh hiểm nghèo',
  unitNote: 'bí thư bỏ sinh hoạt',
  department: 'Phòng Cơ yếu',
  title: 'Danh hiệu riêng tư',
  document: 'việc riêng của chi bộ C',
  petition: 'DT-KIN-7',
  complainant: 'Nguyễn Thị Tố',
};

/** The world in which they lie, with ids and paths by the codes of units. */
export interface MovedCell {
  world: World;
  ids: Map<string, string>;
  paths: Map<string, string>;
}

export const act = (effectiveOn: string, kind: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Tỉnh ủy Thử', number: '7-QĐ/TU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2015-01-01', 'unit.established', { unit: { code, name: `Tổ chức ${code}`, kind, ...(parent && { parent }) } });
const member = (code: string, name: string, cell: string) =>
  act('2016-01-01', 'member.registered', {
    person: {
      code,
      name,
      sex: 'female',
      born: '1970',
      citizenId: `0380700000${10 + name.length}`,
    },
    cell,
    status: 'official',
  });

/** Which of the secrets a text tells. */
export const told = (text: string): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));

const about = { person: 'K' };
const inCell = { unit: 'C' };

/** What is recorded of the cell and its member while it lies under G. */
const recorded: ActInput[] = [
  act('2020-12-20', 'member.classified', { ...about, forYear: 2020, omitted: 'other', note: secrets.illness }),
  act('2020-12-20', 'unit.classified', { ...inCell, forYear: 2020, omitted: 'other', note: secrets.unitNote }),
  act('2020-12-20', 'member.reviewed', { ...about, forYear: 2020, omitted: 'other', note: secrets.illness }),
  act('2020-12-20', 'unit.reviewed', { ...inCell, forYear: 2020, omitted: 'other', note: secrets.unitNote }),
  act('2020-12-20', 'collective.classified', {
    ...inCell,
    collective: 'department',
    name: secrets.department,
    forYear: 2020,
    level: 'good',
  }),
  act('2020-06-01', 'member.inspected', { ...about, topic: 'violation-signs', outcome: 'violation' }),
  act('2020-07-01', 'member.disciplined', { ...about, form: 'warning', content: ['ethics'] }),
  act('2020-06-02', 'unit.inspected', { ...inCell, topic: 'compliance', outcome: 'shortcomings' }),
  act('2020-08-01', 'member.commended', { ...about, form: 'title', title: secrets.title, level: 'grassroots' }),
  act('2020-08-01', 'unit.commended', {
    ...inCell,
    recipient: secrets.department,
    form: 'certificate',
    title: secrets.title,
    level: 'district',
  }),
  act('2020-08-01', 'card.issued', about),
  act('2020-04-01', 'post.assumed', { ...about, ...inCell, post: 'secretary', how: 'elected', term: '2020-2025' }),
  act('2020-03-01', 'document.issued', { ...inCell, type: 'resolution', subject: secrets.document }),
  act('2020-03-01', 'petition.received', {
    ...inCell,
    code: secrets.petition,
    sort: 'complaint',
    about: 'member',
    complainant: secrets.complainant,
  }),
  act('2020-05-01', 'petition.settled', { ...inCell, code: secrets.petition, outcome: 'founded' }),
  act('2020-02-01', 'strengthening.opened', { ...inCell, reason: 'weak' }),
  act('2020-02-01', 'certificate.granted', { ...about, course: 'professional' }),
  act('2020-02-01', 'member.contestEntered', { ...about, contest: 'thi-viet', prize: 'first' }),
];

export async function movedCell(): Promise<MovedCell> {
  const world = await testWorld();
  await world.post([
    unit('R', 'provincial'),
    unit('G', 'grassroots-body', 'R'),
    unit('H', 'grassroots-body', 'R'),
    unit('C', 'cell', 'G'),
    unit('E', 'cell', 'G'),
    unit('F', 'cell', 'H'),
    member('K', secrets.person, 'C'),
    member('An', 'Trần Văn An', 'E'),
    member('Ha', 'Trần Văn Ha', 'F'),
  ]);
  await world.post(recorded);
  await world.post([act('2021-06-01', 'unit.moved', { ...inCell, parent: 'H' })]);
  const ids = await unitIds(world);
  const paths = await world.read(async ({ client }) => {
    const { rows } = await client.query('select c.code, u.path from unit_code c join unit_scope u using (unit_id)');
    return new Map(rows.map(({ code, path }) => [code, path]));
  });
  return { world, ids, paths };
}
