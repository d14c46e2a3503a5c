import type { RegisterReport } from '#/server/verify-register.ts';
import type { Terminal } from '../terminal.ts';
import { number } from './numbers.ts';

const shownAtMost = 20;

/** The result of a verification: a line for each part, its findings under it. */
export function verifyText({ language, words }: Terminal, report: RegisterReport): string {
  const { seals, accessSeals, accountSeals, values, facts, tallies, constraints, audits } = report;
  const count = (value: number) => number(language, value);
  const sealedIn = (one: RegisterReport['seals'], say: (...counts: [string, string, string]) => string) =>
    say(count(one.sealedActs), count(one.seals), count(one.unsealedActs));
  const title = words.verify.title(report.tenant);
  const part = (name: string, findings: readonly string[], remark = '') => [
    `  ${words.verify.parts[name]}: ${findings.length === 0 ? words.verify.good : words.verify.findings(findings.length)}${remark === '' ? '' : ` (${remark})`}`,
    ...findings.slice(0, shownAtMost).map((finding) => `    ${finding}`),
  ];
  return [
    title,
    ...part('seals', seals.findings.map(sealFinding), sealedIn(seals, words.verify.sealed)),
    ...part('accessSeals', accessSeals.findings.map(sealFinding), sealedIn(accessSeals, words.verify.sealedAccesses)),
    ...part(
      'accountSeals',
      accountSeals.findings.map(sealFinding),
      sealedIn(accountSeals, words.verify.sealedAccesses),
    ),
    ...part(
      'values',
      values.findings.map(({ what, field, ref, actId }) => `${what}  ${field}  ${ref}  ${words.act(actId)}`),
      count(values.checked),
    ),
    ...part(
      'facts',
      facts.findings.map(
        ({ what, table, subjectId, actId, message }) =>
          `${what}  ${table}  ${subjectId}  ${message} ${words.act(actId)}`,
      ),
    ),
    ...part(
      'tallies',
      tallies.findings.map(
        ({ figure, unitId, day, expected, found }) => `${figure}  ${unitId}  ${day}  ${found} ≠ ${expected}`,
      ),
    ),
    ...part(
      'constraints',
      constraints.findings.map(({ what, table, name, message }) => `${what}  ${table}  ${name}  ${message}`),
    ),
    ...part(
      'audits',
      audits.findings.map(({ audit, message }) => `${audit}  ${message}`),
    ),
    ...audits.notes.slice(0, shownAtMost).map(({ audit, message }) => `    ${words.verify.note}: ${audit}  ${message}`),
    ...(report.isWhole ? [words.verify.all] : []),
    ...(report.withHead || report.withAccessHead || report.withAccountHead ? [] : [words.verify.headless]),
  ].join('\n');
}

function sealFinding({ what, seal, act, message }: RegisterReport['seals']['findings'][number]): string {
  return [what, seal === null ? '' : `#${seal}`, act?.kind ?? '', act?.id ?? '', message]
    .filter((word) => word !== '')
    .join('  ');
}
