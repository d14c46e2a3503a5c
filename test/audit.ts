import { spawnSync } from 'node:child_process';

// Asks the registry for known weaknesses of what we ship. Not part of `npm test`: its answer changes without a change of
// ours, and there may be no network; then it says that nothing was asked, and fails nobody's build.
interface Answer {
  error?: { code?: string; summary?: string };
  message?: string;
  metadata?: { vulnerabilities: Record<string, number> };
  vulnerabilities?: Record<
    string,
    { severity: string; range: string; via: ({ title?: string; url?: string } | string)[] }
  >;
}

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 });
const answer = read(stdout);
if (answer?.metadata === undefined) {
  console.log(`The registry was not asked: ${answer?.message ?? answer?.error?.summary ?? 'no answer'}.`);
  process.exitCode = process.argv.includes('--strict') ? 1 : 0;
} else {
  const found = Object.entries(answer.vulnerabilities ?? {});
  for (const [name, { severity, range, via }] of found) {
    const why = via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`)).join('; ');
    console.log(`${severity}: ${name} ${range}: ${why}`);
  }
  console.log(`${found.length} of the packages that we ship have a known weakness.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

function read(text: string | null): Answer | null {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null; // npm itself is not there, or was cut off
  }
}
