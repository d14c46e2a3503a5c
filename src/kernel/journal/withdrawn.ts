import { z } from 'zod';
import { actKind } from './kind.ts';
import { rank } from './ranks.ts';

/** A plain correction: the earlier act falls away and nothing takes its place. It concerns the subjects of that act. */
export const actWithdrawn = actKind({
  kind: 'act.withdrawn',
  rank: rank.withdrawal,
  title: { vi: 'Rút một việc đã ghi', en: 'Act withdrawn' },
  description: {
    vi: 'Việc nêu ở "withdraws" không còn hiệu lực từ đầu; bản ghi cũ vẫn còn nguyên trong nhật ký.',
    en: 'The act named in "withdraws" falls away as if it had never been; its line stays in the journal.',
  },
  schema: z.strictObject({ reason: z.string().min(1) }),
  competent: 'self',
  subjects: () => [],
  example: {
    kind: 'act.withdrawn',
    effectiveOn: '2020-06-01',
    withdraws: '0190163d-8694-739b-aea5-966c26f8ad91',
    reason: 'Ghi nhầm người',
  },
});
