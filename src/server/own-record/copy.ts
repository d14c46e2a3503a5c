import type { z } from 'zod';
import { type copyOwnRecord, type OwnCopy, ownCopy } from '#/domain/members/own-record-contract.ts';
import { attachmentsOf } from '#/kernel/attachments/store.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { FileAnswer } from '#/platform/contract/route.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { looksAt } from '../access-log/of-person.ts';
import { openedValue } from '../access-log/read-value.ts';
import type { Api } from '../api.ts';
import { readMember } from '../member/read-member.ts';
import { ownActs } from './acts.ts';
import { basesOf } from './bases.ts';
import { copyPdf } from './copy-paper.ts';
import { officesOf } from './read-own.ts';
import { sealedOf } from './sealed.ts';
import { logOwn, mustOwn, type Own, readOwn } from './whose.ts';

/** All that is held about oneself as a file; the line of the log is there before it leaves. Throws `self.not-tied`. */
export async function copyOwn({ format }: z.output<typeof copyOwnRecord.input>, api: Api): Promise<FileAnswer> {
  const own = await mustOwn(api);
  await logOwn(own, api, 'own.copied', { format });
  const copy = await gathered(own, api);
  const stem = `ban-sao-ho-so-${today(api.installation.clock)}`;
  if (format === 'pdf') return { name: `${stem}.pdf`, type: 'application/pdf', body: await copyPdf(copy) };
  const text = JSON.stringify(ownCopy.parse(copy), null, 2);
  return { name: `${stem}.json`, type: 'application/json; charset=utf-8', body: Buffer.from(text) };
}

const withheld = {
  vi: 'Không gồm: người gửi đơn, kết quả thẩm tra và các việc về đơn thư (bảo vệ người khác và việc đang xem xét); nội dung tệp quét và ảnh.',
  en: 'Left out: who complained, the results of vetting and acts about petitions (they protect others and what is under way); the contents of scans and photos.',
};

async function gathered(own: Own, api: Api): Promise<OwnCopy> {
  const { installation, actor, now } = api;
  const { room, person } = own;
  const { rulebook, vault } = await room.journal();
  const on = today(installation.clock);
  const tenant = room.tenant.code;
  return readOwn(own, api, async (tx) => ({
    format: 'sotay-own-record/1' as const,
    madeAt: now().toISOString(),
    tenant,
    account: actor,
    record: await readMember(tx, { person, tenant, on, knownAt: null, rulebook }),
    sensitive: await inPlain(tx, person, vault),
    acts: await ownActs(tx, person, installation.register),
    attachments: (await attachmentsOf(tx, { person })).map(({ name, purpose, recordedAt, size }) => ({
      ...{ name, purpose, recordedAt, size },
    })),
    corrections: await correctionsOf(tx, person),
    offices: await officesOf(tx, person, api),
    bases: await basesOf(tx, person, rulebook, on),
    accesses: (await looksAt(tx, person, api, { limit: mostLooks })).accesses.map(
      ({ at, actor: by, role, place, says, reason }) => ({ at, actor: by, role, place, says, reason }),
    ),
    withheld,
  }));
}

/** Every sealed value of every spell of the record; of an erased one is left that it is null. */
async function inPlain(tx: Tx, person: string, vault: Vault): Promise<OwnCopy['sensitive']> {
  const plain: OwnCopy['sensitive'] = [];
  for (const { sealed, ...of } of await sealedOf(tx, person, null)) {
    const value = await openedValue(tx, sealed, vault).catch((error: { code?: string }) => {
      if (error.code === 'value.erased') return null;
      throw error;
    });
    plain.push({ ...of, value: value as never });
  }
  return plain;
}

async function correctionsOf({ client }: Tx, person: string): Promise<OwnCopy['corrections']> {
  const { rows } = await client.query(
    `select field, asked_at as "askedAt", asked_by as "askedBy", is_accepted as "isAccepted", decision_reason as "decisionReason",
       coalesce((select json_agg(json_build_object('name', e.name, 'recordedAt', e.recorded_at, 'size', e.size) order by e.id)
         from attachment e where e.correction_id = c.id), '[]') as evidence
     from correction c where person_id = $1 order by asked_at`,
    [person],
  );
  return rows;
}

/** Of the looks that name the person. */
const mostLooks = 1_000;
