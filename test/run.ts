import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Summary } from './reporter.ts';

// Runs vitest and prints `N passed, N failed` as the very last line: vitest itself may still print after its reporters.
const folder = mkdtempSync(join(tmpdir(), 'sotay-summary-'));
const file = join(folder, 'summary.json');
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, SOTAY_TEST_SUMMARY: file },
});
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => {
  const { passed, failed, skipped } = readSummary(code !== 0);
  rmSync(folder, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = code === 0 && failed === 0 && passed > 0 ? 0 : code || 1;
});

function readSummary(hasFailed: boolean): Summary {
  let summary: Summary = { passed: 0, failed: 0, skipped: 0 };
  try {
    summary = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // vitest ended before its reporters ran: the line below says that something failed
  }
  return hasFailed && summary.failed === 0 ? { ...summary, failed: 1 } : summary;
}
