import * as contract from '#/kernel/figures/contract.ts';
import { route } from '../api.ts';
import { askFigure } from '../ask-figure.ts';
import { describeFigure } from '../describe-figure.ts';
import { readArgs, readDays, readDecimals, readRounding } from '../question.ts';

export const listFigures = route(contract.listFigures, (_input, { installation }) => ({
  figures: installation.figures.all.map(describeFigure),
}));

export const readFigure = route(contract.readFigure, (input, { installation, actor, must }) => {
  if (input.list || input.notCounted) must('members.read'); // a number is open to more than the names behind it
  return askFigure(installation, {
    actor,
    tenant: input.tenant,
    scope: input.scope,
    figure: input.name,
    unit: input.unit,
    days: readDays(input),
    args: readArgs(input.arg),
    knownAt: input.knownAt ?? null,
    options: {
      list: input.list,
      notCounted: input.notCounted,
      byUnit: input.byUnit,
      decimals: readDecimals(input.decimals),
      rounding: readRounding(input.rounding),
    },
  });
});
