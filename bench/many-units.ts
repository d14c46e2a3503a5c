import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import type { Stage } from './stage.ts';
import { dropTenant, settle } from './tenants.ts';

/** A register of nothing but units: under its root 5,000 cells and 400 bodies of 29 cells, 17,001 in all. */
export const manyUnits = { code: 'NHIEU', units: 17_001, siblings: 5_400 };

const { code: root } = manyUnits;
const [cells, bodies, cellsOfBody] = [5_000, 400, 29];
const on = '2025-01-01';
const atOnce = 4_000;

/** Does the work while the register is there. */
export async function withManyUnits<T>({ installation, say }: Stage, work: () => Promise<T>): Promise<T> {
  await dropTenant(installation.adminUrl, root);
  try {
    say(`recording ${manyUnits.units} units`);
    const room = await installation.addTenant({ code: root, name: 'Đảng bộ tỉnh nhiều đơn vị' });
    const acts = founded();
    const poster = { actor: 'bench', source: { via: 'api' as const } };
    for (let at = 0; at < acts.length; at += atOnce)
      await post(await room.journal(), poster, acts.slice(at, at + atOnce));
    await settle(installation.adminUrl, root);
    return await work();
  } finally {
    await dropTenant(installation.adminUrl, root);
  }
}

function founded(): ActInput[] {
  const paper = { issuer: 'Tỉnh ủy', number: '1-QĐ/TU', issuedOn: '2024-12-20' };
  const unit = (more: object): ActInput => ({ kind: 'unit.established', effectiveOn: on, paper, unit: more });
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n + 1).padStart(4, '0'));
  return [
    unit({ code: root, name: 'Đảng bộ tỉnh nhiều đơn vị', kind: 'provincial' }),
    ...numbers(cells).map((n) =>
      unit({ code: `${root}.C${n}`, name: `Chi bộ cơ sở số ${n}`, kind: 'grassroots-cell', parent: root }),
    ),
    ...numbers(bodies).flatMap((n) => {
      const code = `${root}.D${n}`;
      const body = unit({ code, name: `Đảng bộ cơ sở số ${n}`, kind: 'grassroots-body', parent: root });
      const inside = numbers(cellsOfBody).map((m) =>
        unit({ code: `${code}.${m}`, name: `Chi bộ số ${m}`, kind: 'cell', parent: code }),
      );
      return [body, ...inside];
    }),
  ];
}
