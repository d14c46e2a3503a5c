import { z } from 'zod';
import { type CountFigure, figure } from '#/kernel/figures/figure.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { bodies, topics } from '../contract.ts';
import { type Cases, caseRows, consideredCases } from '../rows.ts';

type Args = Record<string, string>;

const INSTRUMENT = '885-QĐ/UBKTTW, 29/12/2022';

const by = z.enum(bodies).optional();
const byTopic = z.strictObject({ topic: z.enum(topics).optional(), by });
const byBody = z.strictObject({ by });

interface Counted {
  name: string;
  title: Bilingual;
  what: Bilingual;
  args: z.ZodObject;
  cases: Cases;
}

const placed: Record<Cases['subject'], Bilingual> = {
  unit: {
    vi: 'ở nơi tổ chức đảng được kiểm tra, giám sát có mặt ngày đó (đã kết thúc hoạt động thì ở cấp trên trực tiếp sau cùng)',
    en: 'where the unit stood on that day (one that had ended: with its last direct superior)',
  },
  person: {
    vi: 'ở nơi đảng viên sinh hoạt ngày đó (không còn là đảng viên thì ở nơi sinh hoạt sau cùng)',
    en: 'where the member stood on that day (no longer a member: where he or she last stood)',
  },
};

function casesOf({ name, title, what, args, cases }: Counted): CountFigure {
  const asked = (given: Args): Cases => ({ ...cases, ...given });
  return figure({
    name,
    title,
    definition: {
      vi: `${what.vi} Tính theo lượt, theo ngày kết luận, ${placed[cases.subject].vi}; chủ thể (by) ở cấp nào cũng tính.`,
      en: `${what.en} Occurrences, by the day of the conclusion, ${placed[cases.subject].en}; whichever level the acting body (by) is of.`,
    },
    instrument: INSTRUMENT,
    type: 'count',
    of: cases.subject,
    counts: 'occurrences',
    place: 'subject',
    time: 'flow',
    measure: 'occurrences',
    args,
    partition: Object.keys(args.shape).map((arg) => ({ arg })),
    rows: (facts, given) => caseRows(facts, asked(given)),
    considered: (facts, given) => consideredCases(facts, asked(given)),
  });
}

const of = {
  unit: { plural: 'units', vi: 'tổ chức đảng', en: 'units' },
  person: { plural: 'members', vi: 'đảng viên', en: 'members' },
} as const;

const bySubject = (subject: Cases['subject']): CountFigure[] => {
  const { plural, vi, en } = of[subject];
  return [
    casesOf({
      name: `inspections-of-${plural}`,
      title: { vi: `Lượt ${vi} được kiểm tra`, en: `Inspections of ${en}` },
      what: {
        vi: `Số lượt ${vi} được kiểm tra (theo nội dung topic, theo chủ thể by nếu nêu); một ${vi} được kiểm tra nhiều lần thì tính nhiều lượt.`,
        en: `Inspections of ${en} (of a topic, by a body, if asked).`,
      },
      args: byTopic,
      cases: { subject, form: 'inspection' },
    }),
    casesOf({
      name: `thematic-supervisions-of-${plural}`,
      title: { vi: `Lượt ${vi} được giám sát chuyên đề`, en: `Thematic supervisions of ${en}` },
      what: {
        vi: `Số lượt ${vi} được giám sát chuyên đề; giám sát thường xuyên không tính là cuộc.`,
        en: `Thematic supervisions of ${en}; regular supervision is not counted as cases.`,
      },
      args: byBody,
      cases: { subject, form: 'thematic' },
    }),
    casesOf({
      name: `regular-supervisions-of-${plural}`,
      title: { vi: `Lượt ${vi} được giám sát thường xuyên`, en: `Regular supervisions of ${en}` },
      what: {
        vi: `Số lượt giám sát thường xuyên đối với ${vi} có ghi lại; không cộng vào số cuộc kiểm tra, giám sát.`,
        en: `Regular supervisions of ${en} that were recorded; never added to the cases.`,
      },
      args: byBody,
      cases: { subject, form: 'regular' },
    }),
    casesOf({
      name: `${plural}-found-in-violation`,
      title: {
        vi: `Lượt ${vi} qua kiểm tra, giám sát kết luận có vi phạm`,
        en: `Conclusions that ${en} were in violation`,
      },
      what: {
        vi: `Số lượt ${vi} mà cuộc kiểm tra hoặc giám sát chuyên đề kết luận có vi phạm (không kể khuyết điểm chưa đến mức vi phạm).`,
        en: `Inspections and thematic supervisions of ${en} that concluded with a violation (shortcomings are none).`,
      },
      args: byTopic,
      cases: { subject, form: null, outcome: 'violation' },
    }),
  ];
};

export const caseFigures: readonly CountFigure[] = [...bySubject('unit'), ...bySubject('person')];
