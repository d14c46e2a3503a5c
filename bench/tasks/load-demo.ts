import { loadDemo } from '#/server/demos.ts';
import { openInstallation } from '#/server/installation.ts';
import { asChild } from '../child.ts';
import { timed } from '../numbers.ts';

interface Input {
  data: string;
  demo: string;
  members: number;
}

await asChild(async ({ data, demo, members }: Input) => {
  const installation = await openInstallation({ data });
  try {
    return await timed(async () => (await loadDemo(installation, demo, { members, actor: 'bench' }))[0]);
  } finally {
    await installation.close();
  }
});
