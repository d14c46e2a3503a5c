import { addMonths, type Day } from '#/platform/day.ts';
import { type Count, type Line, personOf } from './recount.ts';
import { isReserved } from './reserved-names.ts';
import { isWorkingDay, workingDaysBetween } from './working-days.ts';

/** What must hold of every line of a demo; returns what does not. A test runs it over all of them. */
export function soundness(): (line: Line, count: Count) => string[] {
  let lastDay = '';
  let lastId = '';
  const citizens = new Set<string>();
  return (line, count) => {
    const faults: string[] = [];
    const hold = (condition: boolean, what: string) => {
      if (!condition) faults.push(`${what}: ${JSON.stringify(line)}`);
    };
    hold(line.effectiveOn >= lastDay, 'the day is not earlier than the line before');
    hold(line.id > lastId, 'ids grow with the file');
    [lastDay, lastId] = [line.effectiveOn, line.id];
    if (typeof line.person === 'object') {
      for (const what of personFaults(line.person, citizens)) hold(false, what);
    }
    for (const what of courseFaults(line, count)) hold(false, what);
    return faults;
  };
}

const isFull = (day: string | undefined): day is Day => day?.length === 10;

function personFaults(person: Record<string, string>, citizens: Set<string>): string[] {
  const faults: string[] = [];
  const hold = (condition: boolean, what: string) => {
    if (!condition) faults.push(what);
  };
  const { name, born, sex, citizenId, admissionDecidedOn, admittedOn, officialOn } = person;
  hold(!isReserved(name as string), 'nobody known bears the name');
  hold(
    admittedOn === undefined ||
      addMonths((born as string).padEnd(10, '-01-01'.slice(-6)), 18 * 12) <= admittedOn.padEnd(10, '-31'),
    'admitted at 18 at the earliest',
  );
  if (isFull(admissionDecidedOn) && isFull(admittedOn))
    hold(admissionDecidedOn <= admittedOn, 'decided before the ceremony');
  if (isFull(admittedOn) && isFull(officialOn))
    hold(addMonths(admittedOn, 12) === officialOn, 'official after 12 months');
  if (citizenId === undefined) return faults;
  hold(!citizens.has(citizenId), 'a citizen number of its own');
  citizens.add(citizenId);
  const century = (born as string) < '2000' ? 0 : 2;
  hold(
    citizenId.slice(3, 6) === `${century + (sex === 'female' ? 1 : 0)}${(born as string).slice(2, 4)}`,
    'the number fits sex and year of birth',
  );
  return faults;
}

function courseFaults({ kind, person, effectiveOn, paper, cell }: Line, count: Count): string[] {
  const faults: string[] = [];
  const hold = (condition: boolean, what: string) => {
    if (!condition) faults.push(what);
  };
  if (kind === 'admission.approved') {
    hold(paper.issuedOn === effectiveOn, 'approved on the day of the decision');
    hold(
      addMonths((person as Record<string, string>).born as string, 18 * 12) <= effectiveOn,
      'approved at 18 at the earliest',
    );
  }
  if (kind === 'member.admitted') {
    hold(
      paper.issuedOn <= effectiveOn && workingDaysBetween(paper.issuedOn, effectiveOn) <= 30,
      'ceremony within 30 working days',
    );
    hold(isWorkingDay(effectiveOn), 'ceremony on a working day');
  }
  if (kind === 'member.recognised') {
    const { admittedOn } = personOf(count, person);
    hold(admittedOn !== null && addMonths(admittedOn, 12) === effectiveOn, 'recognised as of the end of month 12');
    hold(paper.issuedOn >= effectiveOn, 'the decision is not earlier');
  }
  if (kind === 'transfer.received')
    hold(workingDaysBetween(paper.issuedOn, effectiveOn) <= 30, 'received within 30 working days');
  if (kind !== 'transfer.received' && cell !== undefined)
    hold(/^[A-Z.0-9-]+$/.test(cell as string), 'a cell by its code');
  return faults;
}
