import { type Catalogue, catalogues, codeOf } from '#/domain/catalogues/api.ts';
import { withoutAccents } from '#/platform/text/vietnamese.ts';

// Spellings of lists that are sure in a column of that list and nowhere else: "CC" is "Cao cấp" under "LLCT", "Có chí" of
// nothing. The domain's catalogues hold what is written on official paper.

type Spellings = Readonly<Record<string, readonly string[]>>;

const qualification: Spellings = {
  elementary: ['sc', 'so cap', 'cnkt', 'cong nhan ky thuat', 'so cap nghe', 'nghiep vu'],
  intermediate: ['tc', 'trung cap', 'thcn', 'trung hoc chuyen nghiep', 'trung cap nghe', 't cap'],
  college: ['cd', 'cao dang', 'c dang', 'cao dang nghe', 'cd nghe'],
  university: ['dh', 'dai hoc', 'd hoc', 'cu nhan', 'ky su', 'ks', 'dhsp', 'dai hoc su pham'],
  master: ['ths', 'thac si', 'thac sy', 'th s', 'cao hoc'],
  doctor: ['ts', 'tien si', 'tien sy', 't s'],
};

const theoryLevel: Spellings = {
  elementary: ['sc', 'so cap', 's cap'],
  intermediate: ['tc', 'trung cap', 't cap', 'tc llct', 'trung cap llct'],
  advanced: ['cc', 'cao cap', 'cn', 'cu nhan', 'c cap', 'cao cap llct', 'cc llct', 'cu nhan chinh tri'],
};

// "9/12": classes finished of the ten or twelve of their time. Of a stage that was not finished nothing is sure.
const generalEducation: Spellings = {
  literate: ['biet doc biet viet', 'xoa mu'],
  primary: ['th', 'tieu hoc', 'cap 1', 'cap i', 'c1', '5 12', '05 12', '4 10', '04 10'],
  'lower-secondary': ['thcs', 'cap 2', 'cap ii', 'c2', 'cap hai', '9 12', '09 12', '7 10', '07 10'],
  'upper-secondary': [
    'thpt',
    'cap 3',
    'cap iii',
    'c3',
    'ptth',
    'tot nghiep thpt',
    'tn thpt',
    'bt thpt',
    '12 12',
    '10 10',
  ],
};

const extra: Readonly<Record<string, Spellings>> = {
  'person.qualification': qualification,
  'person.theoryLevel': theoryLevel,
  'person.generalEducation': generalEducation,
  'person.academicTitle': { professor: ['gs', 'giao su'], 'associate-professor': ['pgs', 'pho giao su'] },
  'person.sex': { male: ['nam', 'trai', 'male', 'm'], female: ['nu', 'gai', 'female', 'f'] },
  'person.religion': {
    none: [
      'khong',
      'ko',
      'k',
      '0',
      'khong co',
      'khong theo dao',
      'khong theo ton giao',
      'luong',
      'khong ton giao',
      'chua co',
    ],
    buddhism: ['phat', 'dao phat', 'phat giao'],
    catholicism: ['thien chua', 'thien chua giao', 'cong giao', 'dao thien chua', 'kito giao', 'ky to giao'],
    protestantism: ['tin lanh', 'dao tin lanh'],
  },
  'person.occupation': {
    'commune-cadre': [
      ...['phuong', 'xa', 'thi tran'].flatMap((place) =>
        ['can bo', 'cong chuc', 'can bo cong chuc', 'cb', 'cbcc'].map((who) => `${who} ${place}`),
      ),
    ],
    'village-official': [
      'truong thon',
      'truong xom',
      'truong ban',
      'truong ap',
      'truong khu pho',
      'to truong to dan pho',
      'to truong dan pho',
    ],
    farmer: ['nong dan', 'lam ruong', 'lam nong', 'ngu dan'],
    'armed-forces': ['bo doi', 'cong an', 'quan doi', 'quan nhan', 'luc luong vu trang'],
    student: ['sinh vien', 'sv'],
    pupil: ['hoc sinh', 'hs'],
    // The row of the forms for whatever none of their other rows names.
    other: ['buon ban', 'kinh doanh', 'kinh doanh tu do', 'lao dong tu do', 'tu do', 'noi tro'],
  },
  status: {
    official: ['chinh thuc', 'ct', 'dvct', 'dang vien chinh thuc', 'dv chinh thuc', 'dv ct'],
    probationary: ['du bi', 'db', 'dvdb', 'dang vien du bi', 'dv du bi', 'dv db'],
  },
};

const statuses: Catalogue = {
  name: 'statuses',
  vi: 'Chính thức, Dự bị',
  en: 'official, probationary',
  source: '',
  entries: [
    { code: 'official', vi: 'Chính thức', en: 'official' },
    { code: 'probationary', vi: 'Dự bị', en: 'probationary' },
  ],
};

const lists: Readonly<Record<string, Catalogue>> = {
  ...Object.fromEntries(Object.entries(catalogues).map(([field, list]) => [`person.${field}`, list])),
  status: statuses,
};

/** The closed list behind a target; null where there is none. */
export function listBehind(target: string): Catalogue | null {
  return lists[target] ?? null;
}

const spelled = new Map(
  Object.entries(extra).map(([target, spellings]) => [
    target,
    new Map(Object.entries(spellings).flatMap(([code, texts]) => texts.map((text) => [text, code]))),
  ]),
);

/** A text as it is compared in lists: without case, accents, signs. */
export function plainWords(text: string): string {
  return withoutAccents(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The code that a text surely means in a column of this target; null if none. */
export function readSpelling(target: string, text: string): string | null {
  const list = lists[target];
  if (list === undefined) return null;
  const known = found.get(target) ?? new Map<string, string | null>();
  let code = known.get(text);
  if (code !== undefined) return code;
  code = codeOf(list, text) ?? spelled.get(target)?.get(plainWords(text)) ?? null;
  // Columns of lists say the same few words a hundred thousand times; others are not kept.
  if (known.size < mostKept) found.set(target, known.set(copied(text), code));
  return code;
}

/** The level at the head of a text that goes on: "Cử nhân Luật", "ĐH Kinh tế", "12/12 bổ túc"; null if none. */
export function readHead(target: string, text: string): string | null {
  const words = plainWords(text).split(' ');
  for (let count = Math.min(words.length - 1, 4); count > 0; count--) {
    const code = spelled.get(target)?.get(words.slice(0, count).join(' '));
    if (code !== undefined && levels.has(target)) return code;
  }
  return null;
}

const levels = new Set(['person.qualification', 'person.theoryLevel', 'person.generalEducation']);

const found = new Map<string, Map<string, string | null>>();
const mostKept = 500;

/** A part of a text would keep all of the sheet that it was cut from in memory. */
function copied(text: string): string {
  return Buffer.from(text).toString();
}
