import { z } from 'zod';
import { markAmong, markIn } from '#/domain/documents/secrecy.ts';
import { citation, type Rulebook } from '#/kernel/rulebook/rulebook.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { type ScanType, sniff } from '#/platform/files/sniff.ts';

/** What the file is, by its contents. Throws what is wrong with it, before anything is kept. */
export function checkContents(bytes: Buffer, purpose: 'scan' | 'photo'): ScanType {
  const found = sniff(bytes);
  if (found === null) throw refused('attachment.type', 'This is no PDF, JPEG or PNG, whatever its name says.');
  if (!found.isWhole) throw refused('attachment.cut-off', 'The end of the file is missing: it was cut off somewhere.');
  if (purpose === 'photo' && found.type === 'application/pdf')
    throw refused('attachment.not-a-picture', 'A photo is a JPEG or a PNG.');
  return found.type;
}

/**
 * No secret is kept on a computer that is connected to others (117/2025/QH15, article 5, before it 29/2018/QH14): whoever
 * attaches a file says that it is none, and a name that carries a degree of secrecy is not believed.
 */
export function checkUnclassified(name: string, isDeclared: boolean, rulebook: Rulebook, on: Day): void {
  if (!isDeclared) throw notDeclared();
  refuseMarked(name, rulebook, on);
}

/**
 * The same of the ways in that were there before the declaration (decision 19): scripts that do not know it go on working,
 * one who says that it is not declared is refused, and the name is judged in any case.
 */
export function checkUpload(
  name: string,
  declared: boolean | undefined,
  { rulebook, on }: { rulebook: Rulebook; on: Day },
): void {
  if (declared === false) throw notDeclared();
  refuseMarked(name, rulebook, on);
}

function notDeclared(): Problem {
  return new Problem('attachment.not-declared', 'Declare that the file is no secret of the State or the Party.', {
    fields: [
      { field: 'declaredUnclassified', code: 'attachment.not-declared', message: 'This declaration is needed.' },
    ],
  });
}

function refuseMarked(name: string, rulebook: Rulebook, on: Day): void {
  const rule = rulebook.rule('document.secrecy-marks', on);
  if (rule === null) return;
  const marks = z.array(z.string()).parse(rule.value);
  // In a file's name "mat" alone may be a side of a card (mặt sau); two words of a degree are nothing else.
  const mark =
    markAmong(name, marks) ??
    markIn(
      name,
      marks.filter((one) => one.includes(' ')),
    );
  if (mark === null) return;
  const message = `The name carries the mark "${mark}": a classified paper is never kept here (${citation(rule)}).`;
  throw new Problem('attachment.classified', message, {
    fields: [{ field: 'name', code: 'attachment.classified', message, rule: citation(rule) }],
  });
}

function refused(code: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ field: 'file', code, message }] });
}
