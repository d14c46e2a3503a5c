import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays } from '#/platform/day.ts';
import { derivedId } from '#/platform/ids.ts';
import { Model, type Person, rankOf } from './model.ts';

type Dice = (below: number) => number;

interface NewUnit {
  id: string;
  code: string;
  name: string;
  kind: string;
  parent?: string;
}

/** Numbers that follow from a seed. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Journals that could have happened: units that come and go in every way, people who live among them, several things on one day. */
export class Player {
  readonly model = new Model();
  readonly acts: ActInput[] = [];
  day = '2018-01-01';
  private rank = 0;
  /** Who was touched today, with the rank; nothing twice at one rank, so that no `after` is needed. */
  private touched = new Map<string, number>();
  private next = 0;
  private readonly roll: Dice;
  private readonly salt: string;

  constructor(seed: number, length: number) {
    this.roll = dice(seed);
    this.salt = `hunt ${seed}`;
    this.day = '2015-01-01';
    const root = this.establish('R', 'provincial');
    for (const d of ['D1', 'D2']) {
      const district = this.establish(d, 'district', root);
      this.establish(`${d}.K`, 'grassroots-cell', district);
      for (const b of [1, 2]) {
        const body = this.establish(`${d}.B${b}`, 'grassroots-body', district);
        for (const c of [1, 2]) this.establish(`${d}.B${b}.C${c}`, 'cell', body);
      }
    }
    this.day = '2018-01-01';
    this.touched.clear();
    this.rank = 0;
    for (let i = 0; i < 10; i++) this.enter('member.registered', { status: 'official' });
    while (this.acts.length < length) this.step();
  }

  private step(): void {
    if (this.roll(3) === 0) {
      this.day = addDays(this.day, 1 + this.roll(40));
      this.rank = 0;
      this.touched.clear();
    }
    if (this.roll(5) < 2) this.unitStep();
    else this.personStep();
  }

  private id(...parts: string[]): string {
    return derivedId(this.salt, ...parts);
  }

  /** Records the act if it may come now: the ranks of a day rise, and nobody is touched twice at one rank. */
  private add(kind: string, fields: Record<string, unknown>, ...touching: string[]): boolean {
    const rank = rankOf(kind);
    if (rank < this.rank || touching.some((one) => this.touched.get(one) === rank)) return false;
    const no = String(this.acts.length);
    const act = {
      id: this.id('act', no),
      kind,
      effectiveOn: this.day,
      paper: { issuer: 'Tỉnh ủy Thử', number: `${no}-QĐ/TU`, issuedOn: this.day },
      ...fields,
    } as ActInput;
    this.model.apply(act);
    this.acts.push(act);
    this.rank = rank;
    for (const one of touching) this.touched.set(one, rank);
    return true;
  }

