import * as contract from '#/reports/papers/contract.ts';
import { route } from '../api.ts';
import { askPaper } from '../ask-paper.ts';
import { changeKept, readKept } from '../keep-signature.ts';
import { readSignature } from '../read-signature.ts';
import { readAsked } from './reports.ts';

export const readReportFile = route(contract.readReportFile, ({ format, sign, ...input }, { installation, actor }) =>
  askPaper(installation, {
    ...readAsked(input, actor),
    format,
    signature: readSignature(sign),
    remember: false, // to read changes nothing; POST …/signature keeps it
  }),
);

export const readKeptSignature = route(contract.readKeptSignature, ({ name, ...place }, { installation, actor }) =>
  readKept(installation, { ...place, report: name, actor }),
);

export const keepSignature = route(contract.keepSignature, ({ name, sign, ...place }, { installation, actor }) =>
  changeKept(installation, { ...place, report: name, actor }, readSignature(sign)),
);
