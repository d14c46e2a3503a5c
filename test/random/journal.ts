import fc from 'fast-check';
import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays } from '#/platform/day.ts';
import { derivedId } from '#/platform/ids.ts';

/** A small world that is played forward, so that what comes out is a journal that could have happened. */
interface World {
  day: string;
  /** Living cells, and bodies that hold cells. */
  cells: string[];
  bodies: string[];
  members: Map<string, { cell: string; probationary: boolean; since: string } | null>;
  transit: Map<string, { to: string; since: string }>;
  gone: Map<string, string>;
  busy: Set<string>;
  acts: ActInput[];
  next: number;
}

interface Step {
  wait: number;
  op: number;
  a: number;
  b: number;
  c: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.integer({ min: 0, max: 40 }),
  op: fc.nat(99),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
});

/** Random journals over one root, with every line's id set so that the same journal can be posted in any order. */
export const randomJournal = (seedText: string, maxLength = 40): fc.Arbitrary<ActInput[]> =>
  fc.array(step, { minLength: 5, maxLength }).map((steps) => play(steps, seedText));

export const openingDay = '2020-01-01';

function play(steps: readonly Step[], seedText: string): ActInput[] {
  const world: World = {
    day: openingDay,
    cells: [],
    bodies: [],
    members: new Map(),
    transit: new Map(),
    gone: new Map(),
    busy: new Set(),
    acts: [],
    next: 0,
  };
  const salt = `${seedText}${JSON.stringify(steps)}`;
  const add = (act: ActInput) =>
    world.acts.push({ id: derivedId('random', salt, String(world.acts.length)), effectiveOn: world.day, ...act });
  const establish = (code: string, kind: string, parent?: string) =>
    add({
      kind: 'unit.established',
      effectiveOn: '2015-01-01',
      unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
    });
  establish('R', 'provincial');
  for (const district of ['D1', 'D2']) {
    establish(district, 'district', 'R');
    for (const no of [1, 2]) {
      const body = `${district}.B${no}`;
      establish(body, 'grassroots-body', district);
      world.bodies.push(body);
      for (const cell of [1, 2]) {
        establish(`${body}.C${cell}`, 'cell', body);
        world.cells.push(`${body}.C${cell}`);
      }
    }
  }
  for (let i = 0; i < 8; i++)
    enter(world, add, 'member.registered', i, { status: 'official' }, '1970-01-01', '1995-05-05');
  for (const one of steps) {
    if (one.wait > 0) {
      world.day = addDays(world.day, one.wait);
      world.busy.clear();
    }
    advance(world, one, add);
  }
  return world.acts;
}

type Add = (act: ActInput) => void;

function enter(
  world: World,
  add: Add,
  kind: string,
  at: number,
  extra: object,
  born: string,
  admittedOn?: string,
): void {
  const cell = pick(world.cells, at);
  if (cell === undefined || world.busy.has(cell)) return;
  const code = `P${world.next++}`;
  add({
    kind,
    person: {
      code,
      name: `Nguyễn Văn ${code}`,
      born,
      sex: world.next % 2 ? 'male' : 'female',
      ...(admittedOn ? { admittedOn } : {}),
    },
    cell,
    ...extra,
  });
  world.members.set(code, { cell, probationary: kind === 'member.admitted', since: world.day });
  world.busy.add(code);
}

function advance(world: World, { op, a, b, c }: Step, add: Add): void {
  const free = [...world.members].filter(
    ([code, m]) => m !== null && !world.busy.has(code) && !world.transit.has(code),
  ) as [string, { cell: string; probationary: boolean; since: string }][];
  const member = pick(free, a);
  const cell = pick(world.cells, b);
  const paper = { issuer: 'Huyện ủy Thử', number: `${world.acts.length + 1}-QĐ/HU`, issuedOn: world.day };
  if (op < 20) enter(world, add, 'member.admitted', b, { paper }, '1998-02-03');
  else if (op < 35 && member && cell && cell !== member[1].cell && !world.busy.has(cell)) {
    add({ kind: 'member.transferred', person: member[0], to: cell, paper });
    world.members.set(member[0], { ...member[1], cell });
    world.busy.add(member[0]);
  } else if (op < 45 && member && cell && cell !== member[1].cell) {
    add({ kind: 'transfer.issued', person: member[0], to: cell, paper });
    world.transit.set(member[0], { to: cell, since: world.day });
    world.busy.add(member[0]);
  } else if (op < 55) receive(world, a, add, paper);
  else if (op < 65 && member) {
    const kind = ['member.died', 'member.expelled', 'member.left', 'member.nameRemoved'][c % 4] as string;
    add({ kind, person: member[0], paper });
    world.gone.set(member[0], kind);
    world.members.set(member[0], null);
    world.busy.add(member[0]);
  } else if (op < 70) comeBack(world, a, b, add, paper);
  else if (op < 76 && member?.[1].probationary && addDays(member[1].since, 366) <= world.day) {
    add({ kind: 'member.recognised', person: member[0], paper });
    world.members.set(member[0], { ...member[1], probationary: false });
    world.busy.add(member[0]);
  } else reshape(world, { wait: 0, op, a, b, c }, add, paper);
}