  private newUnit(code: string, kind: string, parent?: string): NewUnit {
    return { id: this.id('unit', code), code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) };
  }

  private establish(code: string, kind: string, parent?: string): string {
    const unit = this.newUnit(code, kind, parent);
    this.add('unit.established', { unit }, unit.id);
    return unit.id;
  }

  /** On which day units began: they may not end on it. */
  private readonly begun = new Map<string, string>();

  private enter(kind: string, extra: Record<string, unknown>): void {
    const cell = this.pick(this.model.living('cell', 'grassroots-cell', 'grassroots-body'));
    const code = `P${this.next++}`;
    const person = { id: this.id('person', code), code, name: `Nguyễn Văn ${code}`, born: '1980-02-03', sex: 'male' };
    if (cell) this.add(kind, { person, cell, ...extra }, person.id);
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[this.roll(Math.max(1, list.length))];
  }

  private unitStep(): void {
    const { model } = this;
    const levels = [['cell'], ['grassroots-body'], ['district'], ['cell'], ['grassroots-cell']];
    const unit = this.pick(model.living(...(this.pick(levels) as string[])));
    if (!unit) return;
    const { kind, parent } = model.unit(unit);
    const others = model.living(kind).filter((id) => id !== unit);
    const parents = model.living(model.unit(parent as string).kind);
    const made = this.newUnit(`N${this.next++}`, kind, this.pick(parents));
    const what = this.roll(11);
    if (what < 5) this.reshape(what, unit, made);
    else if (what < 9) this.finish(what, unit, others, made);
    else if (what === 9 && kind === 'grassroots-cell') this.add('unit.upgraded', { unit }, unit);
    else if (what === 9 && kind === 'grassroots-body' && model.children(unit).length === 0)
      this.add('unit.downgraded', { unit }, unit);
    else if (kind === 'cell' || kind === 'grassroots-body') this.establishNew(made);
  }

  private establishNew(made: NewUnit): void {
    if (this.add('unit.established', { unit: made }, made.id)) this.begun.set(made.id, this.day);
  }

  /** The unit lives on, otherwise than before, or makes room for a new one. */
  private reshape(what: number, unit: string, made: NewUnit): void {
    if (what === 0) this.add('unit.renamed', { unit, name: `Tên mới ${made.code}` }, unit);
    else if (what === 1) this.add('unit.recoded', { unit, code: made.code }, unit);
    else if (what < 4) this.add('unit.moved', { unit, parent: made.parent }, unit);
    else {
      const ends = this.roll(2) === 0 && this.begun.get(unit) !== this.day;
      const assign = ends ? {} : this.assignment(unit, [made.id]);
      const fate = ends ? { ends, successor: made.id } : assign;
      if (this.add('unit.split', { unit, into: [made], ...fate }, unit, made.id)) this.begun.set(made.id, this.day);
    }
  }

  private finish(what: number, unit: string, others: readonly string[], made: NewUnit): void {
    const other = this.pick(others);
    const began = (id: string) => this.begun.get(id) === this.day;
    if (!other || others.length < 2 || began(unit)) return;
    if (what < 7) {
      const fields = { units: [unit], into: other, ...this.assignment(unit, others) };
      this.add('unit.merged', fields, unit, other);
    } else if (what === 7 && !began(other)) {
      if (this.add('unit.consolidated', { units: [unit, other], unit: made }, unit, other, made.id))
        this.begun.set(made.id, this.day);
    } else this.add(this.roll(2) ? 'unit.dissolved' : 'unit.ended', { unit, successor: other }, unit);
  }

  /** One of the unit's members goes elsewhere than the others. */
  private assignment(unit: string, others: readonly string[]): { assign?: { person: string; to: string }[] } {
    const inside = [...this.model.people].filter(([, { place }]) => place && 'unit' in place && place.unit === unit);
    const person = this.pick(inside)?.[0];
    const to = this.pick(others);
    return person && to && this.roll(2) === 0 ? { assign: [{ person, to }] } : {};
  }

  private personStep(): void {
    const all = [...this.model.people];
    const again = all.filter(([id]) => this.touched.has(id));
    const [person, state] = (this.roll(3) === 0 && this.pick(again)) || (this.pick(all) as [string, Person]);
    const cells = this.model.living('cell', 'grassroots-cell', 'grassroots-body');
    const cell = this.pick(cells) as string;
    const { place } = state;
    const on = { person };
    if (this.roll(8) === 0) {
      if (this.roll(3) === 0)
        this.enter('transfer.received', { status: 'official', origin: { place: 'province', name: 'Tỉnh ủy B' } });
      else this.enter('member.admitted', {});
    } else if (place === null) {
      if (state.gone === 'member.died') return;
      if (this.roll(2)) this.add('member.restored', { ...on, cell }, person);
      else this.add('member.readmitted', { ...on, cell }, person);
    } else if ('away' in place) {
      if (this.roll(2)) this.add('transfer.cancelled', on, person);
      else this.add('transfer.received', { ...on, cell, origin: { place: 'army', name: 'Quân khu 3' } }, person);
    } else if ('from' in place) {
      const what = this.roll(6);
      if (what === 0) this.add('transfer.cancelled', on, person);
      else if (what === 1) this.add('member.died', on, person);
      else
        this.add('transfer.received', { ...on, cell: this.model.units.get(place.to)?.ended ? cell : place.to }, person);
    } else this.live(person, state, place.unit, cell);
  }

  private live(person: string, state: Person, unit: string, cell: string): void {
    const on = { person };
    switch (this.roll(10)) {
      case 0:
      case 1:
        if (cell !== unit) this.add('member.transferred', { ...on, to: cell }, person);
        return;
      case 2:
      case 3:
        if (cell !== unit) this.add('transfer.issued', { ...on, to: cell }, person);
        return;
      case 4:
        this.add('transfer.issued', { ...on, destination: { place: 'province', name: 'Tỉnh ủy C' } }, person);
        return;
      case 5:
        if (state.exempt) this.add('member.exemptionEnded', on, person);
        else this.add('member.exempted', { ...on, permanent: true }, person);
        return;
      case 6:
        if (state.stay) this.add('member.temporaryReturned', on, person);
        else if (cell !== unit) this.add('member.temporarilyTransferred', { ...on, host: cell }, person);
        return;
      case 7:
        this.add('member.updated', { ...on, record: { name: `Trần Thị ${this.next++}` } }, person);
        return;
      default: {
        const kinds = ['member.died', 'member.expelled', 'member.left', 'member.nameRemoved'];
        this.add(this.pick(kinds) as string, on, person);
      }
    }
  }
}

/** The same journal with what people get wrong: acts corrected by another of their kind, withdrawn and put back, recorded for nothing. */
export function withMistakes(acts: readonly ActInput[], seed: number): ActInput[] {
  const roll = dice(seed + 1);
  const out: ActInput[] = [];
  for (const act of acts) {
    const name = (what: string) => derivedId('mistake', act.id as string, what);
    const withdrawn = (id: string, withdraws: string): ActInput => ({
      id,
      kind: 'act.withdrawn',
      effectiveOn: '2026-01-01',
      withdraws,
      reason: 'Ghi nhầm',
    });
    const what = roll(12);
    if (what === 0 && act.kind.startsWith('member.') && typeof act.person === 'string') {
      out.push({ ...act, id: name('wrong'), effectiveOn: addDays(act.effectiveOn as string, 1 + roll(3)) });
      out.push({ ...act, withdraws: name('wrong'), note: 'Sai ngày' });
    } else if (what === 1 && act.kind !== 'unit.established') {
      // Withdrawn, and the withdrawal withdrawn.
      out.push(act, withdrawn(name('w1'), act.id as string), withdrawn(name('w2'), name('w1')));
    } else out.push(act);
  }
  return out;
}
