import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import type { ChartOption } from '#/platform/ui/Chart.tsx';
import { childrenOf } from './tree-model.ts';

export interface PictureNode {
  name: string;
  value: number;
  unit: number;
  itemStyle: { color: string };
  label?: { show: boolean };
  children?: PictureNode[];
}

interface Drawn {
  tree: TreeAnswer;
  at: number;
  isTreemap: boolean;
  /** 0 to 1, or null where there is no number. */
  strength: (unit: number) => number | null;
  /** What is said of a unit when it is pointed at. */
  say: (unit: number) => string;
}

/** More parts than this nobody tells apart; the smallest are left to the table. */
const mostParts = 900;

/** Sunburst or treemap of what is under a unit: its area are members, its shade a figure. */
export function pictureOption({ tree, at, isTreemap, strength, say }: Drawn): ChartOption {
  const parts = partsOf(tree, at, isTreemap ? 1 : 3, strength);
  if (isTreemap) nameTheLarge(parts);
  const tooltip = {
    formatter: ({ data }: { data?: { unit?: number } }) => (data?.unit === undefined ? '' : say(data.unit)),
  };
  const common = {
    data: parts,
    nodeClick: false as const,
    itemStyle: { borderColor: 'var(--paper)', borderWidth: 1 },
    label: { color: 'var(--ink)', textBorderColor: 'var(--paper)', textBorderWidth: 2, fontSize: 11 },
  };
  const series = isTreemap
    ? {
        ...common,
        type: 'treemap' as const,
        ...{ left: 0, right: 0, top: 0, bottom: 0 },
        roam: false,
        breadcrumb: { show: false },
        label: { ...common.label, overflow: 'break' as const, lineHeight: 15, padding: 3 },
        itemStyle: { ...common.itemStyle, gapWidth: 1 },
      }
    : {
        ...common,
        type: 'sunburst' as const,
        radius: ['12%', '98%'] as [string, string],
        levels: ringsOf(parts),
        sort: undefined,
        emphasis: { focus: 'ancestor' as const },
        label: { ...common.label, minAngle: 9, overflow: 'truncate' as const, width: 96 },
      };
  return { tooltip, series } as unknown as ChartOption;
}

/** A box of less than a fiftieth has no room for a name. */
function nameTheLarge(parts: PictureNode[]): void {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  for (const part of parts) part.label = { show: part.value * 50 >= whole };
}

/** The ring of what is right under the unit is the widest: its names are read first. */
function ringsOf(parts: readonly PictureNode[]) {
  const hasSecond = parts.some(({ children = [] }) => children.length > 0);
  const hasThird = parts.some(({ children = [] }) => children.some((child) => (child.children ?? []).length > 0));
  const edges = hasThird ? [12, 56, 80, 98] : hasSecond ? [12, 64, 98] : [12, 98];
  const ring = (at: number) => ({ r0: `${edges[at]}%`, r: `${edges[at + 1]}%` });
  return [{}, ...edges.slice(1).map((_, at) => ring(at))];
}

function partsOf(
  tree: TreeAnswer,
  at: number,
  levels: number,
  strength: (unit: number) => number | null,
): PictureNode[] {
  let left = mostParts;
  let parts = nodesUnder(tree, at, strength, left);
  const first = parts;
  left -= parts.length;
  for (let level = 1; level < levels; level += 1) {
    const next: PictureNode[] = [];
    for (const part of parts) {
      part.children = nodesUnder(tree, part.unit, strength, mostParts);
      next.push(...part.children);
    }
    if (next.length > left) {
      for (const part of parts) delete part.children; // a ring is drawn whole or not at all
      break;
    }
    left -= next.length;
    parts = next;
  }
  return first;
}

function nodesUnder(
  tree: TreeAnswer,
  at: number,
  strength: (unit: number) => number | null,
  most: number,
): PictureNode[] {
  const units = childrenOf(tree, at).filter((unit) => (tree.members[unit] as number) > 0);
  const shown =
    units.length <= most
      ? units
      : units.toSorted((a, b) => (tree.members[b] as number) - (tree.members[a] as number)).slice(0, most);
  return shown.map((unit) => {
    const shade = strength(unit);
    return {
      name: (tree.names[unit] as string).replace(/^(Chi bộ|Đảng bộ) /, ''),
      value: tree.members[unit] as number,
      unit,
      itemStyle: { color: shade === null ? 'var(--line)' : `var(--gold) ${Math.round(shade * 100)}%` },
    };
  });
}
