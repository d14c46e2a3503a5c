import { type Weighted, weighted } from './random.ts';

/** What the members of one sort of cell are like. */
export interface Profile {
  /** Age on the opening day: [youngest, oldest] by how many. */
  ages: Weighted<readonly [number, number]>;
  /** Share of women. */
  women: number;
  /** Occupation (list of Form 2) of those who work. */
  work: Weighted<string>;
  /** Occupations that people leave with a pension at 60 (men) or 55 (women); the others work on or simply grow old. */
  pensioned: boolean;
  /** Share of men who were admitted as soldiers, at twenty or so. */
  veterans: number;
  /** Highest professional schooling of those who work, born 1965 or later. */
  schooling: Weighted<string | null>;
  theory: Weighted<string | null>;
}

const plainSchooling = weighted([
  [null, 52],
  ['elementary', 20],
  ['intermediate', 14],
  ['college', 6],
  ['university', 8],
]);
const graduates = weighted([
  ['university', 72],
  ['master', 12],
  ['college', 10],
  ['intermediate', 6],
]);
const teachers = weighted([
  ['university', 70],
  ['college', 24],
  ['master', 5],
  ['intermediate', 1],
]);
const medical = weighted([
  ['intermediate', 34],
  ['university', 44],
  ['college', 16],
  ['master', 6],
]);
const littleTheory = weighted([
  [null, 58],
  ['elementary', 34],
  ['intermediate', 8],
]);
const officialTheory = weighted([
  ['intermediate', 55],
  ['elementary', 20],
  [null, 12],
  ['advanced', 13],
]);
const staffTheory = weighted([
  [null, 48],
  ['elementary', 32],
  ['intermediate', 18],
  ['advanced', 2],
]);

const working = weighted([
  [[23, 30], 14],
  [[31, 40], 38],
  [[41, 50], 32],
  [[51, 59], 16],
] as const);
const youngWorking = weighted([
  [[20, 27], 26],
  [[28, 35], 38],
  [[36, 45], 26],
  [[46, 54], 10],
] as const);

export const profiles = {
  village: {
    ages: weighted([
      [[66, 78], 27],
      [[56, 65], 29],
      [[45, 55], 18],
      [[33, 44], 13],
      [[79, 94], 8],
      [[21, 32], 5],
    ] as const),
    women: 0.29,
    work: weighted([
      ['farmer', 66],
      ['village-official', 14],
      ['enterprise.worker', 7],
      ['commune-cadre', 5],
      ['other', 8],
    ]),
    pensioned: false,
    veterans: 0.62,
    schooling: plainSchooling,
    theory: littleTheory,
  },
  quarter: {
    ages: weighted([
      [[64, 76], 34],
      [[56, 63], 28],
      [[77, 93], 14],
      [[40, 55], 14],
      [[22, 39], 10],
    ] as const),
    women: 0.4,
    work: weighted([
      ['other', 40],
      ['village-official', 28],
      ['private-institution', 12],
      ['enterprise.staff', 12],
      ['enterprise.manager', 8],
    ]),
    pensioned: true,
    veterans: 0.4,
    schooling: weighted([
      ['university', 44],
      ['intermediate', 18],
      ['college', 14],
      [null, 20],
      ['master', 4],
    ]),
    theory: weighted([
      ['intermediate', 34],
      ['elementary', 26],
      [null, 28],
      ['advanced', 12],
    ]),
  },
  communeOffice: {
    ages: working,
    women: 0.27,
    work: weighted([['commune-cadre', 1]]),
    pensioned: true,
    veterans: 0.2,
    schooling: graduates,
    theory: officialTheory,
  },
  school: {
    ages: working,
    women: 0.78,
    work: weighted([['public-employee', 1]]),
    pensioned: true,
    veterans: 0.02,
    schooling: teachers,
    theory: staffTheory,
  },
  clinic: {
    ages: working,
    women: 0.6,
    work: weighted([['public-employee', 1]]),
    pensioned: true,
    veterans: 0.05,
    schooling: medical,
    theory: staffTheory,
  },
  stateOffice: {
    ages: working,
    women: 0.36,
    work: weighted([['state-cadre', 1]]),
    pensioned: true,
    veterans: 0.08,
    schooling: graduates,
    theory: officialTheory,
  },
  partyOffice: {
    ages: working,
    women: 0.38,
    work: weighted([['party-cadre', 1]]),
    pensioned: true,
    veterans: 0.08,
    schooling: graduates,
    theory: weighted([
      ['advanced', 46],
      ['intermediate', 42],
      ['elementary', 12],
    ]),
  },
  police: {
    ages: youngWorking,
    women: 0.13,
    work: weighted([['armed-forces', 1]]),
    pensioned: true,
    veterans: 0.05,
    schooling: graduates,
    theory: staffTheory,
  },
  army: {
    ages: youngWorking,
    women: 0.04,
    work: weighted([['armed-forces', 1]]),
    pensioned: true,
    veterans: 1,
    schooling: graduates,
    theory: staffTheory,
  },
  enterprise: {
    ages: working,
    women: 0.42,
    work: weighted([
      ['enterprise.worker', 52],
      ['enterprise.staff', 32],
      ['enterprise.manager', 16],
    ]),
    pensioned: true,
    veterans: 0.15,
    schooling: weighted([
      ['university', 38],
      ['elementary', 26],
      ['intermediate', 20],
      ['college', 14],
      ['master', 2],
    ]),
    theory: staffTheory,
  },
  university: {
    ages: weighted([
      [[20, 23], 30],
      [[28, 40], 42],
      [[41, 59], 28],
    ] as const),
    women: 0.54,
    work: weighted([
      ['public-employee', 76],
      ['student', 24],
    ]),
    pensioned: true,
    veterans: 0.02,
    schooling: weighted([
      ['master', 52],
      ['university', 26],
      ['doctor', 22],
    ]),
    theory: staffTheory,
  },
} satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;

/** Peoples, faiths and places of one organisation. */
export interface Mix {
  ethnicities: Weighted<string>;
  religions: Weighted<string>;
  province: string;
  communes: readonly string[];
  dossierLetters: string;
}
