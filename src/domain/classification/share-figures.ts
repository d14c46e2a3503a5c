import { z } from 'zod';
import { unitKinds } from '#/domain/units/api.ts';
import { type Figure, figure, type RatioFigure } from '#/kernel/figures/figure.ts';
import { memberLevels, unitLevels } from './levels.ts';

const good = { level: 'good-or-above' };

const share = { type: 'ratio', time: 'flow', measure: 'percent', decimals: 1 } as const satisfies Partial<RatioFigure>;

const older = {
  unit: {
    vi: 'Trước năm 2018: trong sạch, vững mạnh + hoàn thành tốt (không so sánh trực tiếp).',
    en: 'Before 2018: clean and strong + good (not directly comparable).',
  },
  member: {
    vi: 'Trước năm 2018: đủ tư cách, hoàn thành xuất sắc + hoàn thành tốt (không so sánh trực tiếp).',
    en: 'Before 2018: qualified excellent + qualified good (not directly comparable).',
  },
};

const goodShare = (scale: keyof typeof older) => ({
  vi: `Số xếp loại tốt trở lên chia cho số được xếp loại của năm đó. ${older[scale].vi}`,
  en: `Good or above, of those classified for that year. ${older[scale].en}`,
});

const levelShare = {
  vi: 'Số được xếp loại ở mức đã nêu (level) chia cho số được xếp loại của năm đó.',
  en: 'Those of the level asked, of those classified for that year.',
};

const goodOrAbove = (name: string, of: string, scale: keyof typeof older, title: RatioFigure['title']) =>
  figure({
    ...share,
    name,
    title,
    definition: goodShare(scale),
    numerator: { figure: of, args: good },
    denominator: { figure: of },
  });

const cellKind = { kind: 'cell' };

/** Shares of the grades of a year. */
export const shareFigures: readonly Figure[] = [
  goodOrAbove('grassroots-units-good-or-above', 'grassroots-units-classified', 'unit', {
    vi: 'Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên',
    en: 'Share of grassroots organisations that are good or above',
  }),
  goodOrAbove('members-good-or-above', 'members-classified', 'member', {
    vi: 'Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên',
    en: 'Share of members that are good or above',
  }),
  figure({
    ...share,
    name: 'units-good-or-above',
    title: {
      vi: 'Tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ trở lên',
      en: 'Share of organisations that are good or above',
    },
    definition: goodShare('unit'),
    args: z.strictObject({ kind: z.enum(unitKinds).optional() }),
    numerator: { figure: 'units-classified', args: good },
    denominator: { figure: 'units-classified' },
  }),
  figure({
    ...share,
    name: 'cells-good-or-above',
    title: {
      vi: 'Tỷ lệ chi bộ (trực thuộc) hoàn thành tốt nhiệm vụ trở lên',
      en: 'Share of cells that are good or above',
    },
    definition: goodShare('unit'),
    numerator: { figure: 'units-classified', args: { ...good, ...cellKind } },
    denominator: { figure: 'units-classified', args: cellKind },
  }),
  figure({
    ...share,
    name: 'grassroots-units-level-share',
    title: {
      vi: 'Tỷ lệ tổ chức cơ sở đảng ở một mức xếp loại',
      en: 'Share of grassroots organisations of one level',
    },
    definition: levelShare,
    args: z.strictObject({ level: z.enum(['good-or-above', ...unitLevels]) }),
    numerator: { figure: 'grassroots-units-classified' },
    denominator: { figure: 'grassroots-units-classified', without: ['level'] },
  }),
  figure({
    ...share,
    name: 'members-level-share',
    title: { vi: 'Tỷ lệ đảng viên ở một mức xếp loại', en: 'Share of members of one level' },
    definition: levelShare,
    args: z.strictObject({ level: z.enum(['good-or-above', ...memberLevels]) }),
    numerator: { figure: 'members-classified' },
    denominator: { figure: 'members-classified', without: ['level'] },
  }),
];
