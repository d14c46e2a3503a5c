import { loadDemo } from '#/server/demos.ts';
import { openInstallation } from '#/server/installation.ts';
import { asChild } from '../child.ts';
import { timed } from '../numbers.ts';

interface Input {
  data: string;
  demo: string;
  members: number;
  tenant?: string;
}

await asChild(async ({ data, demo, members, tenant }: Input) => {
  const installation = await openInstallation({ data });
  try {
    return await timed(async () => (await loadDemo(installation, demo, { members, tenant, actor: 'bench' }))[0]);
  } finally {
    await installation.close();
  }
});
