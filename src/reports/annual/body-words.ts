/** How the prose speaks of the reporting organisation, by its place in the system. */
export interface BodyWords {
  /** upper: above grassroots organisations; grassroots: a body with cells; section: between; cell. */
  level: 'upper' | 'grassroots' | 'section' | 'cell';
  /** "Đảng bộ", "Chi bộ" */
  self: string;
  /** "toàn Đảng bộ", "Chi bộ" */
  whole: string;
  /** "cấp ủy viên", "chi ủy viên": who sits on the committee. */
  committeeMember: string;
  /** The committee that acts for it: "Huyện ủy Hải Hậu", "Đảng ủy xã A", "Chi bộ B". */
  committee: string;
  /** Who lays the report before it: a department, or the committee itself. */
  issuer: string;
  numberSuffix: string;
  signing: string[];
}

const levels: Readonly<Record<string, BodyWords['level']>> = {
  'grassroots-body': 'grassroots',
  section: 'section',
  'sub-grassroots-body': 'section',
  'grassroots-cell': 'cell',
  cell: 'cell',
};

// The names of committees on paper (36-HD/VPTW, 3/4/2018): a bloc, a commune and what is below them have a "Đảng ủy".
const committees: readonly [RegExp, string, string][] = [
  [/^Đảng bộ tỉnh /, 'Tỉnh ủy ', 'TU'],
  [/^Đảng bộ thành phố /, 'Thành ủy ', 'TU'],
  [/^Đảng bộ huyện /, 'Huyện ủy ', 'HU'],
  [/^Đảng bộ quận /, 'Quận ủy ', 'QU'],
  [/^Đảng bộ thị xã /, 'Thị ủy ', 'TU'],
  [/^Đảng bộ (?=[Kk]hối )/, 'Đảng ủy ', 'ĐUK'],
  [/^Đảng bộ /, 'Đảng ủy ', 'ĐU'],
];

/** The committee of a body by the body's name; a cell acts for itself. */
export function committeeOf(name: string): string {
  for (const [body, committee] of committees) if (body.test(name)) return name.replace(body, committee);
  return name;
}

export function bodyWords(kind: string, name: string): BodyWords {
  const level = levels[kind] ?? 'upper';
  const committee = committeeOf(name);
  const self = level === 'cell' ? 'Chi bộ' : 'Đảng bộ';
  const whole = level === 'cell' ? 'Chi bộ' : 'toàn Đảng bộ';
  const committeeMember = level === 'cell' ? 'chi ủy viên' : 'cấp ủy viên';
  return { level, self, whole, committeeMember, committee, ...papers(kind, level, committee, name) };
}

/**
 * A committee with departments reports through the one for organisation: "Ban Tổ chức" down to districts and blocs, since
 * July 2025 "Ban Xây dựng Đảng" in communes; below, the committee itself reports, and a cell for itself.
 */
function papers(
  kind: string,
  level: BodyWords['level'],
  committee: string,
  name: string,
): Pick<BodyWords, 'issuer' | 'numberSuffix' | 'signing'> {
  const mark = committees.find(([body]) => body.test(name))?.[2] ?? 'ĐU';
  if (level === 'cell') return { issuer: name, numberSuffix: '-BC/CB', signing: ['T/M CHI BỘ', 'BÍ THƯ'] };
  if (level !== 'upper')
    return {
      issuer: committee,
      numberSuffix: `-BC/${mark}`,
      signing: [level === 'section' ? 'T/M ĐẢNG ỦY' : 'T/M BAN CHẤP HÀNH ĐẢNG BỘ', 'BÍ THƯ'],
    };
  const department = kind === 'commune' ? 'Ban Xây dựng Đảng' : 'Ban Tổ chức';
  const short = kind === 'commune' ? 'BXDĐ' : `BTC${mark}`;
  return { issuer: department, numberSuffix: `-BC/${short}`, signing: ['TRƯỞNG BAN'] };
}
