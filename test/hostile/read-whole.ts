import { readFileSync } from 'node:fs';
import { plannedSource } from '#/exchange/tables/planned-source.ts';
import { proposePlan } from '#/exchange/tables/propose-plan.ts';
import { Problem } from '#/platform/errors.ts';

/** What became of a file: why it was refused, or what was read. */
export interface Outcome {
  refused?: { code: string; message: string };
  /** Rows with the codes of their problems. */
  rows: number;
  names: string[];
  problems: { code: string; cell: string | null }[];
  sheets: string[];
  /** Of this process, in bytes. */
  mostMemory: number;
}

/** Takes a file as an import does: recognised, then read to its end by the proposed plan. */
export async function readWhole(file: string): Promise<Outcome> {
  const found: Outcome = { rows: 0, names: [], problems: [], sheets: [], mostMemory: 0 };
  try {
    const { plan } = await proposePlan(file);
    found.sheets = plan.sheets.map(({ sheet }) => sheet ?? '');
    const source = await plannedSource(file, { ...plan, opening: '2025-01-01' });
    for await (const { kind, input, problems } of source.rows()) {
      if (kind !== 'passed') found.rows += 1;
      const { name } = (input?.person ?? {}) as { name?: string };
      if (name !== undefined && found.names.length < 20) found.names.push(name);
      for (const { code, cell } of problems) if (found.problems.length < 20) found.problems.push({ code, cell });
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    found.refused = { code: error.code, message: error.message };
  }
  found.mostMemory = mostMemory();
  return found;
}

/** The most that this process ever had in memory; what getrusage says of it begins with its parent's. */
function mostMemory(): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return process.memoryUsage.rss(); // not on Linux: what it has at the end
  }
}

// As a process of its own, so that its memory can be measured and a crash is seen.
const [, script, file] = process.argv;
if (script === import.meta.filename && file !== undefined) console.log(JSON.stringify(await readWhole(file)));
