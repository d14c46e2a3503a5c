import { z } from 'zod';
import { actingLevels } from '#/domain/units/api.ts';
import { type CountFigure, figure } from '#/kernel/figures/figure.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { bodies, topics } from '../contract.ts';
import { type Cases, caseRows, consideredCases } from '../rows.ts';

type Args = Record<string, string>;

const INSTRUMENT = '885-QĐ/UBKTTW, 29/12/2022';

const byBody = z.strictObject({ by: z.enum(bodies).optional(), level: z.enum(actingLevels).optional() });
const byTopic = z.strictObject({ topic: z.enum(topics).optional(), ...byBody.shape });

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
  const asked = ({ discipline, ...given }: Args): Cases => ({
    ...cases,
    ...given,
    ...(discipline === undefined ? {} : { found: 'discipline' }),
  });
  return figure({
    name,
    title,
    definition: {
      vi: `${what.vi} Tính theo lượt, theo ngày kết luận, ${placed[cases.subject].vi}; chủ thể (by) ở cấp nào cũng tính, trừ khi nêu level (cấp của chủ thể).`,
      en: `${what.en} Occurrences, by the day of the conclusion, ${placed[cases.subject].en}; whichever level the acting body (by) is of, unless asked (level).`,
    },
    instrument: INSTRUMENT,
    type: 'count',
    of: cases.subject,
    counts: 'occurrences',
    place: 'subject',
    time: 'flow',
    measure: 'occurrences',
    args,
    partition: Object.keys(byTopic.shape).map((arg) => ({ arg })),
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
        vi: `Số lượt ${vi} mà cuộc kiểm tra hoặc giám sát chuyên đề kết luận có vi phạm (không kể khuyết điểm chưa đến mức vi phạm); discipline=yes: đến mức phải thi hành kỷ luật.`,
        en: `Inspections and thematic supervisions of ${en} that concluded with a violation (shortcomings are none); discipline=yes: one that calls for discipline.`,
      },
      args: byTopic.extend({ discipline: z.literal('yes').optional() }),
      cases: { subject, form: null, found: 'violation' },
    }),
    casesOf({
      name: `oversight-cases-of-${plural}`,
      title: { vi: `Lượt ${vi} được kiểm tra, giám sát`, en: `Inspections and supervisions of ${en}` },
      what: {
        vi: `Số lượt ${vi} được kiểm tra hoặc giám sát chuyên đề, cộng chung như báo cáo thường nêu.`,
        en: `Inspections and thematic supervisions of ${en} taken together, as reports often do.`,
      },
      args: byBody,
      cases: { subject, form: null },
    }),
  ];
};

export const caseFigures: readonly CountFigure[] = [...bySubject('unit'), ...bySubject('person')];