function receive(world: World, a: number, add: Add, paper: object): void {
  const waiting = pick(
    [...world.transit].filter(([code]) => !world.busy.has(code)),
    a,
  );
  if (waiting === undefined) return;
  const [person, { to }] = waiting;
  const cell = world.cells.includes(to) ? to : (world.cells[0] as string);
  add({ kind: 'transfer.received', person, cell, paper });
  const before = world.members.get(person) as { cell: string; probationary: boolean; since: string };
  world.members.set(person, { ...before, cell });
  world.transit.delete(person);
  world.busy.add(person);
}

function comeBack(world: World, a: number, b: number, add: Add, paper: object): void {
  const back = pick(
    [...world.gone].filter(([code, how]) => how !== 'member.died' && !world.busy.has(code)),
    a,
  );
  const cell = pick(world.cells, b);
  if (back === undefined || cell === undefined) return;
  const [person, how] = back;
  const kind = how === 'member.expelled' ? 'member.restored' : 'member.readmitted';
  add({ kind, person, cell, paper });
  world.members.set(person, { cell, probationary: kind === 'member.readmitted', since: world.day });
  world.gone.delete(person);
  world.busy.add(person);
}

/** What happens to units; each unit at most once a day. */
function reshape(world: World, { op, a, b, c }: Step, add: Add, paper: object): void {
  const quiet = world.cells.filter((code) => !world.busy.has(code));
  const cell = pick(quiet, a);
  const other = pick(
    quiet.filter((code) => code !== cell),
    b,
  );
  const body = pick(world.bodies, c);
  if (cell === undefined || body === undefined) return;
  if (op < 82) {
    add({ kind: 'unit.moved', unit: cell, parent: body, paper });
    world.busy.add(cell);
  } else if (op < 88 && other !== undefined && world.cells.length > 3) {
    const inside = inCell(world, cell);
    const to = pick(
      quiet.filter((code) => code !== cell && code !== other),
      c,
    );
    const assign =
      inside.length > 0 && to !== undefined && c % 2 === 0 ? [{ person: pick(inside, b) as string, to }] : [];
    add({ kind: 'unit.merged', units: [cell], into: other, ...(assign.length > 0 ? { assign } : {}), paper });
    for (const [code, m] of world.members)
      if (m?.cell === cell)
        world.members.set(code, { ...m, cell: assign.find(({ person }) => person === code)?.to ?? other });
    for (const [code, t] of world.transit) if (t.to === cell) world.transit.set(code, { ...t, to: other });
    world.cells = world.cells.filter((code) => code !== cell);
    for (const code of [cell, other, to ?? '', ...inside]) world.busy.add(code);
  } else if (op < 93) {
    const code = `${body}.N${world.next++}`;
    const inside = inCell(world, cell).slice(0, 2);
    add({
      kind: 'unit.split',
      unit: cell,
      into: [{ code, name: `Chi bộ ${code}`, kind: 'cell', parent: body }],
      ...(inside.length > 0 ? { assign: inside.map((person) => ({ person, to: code })) } : {}),
      paper,
    });
    for (const person of inside)
      world.members.set(person, {
        ...(world.members.get(person) as { cell: string; probationary: boolean; since: string }),
        cell: code,
      });
    world.cells.push(code);
    for (const one of [cell, code, ...inside]) world.busy.add(one);
  } else if (op < 96) {
    add({ kind: 'unit.renamed', unit: cell, name: `Chi bộ đổi tên ${c}`, paper });
    world.busy.add(cell);
  } else {
    const district = c % 2 === 0 ? 'D1' : 'D2';
    if (world.busy.has(body)) return;
    add({ kind: 'unit.moved', unit: body, parent: district, paper });
    world.busy.add(body);
  }
}

function inCell(world: World, cell: string): string[] {
  return [...world.members]
    .filter(([code, m]) => m?.cell === cell && !world.transit.has(code) && !world.busy.has(code))
    .map(([code]) => code);
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}
