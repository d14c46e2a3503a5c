import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, addMonths, type Day, earliest } from '#/platform/day.ts';
import type { Draft } from '../drafts.ts';
import { makePerson, type PersonSpec } from '../people.ts';
import { type Mix, profiles } from '../profiles.ts';
import { between, type Random, random } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { type Career, Company } from './careers.ts';
import type { Papers } from './papers.ts';
import type { BlocCell, Organisation } from './tree.ts';

/** The committee that stands right above the grassroots organisations. */
export interface Superior {
  code: string;
  /** "Đảng ủy Khối các cơ quan tỉnh" */
  committee: string;
  founded: Day;
  congresses: readonly Day[];
  /** How many decisions of its term were out when the register opened. */
  decisions: number;
}

/** Where members of the bloc live, and go when they are pensioned: cells of streets outside it. */
export interface Streets {
  cells: readonly { code: string; name: string }[];
  /** The department that signs their letters. */
  office: string;
}

export interface Setting {
  seed: number;
  r: Random;
  /** Before the number in a person's code. */
  prefix: string;
  /** Added to it for citizen, card and dossier numbers: nobody in the register shares one. */
  numbersFrom: number;
  mix: Mix;
  /** Day of the opening balance. */
  opening: Day;
  organisations: readonly Organisation[];
  streets: Streets;
  /** "Tỉnh ủy …" of other provinces, with which members come and go. */
  elsewhere: readonly string[];
  superiorOn: (organisation: Organisation, on: Day) => Superior;
}

/** The bloc while its journal is drafted. */
export interface BlocCase extends Setting {
  papers: Papers;
  company: Company;
  /** Members of the streets outside who may yet be called to an agency. */
  outsiders: { career: Career; cell: string; isCalled: boolean }[];
  drafts: Draft[];
  nextSerial: () => number;
}

export function makeBlocCase(setting: Setting, papers: Papers): BlocCase {
  let serial = 0;
  return { ...setting, papers, company: new Company(), outsiders: [], drafts: [], nextSerial: () => ++serial };
}

export function add({ drafts }: BlocCase, on: Day, paper: Draft['paper'], act: ActInput): void {
  drafts.push({ on, paper, act });
}

/** Men at 60, women at 55 (Labour Code of 18/6/2012, article 187), some months longer each year from 2021 on (Labour Code of 20/11/2019, article 169). */
function pensionDay(born: Day, sex: string): Day {
  const age = sex === 'male' ? 60 : 55;
  const plain = addMonths(born, age * 12);
  const late = Math.max(0, Number(plain.slice(0, 4)) - 2020);
  return late === 0 ? plain : addMonths(born, age * 12 + late * (sex === 'male' ? 3 : 4));
}

type Wanted = Pick<PersonSpec, 'status' | 'on'> & Partial<Pick<PersonSpec, 'admittedOn' | 'decidedOn' | 'ages'>>;

/** Ages of those who would otherwise be pensioned already. */
const younger = [30, 49] as const;

/** Somebody new, in no cell yet. */
export function newCareer(the: BlocCase, { profile }: Pick<BlocCell, 'profile'>, wanted: Wanted): Career {
  const serial = the.nextSerial();
  const code = `${the.prefix}-${String(serial).padStart(5, '0')}`;
  const spec = { code, serial: the.numbersFrom + serial, profile: profiles[profile], mix: the.mix, ...wanted };
  const draw = (ages = spec.ages) => makePerson(random(the.seed, 43, serial), { ...spec, ages });
  let record = draw();
  if (pensionDay(earliest(record.born), record.sex) < addDays(wanted.on, 60)) record = draw(younger);
  const age = Number(wanted.on.slice(0, 4)) - Number(record.born.slice(0, 4));
  if (record.occupation === 'student' && age > 24) record.occupation = 'public-employee';
  const career: Career = {
    code,
    serial,
    record,
    stays: [],
    admittedOn: record.admittedOn?.length === 10 ? record.admittedOn : null,
    officialOn: wanted.status === 'official' ? '0001-01-01' : null,
    recognisedOn: null,
    retiresOn: '',
    isPensioned: false,
    blamedIn: null,
    absences: [],
  };
  const goes =
    record.occupation === 'student'
      ? addMonths(wanted.on, between(the.r, 17, 28))
      : addDays(pensionDay(earliest(record.born), record.sex), between(the.r, 15, 90));
  career.retiresOn = outsideGrading(the.r, workingDay(goes));
  return career;
}

/** In the first weeks of January the year before is graded: nobody goes then. */
export function outsideGrading(r: Random, day: Day): Day {
  return day.slice(5) < '01-25' ? workingDay(`${day.slice(0, 4)}-01-${between(r, 25, 28)}`) : day;
}
