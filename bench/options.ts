import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Size = 'ward' | 'province' | 'nation';

export interface Options {
  size: Size;
  members: number;
  /** Names of benches; empty: all of them. */
  only: readonly string[];
  isJson: boolean;
  writeDocs: boolean;
  /** The data folder of this size, reused between runs. */
  dataDir: string;
  isFresh: boolean;
}

const usualMembers: Record<Size, number[]> = { ward: [2_500], province: [2_500, 480_000], nation: [5_600_000] };

/** npm run bench -- [--size ward|province|nation] [--members N] [--only NAME]… [--fresh] [--json] [--write-docs] */
export function readOptions(args: readonly string[]): Options[] {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string' },
      members: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      fresh: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
    },
  });
  const sizes = values.size === undefined ? (['ward', 'province'] as const) : [readSize(values.size)];
  return sizes.map((size) => {
    const members = size !== 'ward' && values.members !== undefined ? Number(values.members) : usual(size);
    return {
      size,
      members,
      only: values.only,
      isJson: values.json,
      writeDocs: values['write-docs'],
      dataDir: resolve(join('.data', 'bench', `${size}-${members}`)),
      isFresh: values.fresh,
    };
  });
}

const usual = (size: Size): number => usualMembers[size].at(-1) as number;

function readSize(text: string): Size {
  if (text === 'ward' || text === 'province' || text === 'nation') return text;
  throw new Error(`--size is ward, province or nation, not "${text}"`);
}
