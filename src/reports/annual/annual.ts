import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { toldUneven, unevenSumsIn } from '#/kernel/figures/declared-sums.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { Report, ReportAnswer, ReportRequest } from '../report.ts';
import { askKey, evaluate } from './evaluate.ts';
import { headingOf } from './heading.ts';
import { layOut } from './lay-out.ts';
import { notesOf } from './notes.ts';
import { openFigure } from './open.ts';
import type { Pen } from './pen.ts';
import { plain } from './prose.ts';
import { checkRounding } from './rounding-rules.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { Book } from './section.ts';
import { sections } from './sections/sections.ts';
import { isMeasuredBy, type Targets, targetsOf } from './targets.ts';
import { annualText } from './text.ts';
import { type Ask, keyOf, unknownValue, type Value } from './value.ts';

export const annual: Report = {
  name: 'annual',
  isProse: true,
  title: { vi: 'Báo cáo công tác tổ chức xây dựng Đảng', en: 'Report on party-organisation work' },
  definition: {
    vi: 'Tám phần thường lệ của báo cáo tổng kết, cho một năm hay bất kỳ kỳ nào; mỗi số là một số liệu của danh mục (định nghĩa, ngày tính, nơi tính ở đó) và mở ra được danh sách. So sánh với cùng kỳ năm trước; kỳ dài hơn một năm thì số hiện có so với đầu kỳ. Xếp loại: năm cuối cùng có ngày 31/12 trong kỳ.',
    en: 'The eight usual parts of a summary report, for a year or any other period; every number is a figure of the catalogue (defined there) and opens into its list. Compared with the same period of the year before; over more than a year, what stands is compared with the beginning. Classification: of the last year whose 31 December lies in the period.',
  },
  rounding: 'half-up-residual-largest',
  counts: () => [], // it asks more than counts, all at once
  run,
  open: openFigure,
  text: annualText,
};

async function run(frame: Frame, catalogue: Catalogue, request: ReportRequest): Promise<ReportAnswer> {
  checkRounding(request);
  const scene = await sceneOf(frame, catalogue, request);
  const targets = await targetsOf(frame, catalogue, scene);
  const { values, bySection } = await answered(frame, catalogue, scene, targets);
  const pen: Pen = { scene, remarks: new Set(), missing: new Set() };
  const book: Book = { pen, targets };
  const written = sections.map(({ title, write }, i) => {
    const said = write(bySection[i] as Record<string, Value>, book).filter((one) => one !== null);
    return { title, paragraphs: said.length > 0 ? said : [plain('Sổ chưa ghi việc nào thuộc phần này.')] };
  });
  for (const sum of await unevenSumsIn(frame, catalogue.all))
    pen.remarks.add(`Số liệu đơn vị báo cáo không khớp: ${toldUneven(sum)}.`);
  const laid = layOut(written, values, targets);
  return {
    report: annual.name,
    title: titleOf(scene),
    unit: scene.unit,
    from: request.from,
    to: request.to,
    knownAt: frame.knownAt,
    rounding: { method: request.rounding, decimals: request.decimals },
    ...laid,
    rows: [],
    heading: headingOf(scene),
    notes: notesOf(pen, values, frame.knownAt),
  };
}

interface Answered {
  values: Value[];
  /** By section, under the names that it asked by. */
  bySection: Record<string, Value>[];
}

/** All figures of all sections; targets of figures that no section asks for are put to the last one. */
async function answered(frame: Frame, catalogue: Catalogue, scene: Scene, targets: Targets): Promise<Answered> {
  const asked: Record<string, Ask | null>[] = sections.map((section) => section.asks(scene));
  const known = new Set(asked.flatMap((asks) => Object.values(asks)).map((one) => one && nameOf(one)));
  const others = targets.now.filter(({ of }) => !known.has(nameOf(of)));
  asked[asked.length - 1] = Object.fromEntries(others.map(({ of }) => [nameOf(of), { ...of, alone: true }]));
  const wanted = asked.flatMap((asks) => Object.values(asks).filter((one) => one !== null));
  const values = await evaluate(frame, catalogue, scene, wanted);
  for (const { of, target } of targets.now)
    for (const value of values.values())
      if (nameOf(value) === nameOf(of) && isMeasuredBy(value, target)) value.target = target;
  const found = (one: Ask | null) => (one && values.get(askKey(scene, one))) ?? unknownValue(scene.period);
  const bySection = asked.map((asks) =>
    Object.fromEntries(Object.entries(asks).map(([name, one]) => [name, found(one)])),
  );
  return { values: [...values.values()], bySection };
}

/** A figure with its arguments, whatever the time. */
const nameOf = ({ figure, args }: Pick<Ask, 'figure' | 'args'>) => keyOf(figure, args, null);

function titleOf({ words }: Scene): string {
  const { title, name, next } = words;
  return `${title} công tác tổ chức xây dựng Đảng ${name}; phương hướng, nhiệm vụ ${next.name}`;
}
