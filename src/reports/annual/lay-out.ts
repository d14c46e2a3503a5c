import type { ReportFigure, ReportParagraph, ReportSection } from '../report.ts';
import type { Paragraph } from './section.ts';
import type { Targets, UnitTarget } from './targets.ts';
import type { Value } from './value.ts';

/** The figures of the report in one list, and the sections whose numbers point into it. */
export function layOut(
  written: readonly { title: string; paragraphs: readonly Paragraph[] }[],
  values: readonly Value[],
  { now, next }: Targets,
): { figures: ReportFigure[]; sections: ReportSection[] } {
  const figures = [...values.map(figureOf), ...now.map(targetOf), ...next.map(targetOf)];
  const places = new Map(figures.map(({ row }, i) => [row as string, i]));
  const sections = written.map(({ title, paragraphs }, i) => ({
    number: i + 1,
    title,
    paragraphs: paragraphs.map((one) => paragraphOf(one, places)),
  }));
  return { figures, sections };
}

function paragraphOf({ heading, text, marks }: Paragraph, places: ReadonlyMap<string, number>): ReportParagraph {
  const spans = marks.map(({ start, end, key, part }) => ({ start, end, figure: places.get(key) as number, part }));
  const figures = [...new Set(spans.map(({ figure }) => figure))];
  return { ...(heading === undefined ? {} : { heading }), text, figures, spans };
}

function figureOf(value: Value): ReportFigure {
  const { key, figure, args, label, measure, period, isElsewhen, declared, min, max, share, attainment, target } =
    value;
  const rounding = value.rowRounding ?? value.rounding;
  const isRounded = share !== null || attainment !== null || value.type !== 'count';
  return {
    figure,
    ...(Object.keys(args).length > 0 ? { args } : {}),
    row: key,
    label,
    value: value.value,
    previous: value.previous,
    measure,
    ...(isElsewhen ? period : {}),
    ...(min === null || max === null ? {} : { min, max }),
    ...(declared > 0 ? { declared } : {}),
    ...(share === null ? {} : { share }),
    ...(isRounded ? { rounding } : {}),
    ...(target === null ? {} : { target: { value: target.value, measure: target.measure, atLeast: target.atLeast } }),
    ...(attainment === null ? {} : { attainment }),
  };
}

function targetOf({ of, title, target }: UnitTarget): ReportFigure {
  const { key, value, measure, atLeast, period } = target;
  return {
    figure: 'target',
    args: { of: of.figure, ...of.args },
    row: key,
    label: `Chỉ tiêu: ${title}`,
    value,
    previous: null,
    measure: measure === 'percent' ? 'percent' : 'occurrences',
    ...period,
    target: { value, measure, atLeast },
  };
}
