import { random } from '#/demo/random.ts';
import { openInstallation } from '#/server/installation.ts';
import { askReport } from '#/server/ask-report.ts';
import { questions, unitsByLevel } from './questions.ts';
const i = await openInstallation({ data: '.data/bench/province-480000' });
const units = await unitsByLevel(await i.room('PM'));
const asked = questions(random(4,1,1), new Map([['province', units.get('province')!]]), 44, true);
for (const {unit, from, on} of asked) { const t = performance.now(); await askReport(i, {actor:'x', report:'form-1', unit: unit.code, days:{on, from, to:on}, knownAt:null}); console.log(from, on, (performance.now()-t).toFixed(0)); }
await i.close();
