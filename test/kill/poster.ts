import { post } from '#/kernel/journal/post.ts';
import { openInstallation } from '#/server/installation.ts';

// Posts batches of three until it is killed, and says on its output which ones the register has acknowledged.
const [data = '', round = '0'] = process.argv.slice(2);
const installation = await openInstallation({ data, env: {} });
const tenants = await installation.tenants();
const room =
  tenants[0] === undefined ? await installation.addTenant({ code: 'K', name: 'Thử' }) : await installation.room('K');
const journal = await room.journal();
const poster = { actor: 'kill', source: { via: 'api' } } as const;
const unit = (code: string, kind: string, parent?: string) => ({
  id: `00000000-0000-7000-8000-${code.padStart(12, '0')}`,
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});
await post(journal, poster, [unit('1', 'grassroots-body'), unit('2', 'cell', '1')]);
process.stdout.write('ready\n');
for (let n = 0; ; n++) {
  const acts = [0, 1, 2].map((i) => ({
    kind: 'member.admitted',
    effectiveOn: '2021-05-19',
    note: `${round}.${n}`,
    person: {
      code: `${round}.${n}.${i}`,
      name: `Trần Thị Mẫu ${n}`,
      born: '1990-01-02',
      citizenId: `0010900${String(n).padStart(5, '0')}`,
    },
    cell: '2',
  }));
  await post(journal, poster, acts);
  process.stdout.write(`ack ${round}.${n}\n`);
}
