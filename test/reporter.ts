import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** What the last line of a test run says. */
export interface Summary {
  passed: number;
  failed: number;
  skipped: number;
}

type Counted = Pick<TestModule, 'state' | 'children'>;

/** Counts the tests; a file that could not be read and an error outside any test are failures too. */
export function summarise(modules: readonly Counted[], errorsOutside = 0): Summary {
  const summary: Summary = { passed: 0, failed: errorsOutside, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') summary.passed += 1;
      else if (state === 'skipped') summary.skipped += 1;
      else failedHere += 1; // failed, or never finished
    }
    if (failedHere === 0 && module.state() === 'failed') failedHere = 1;
    summary.failed += failedHere;
  }
  return summary;
}

type Timed = Pick<TestModule, 'diagnostic' | 'relativeModuleId'>;

/** The files that took longest, with their seconds; all that is under way on two workers counts, so this is no measure of speed. */
export function slowest(modules: readonly Timed[], most = 40): string {
  const times = modules.map((module) => ({
    name: module.relativeModuleId,
    seconds: module.diagnostic().duration / 1000,
  }));
  const sum = times.reduce((total, { seconds }) => total + seconds, 0);
  const lines = times
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, most)
    .map(({ name, seconds }) => `${seconds.toFixed(0).padStart(5)} s  ${name}`);
  return [`The slowest of ${times.length} files, which took ${sum.toFixed(0)} s together:`, ...lines].join('\n');
}

/** Leaves the counts in the file that `test/run.ts` prints as its last line. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errorsOutside: readonly unknown[]): void {
    const file = process.env.SOTAY_TEST_SUMMARY;
    if (file) writeFileSync(file, JSON.stringify(summarise(modules, errorsOutside.length)));
    if (file && modules.length > 100) console.log(slowest(modules));
  }
}
