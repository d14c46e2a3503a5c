import { addDays, addMonths, type Day, type PartialDay } from '#/platform/day.ts';
import { makeName, type Sex } from './names.ts';
import { citizenId, dossierNumber, newCardNumber, oldCardNumber, oldIdentityNumber } from './numbers.ts';
import type { Mix, Profile } from './profiles.ts';
import { between, chance, draw, pick, type Random } from './random.ts';
import { workingDay } from './working-days.ts';

/** What is settled about a person before the rest is made up. */
export interface PersonSpec {
  code: string;
  /** Unique in the demo; numbers and cards follow from it. */
  serial: number;
  profile: Profile;
  mix: Mix;
  /** The day the record speaks of. */
  on: Day;
  status: 'official' | 'probationary' | 'candidate';
  /** Ceremony and decision, when the case says so (probationers, guests). */
  admittedOn?: Day;
  decidedOn?: Day;
  /** Youngest and oldest age, instead of the profile's. */
  ages?: readonly [number, number];
  /** Citizen and identity numbers, home: left out where speed matters more. */
  isBrief?: boolean;
}

/** A record as `member.registered`, `admission.approved` and their like take it. */
export interface PersonRecord extends Record<string, unknown> {
  code: string;
  name: string;
  born: PartialDay;
  sex: Sex;
  admissionDecidedOn?: PartialDay;
  admittedOn?: PartialDay;
  officialOn?: PartialDay;
}

/** The exchange of cards for twelve-digit ones began on this day. */
const NEW_CARDS_FROM = '2025-09-02';

/** Somebody who does not exist, as a whole record. Pure: the same stream and spec, the same person. */
export function makePerson(r: Random, spec: PersonSpec): PersonRecord {
  const { profile, mix, on } = spec;
  const sex: Sex = chance(r, profile.women) ? 'female' : 'male';
  const [youngest, oldest] = spec.ages ?? draw(r, profile.ages);
  const age = between(r, youngest, oldest);
  const birthday = addDays(on, -(age * 365 + (age >> 2) + between(r, 1, 364)));
  const birthYear = Number(birthday.slice(0, 4));
  const ethnicity = draw(r, mix.ethnicities);
  const person: PersonRecord = {
    code: spec.code,
    name: makeName(r, sex, birthYear, ethnicity),
    // Of those born before the war ended, some know only the year.
    born: birthYear < 1946 && chance(r, 0.15) ? String(birthYear) : birthday,
    sex,
    ethnicity,
    religion: draw(r, mix.religions),
  };
  addWork(r, person, profile, age, birthYear);
  if (age <= 30 && chance(r, 0.85)) person.youthUnion = true;
  addDates(r, person, spec, birthday);
  addNumbers(r, person, spec, birthYear);
  return person;
}

function addWork(r: Random, person: PersonRecord, profile: Profile, age: number, birthYear: number): void {
  const isPensioner = age >= (person.sex === 'male' ? 61 : 56) && (profile.pensioned || chance(r, 0.34));
  const occupation = draw(r, profile.work);
  person.occupation = occupation;
  if (isPensioner) person.retired = true;
  person.generalEducation =
    birthYear >= 1965 || chance(r, 0.3) ? 'upper-secondary' : birthYear >= 1938 ? 'lower-secondary' : 'primary';
  const schooling = age <= 22 || birthYear < 1940 ? null : draw(r, profile.schooling);
  if (schooling !== null) person.qualification = schooling;
  const theory = age <= 27 ? null : draw(r, profile.theory);
  if (theory !== null) person.theoryLevel = theory;
  if (occupation === 'enterprise.manager' && chance(r, 0.12)) person.privateOwner = true;
}

/** Decision, ceremony, official day: 18 years before all, a month at most between the first two, a year to the third. */
function addDates(r: Random, person: PersonRecord, spec: PersonSpec, birthday: Day): void {
  if (spec.status === 'candidate') return;
  const admittedOn = spec.admittedOn ?? madeUpCeremony(r, person.sex, spec, birthday);
  const decidedOn = spec.decidedOn ?? workingDay(addDays(admittedOn, -between(r, 6, 33)));
  const isOld = spec.admittedOn === undefined && admittedOn < '1965';
  // An old dossier often gives month or year only, and no decision: what is not known is not invented.
  const width = isOld ? draw2(r) : 10;
  if (!isOld) person.admissionDecidedOn = decidedOn;
  person.admittedOn = admittedOn.slice(0, width);
  if (spec.status === 'official') person.officialOn = addMonths(admittedOn, 12).slice(0, width);
}

const draw2 = (r: Random): number => (chance(r, 0.4) ? 10 : chance(r, 0.5) ? 7 : 4);

function madeUpCeremony(r: Random, sex: Sex, spec: PersonSpec, birthday: Day): Day {
  const asSoldier = sex === 'male' && chance(r, spec.profile.veterans);
  const age = asSoldier ? between(r, 20, 25) : chance(r, 0.75) ? between(r, 22, 34) : between(r, 35, 50);
  const wished = addDays(birthday, age * 365 + between(r, 8, 360));
  const latest = addMonths(spec.on, -13);
  const earliest = addMonths(birthday, 18 * 12 + 3);
  const admittedOn = wished < latest ? wished : addDays(latest, -between(r, 5, 200));
  return workingDay(admittedOn > earliest ? admittedOn : addDays(earliest, between(r, 40, 60)));
}

function addNumbers(r: Random, person: PersonRecord, spec: PersonSpec, birthYear: number): void {
  const { serial, mix, on } = spec;
  if (spec.status !== 'candidate') person.dossierNumber = dossierNumber(serial, mix.dossierLetters);
  if (spec.status === 'official') person.cards = [cardOf(r, person, spec)];
  const hasChip = on >= '2022' || chance(r, 0.35);
  if (hasChip) person.citizenId = citizenId(serial, person.sex, birthYear);
  if (!hasChip || (birthYear < 2000 && !spec.isBrief && chance(r, 0.5)))
    person.oldIdentityNumber = oldIdentityNumber(serial);
  if (spec.isBrief) return;
  const home = { country: 'Việt Nam', province: mix.province, commune: pick(r, mix.communes) };
  person.hometown = home;
  person.residence = chance(r, 0.8) ? home : { ...home, commune: pick(r, mix.communes) };
}

function cardOf(r: Random, person: PersonRecord, { serial, on }: PersonSpec): Record<string, unknown> {
  const official = person.officialOn as PartialDay;
  // All cards were exchanged in 2003–2005; later members got theirs within months.
  const firstDay =
    official.length === 10 && official > '2004'
      ? addDays(official, between(r, 20, 120))
      : `2003-${pick(r, ['02-03', '05-19', '09-02', '11-07'])}`;
  if (on >= NEW_CARDS_FROM)
    return {
      scheme: 'card-12',
      number: newCardNumber(serial),
      issuedOn: firstDay < NEW_CARDS_FROM ? NEW_CARDS_FROM : firstDay,
    };
  return { scheme: 'card-8', number: oldCardNumber(serial), issuedOn: firstDay < on ? firstDay : on };
}
