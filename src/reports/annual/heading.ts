import type { Kysely } from 'kysely';
import { inFrame } from '#/kernel/figures/frame.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { asQuestion, type ReportHeading, type ReportRequest } from '../report.ts';
import { type BodyWords, bodyWords, committeeOf } from './body-words.ts';
import { placeOf } from './scene.ts';

/** Over the issuer stands its superior; over a department the committee that it belongs to. */
export function headingOf({ body, superior }: { body: BodyWords; superior: string | null }): ReportHeading {
  const isDepartment = body.level === 'upper';
  return {
    superior: isDepartment ? body.committee : superior,
    issuer: body.issuer,
    numberSuffix: body.numberSuffix,
    signing: body.signing,
  };
}

/** The lines around any paper of a unit, as it was called on the last day of the period. */
export async function headingOn(tx: Kysely<DB>, request: ReportRequest): Promise<ReportHeading> {
  return inFrame(tx, asQuestion(request), async (frame) => {
    const { kind, superiorId } = await placeOf(frame, request.to);
    const labelOf = await unitLabels(frame.facts, superiorId === null ? [frame.unitId] : [frame.unitId, superiorId]);
    const superior = superiorId === null ? null : committeeOf(labelOf(superiorId, request.to).name);
    return headingOf({ body: bodyWords(kind, labelOf(frame.unitId, request.to).name), superior });
  });
}
