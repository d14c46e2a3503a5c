import { z } from 'zod';
import { existsOn, kindLabels, type UnitKind } from '#/domain/units/api.ts';
import type { SubjectState, Track } from '#/kernel/facts/state.ts';
import { parseRange } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { spokenDay } from '#/kernel/rulebook/spoken-day.ts';
import { Problem } from '#/platform/errors.ts';
import { type Title, titleLabels, titles } from './contract.ts';
import { modelTitleTable } from './tables.ts';

interface Holding {
  forYear: number | null;
  ended: { as: 'recognised' | 'registered-again' | 'recognised-again' | 'revoked'; actId: string } | null;
}

const track = (status: 'registered' | 'recognised'): Track<Holding> => ({
  name: `model_title_${status}`,
  table: modelTitleTable,
  columns: ({ forYear, ended }, title) => ({
    title,
    status,
    for_year: forYear,
    ended_as: ended?.as ?? null,
    ended_act_id: ended?.actId ?? null,
  }),
});

// Side by side: a unit that bears the title registers again for the next year and bears it all the while.
const registered = track('registered');
const recognised = track('recognised');

type Titled = Act<{ unit: string; title: Title; forYear?: number | undefined }>;

const titled = { unit: unitRef('tổ chức đảng'), title: z.enum(titles) };
const forYear = z.int().min(1930).max(9998).optional();

function fault(act: Titled, code: string, field: string, message: string): Problem {
  const full = `model.${code}`;
  return new Problem(full, message, { fields: [{ actId: act.id, code: full, field, message }] });
}

function mustExist(state: SubjectState, act: Titled): void {
  if (existsOn(state, act.effectiveOn)) return;
  throw fault(act, 'unit-not-there', 'unit', `The unit does not exist on ${act.effectiveOn}.`);
}

function end(
  state: SubjectState,
  of: Track<Holding>,
  act: Titled,
  as: NonNullable<Holding['ended']>['as'],
  next: Holding | null = null,
): void {
  const { title } = act.body;
  if (state.get(of, title) === null && next === null) return;
  if (state.get(of, title) !== null && state.segments(of, title).at(-1)?.from === act.effectiveOn)
    throw fault(act, 'same-day', 'effectiveOn', 'What began on this day does not end on it.');
  state.set(of, next, act, { key: title, closing: (value) => ({ ...value, ended: { as, actId: act.id } }) });
}

async function checkKind(act: Titled, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('model.unit-kinds', act.effectiveOn);
  const kind = (await ctx.unitKind(act.body.unit, act.effectiveOn))?.kind;
  if (rule === null || kind === undefined) return;
  const kinds = z.record(z.string(), z.array(z.string())).parse(rule.value)[act.body.title];
  if (kinds === undefined || kinds.includes(kind)) return;
  const { vi, en } = kindLabels[kind as UnitKind];
  ctx.broken(rule, 'title', {
    vi: `Loại tổ chức đảng này (${vi}) không mang danh hiệu ${titleLabels[act.body.title].vi.toLowerCase()}.`,
    en: `A unit of this kind (${en}) does not bear this title.`,
  });
}

async function checkRegistered(act: Titled, ctx: CheckContext): Promise<void> {
  const rule = ctx.rule('model.registered-first', act.effectiveOn);
  if (rule?.value !== true) return;
  const facts = await ctx.facts(modelTitleTable, act.body.unit);
  const isRegistered = facts.some(({ title, status, valid }) => {
    const { from, to } = parseRange(valid as string);
    const holds = from !== null && from <= act.effectiveOn && (to === null || act.effectiveOn <= to);
    return title === act.body.title && status === 'registered' && holds;
  });
  if (!isRegistered)
    ctx.broken(rule, 'unit', {
      vi: `Ngày ${spokenDay(act.effectiveOn)} tổ chức đảng chưa đăng ký danh hiệu này.`,
      en: `The unit was not registered for this title on ${act.effectiveOn}.`,
    });
}

export const modelRegistered = actKind({
  kind: 'model.registered',
  rank: rank.yearly,
  title: { vi: 'Đăng ký chi bộ kiểu mẫu, tổ chức đảng bốn tốt', en: 'Model title registered' },
  description: {
    vi: 'Tổ chức đảng đăng ký phấn đấu danh hiệu title (cho năm forYear). Đang mang danh hiệu vẫn đăng ký tiếp được; đăng ký lại thay đăng ký trước.',
    en: 'The unit registers for a title (for a year). One that bears it may register again; a new registration takes the place of the one before.',
  },
  schema: z.strictObject({ ...titled, forYear }),
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    mustExist(state, act);
    const { title, forYear: year = null } = act.body;
    if (state.get(registered, title)?.forYear === year)
      throw fault(act, 'registered-already', 'title', 'The unit is registered for this title already.');
    end(state, registered, act, 'registered-again', { forYear: year, ended: null });
  },
  check: checkKind,
  example: {
    kind: 'model.registered',
    effectiveOn: '2023-01-15',
    paper: { issuer: 'Chi bộ thôn B', number: '2-ĐK/CB', issuedOn: '2023-01-15' },
    unit: 'HH.001.01',
    title: 'model-cell',
    forYear: 2023,
  },
});

export const modelRecognised = actKind({
  kind: 'model.recognised',
  rank: rank.yearly,
  title: { vi: 'Công nhận chi bộ kiểu mẫu, tổ chức đảng bốn tốt', en: 'Model title recognised' },
  description: {
    vi: 'Cấp trên công nhận danh hiệu title sau khi thẩm định; đăng ký đang có kết thúc. Danh hiệu giữ đến khi thu hồi; công nhận lại năm sau là một lượt mới.',
    en: 'The superior recognises the title after its appraisal; the registration ends. The title is borne until it is revoked; recognising it again the next year is another occurrence.',
  },
  schema: z.strictObject(titled),
  competent: 'superior',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    mustExist(state, act);
    const year = state.get(registered, act.body.title)?.forYear ?? null;
    end(state, registered, act, 'recognised');
    end(state, recognised, act, 'recognised-again', { forYear: year, ended: null });
  },
  check: async (act, ctx) => {
    await checkKind(act, ctx);
    await checkRegistered(act, ctx);
  },
  example: {
    kind: 'model.recognised',
    effectiveOn: '2023-12-20',
    paper: { issuer: 'Đảng ủy xã B', number: '88-QĐ/ĐU', issuedOn: '2023-12-20' },
    unit: 'HH.001.01',
    title: 'model-cell',
  },
});

export const modelRevoked = actKind({
  kind: 'model.revoked',
  // Before a registration of the same day.
  rank: rank.unitChanges,
  title: { vi: 'Thu hồi danh hiệu kiểu mẫu, bốn tốt', en: 'Model title revoked' },
  description: {
    vi: 'Danh hiệu title đã công nhận không còn từ ngày có hiệu lực.',
    en: 'The unit no longer bears the title from the day of effect on.',
  },
  schema: z.strictObject(titled),
  competent: 'superior',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    if (state.get(recognised, act.body.title) === null)
      throw fault(act, 'not-recognised', 'title', `The unit does not bear this title on ${act.effectiveOn}.`);
    end(state, recognised, act, 'revoked');
  },
  example: {
    kind: 'model.revoked',
    effectiveOn: '2025-03-01',
    paper: { issuer: 'Đảng ủy xã B', number: '9-QĐ/ĐU', issuedOn: '2025-03-01' },
    unit: 'HH.001.01',
    title: 'model-cell',
  },
});
