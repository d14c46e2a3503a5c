import type { Day } from '#/platform/day.ts';
import type { ProfileName } from '../profiles.ts';

/** A cell of the bloc: under a body, or itself a grassroots organisation (then with the organisation's code). */
export interface BlocCell {
  code: string;
  name: string;
  profile: ProfileName;
  organisation: Organisation;
  from: Day;
  /** First day on which nobody stands in it any more. */
  to: Day | null;
  /** Members it tends to. */
  wish: number;
}

/** A grassroots organisation of an agency, an institution, an enterprise. */
export interface Organisation {
  code: string;
  /** Without "Đảng bộ", "Chi bộ": "Sở Nội vụ". */
  place: string;
  type: string;
  profile: ProfileName;
  zone?: string;
  /** Code of the superior it stands under at first. */
  under: string;
  founded: Day;
  isBody: boolean;
  upgradedOn: Day | null;
  endedOn: Day | null;
  /** Where those go who are still there on the last day: the code of a unit. */
  successor?: string;
  /** Its congresses: a committee takes office, numbers begin again. */
  congresses: readonly Day[];
  cells: BlocCell[];
}

export const isBodyOn = ({ isBody, upgradedOn }: Organisation, on: Day): boolean =>
  isBody && (upgradedOn === null || upgradedOn <= on);

export const livesOn = ({ founded, endedOn }: Organisation, on: Day): boolean =>
  founded <= on && (endedOn === null || on < endedOn);

export const cellLivesOn = ({ from, to }: BlocCell, on: Day): boolean => from <= on && (to === null || on < to);

export const nameOn = (organisation: Organisation, on: Day): string =>
  `${isBodyOn(organisation, on) ? 'Đảng bộ' : 'Chi bộ'} ${organisation.place}`;

export const cellsOn = (organisations: readonly Organisation[], on: Day): BlocCell[] =>
  organisations.flatMap(({ cells }) => cells.filter((cell) => cellLivesOn(cell, on)));

/** What the parts of an organisation are called, the usual ones first. */
const parts: Partial<Record<ProfileName, readonly string[]>> = {
  partyOffice: [
    'Văn phòng',
    'Phòng Tổng hợp',
    'Phòng Cơ yếu - Công nghệ thông tin',
    'Phòng Nghiệp vụ',
    'Phòng Tài chính',
  ],
  stateOffice: [
    'Văn phòng',
    'Thanh tra',
    'Phòng Tổ chức cán bộ',
    'Phòng Kế hoạch - Tài chính',
    'Phòng Nghiệp vụ 1',
    'Phòng Nghiệp vụ 2',
    'Chi cục trực thuộc số 1',
    'Chi cục trực thuộc số 2',
    'Trung tâm trực thuộc số 1',
    'Trung tâm trực thuộc số 2',
    'Trung tâm trực thuộc số 3',
    'Chi cục trực thuộc số 3',
  ],
  clinic: [
    'Khối Hành chính',
    'Khối Nội',
    'Khối Ngoại',
    'Khối Cận lâm sàng',
    'Khối Hồi sức cấp cứu',
    'Khối Sản - Nhi',
    'Khối Chuyên khoa lẻ',
    'Khối Dược - Vật tư',
    'Khối Điều dưỡng',
    'Khối Khám bệnh',
  ],
  school: ['Tổ Tự nhiên', 'Tổ Xã hội', 'Tổ Hành chính', 'Tổ Ngoại ngữ - Tin học', 'Tổ Thể chất - Quốc phòng'],
  university: [
    'Khối Phòng ban 1',
    'Khối Phòng ban 2',
    'Khoa Cơ bản',
    'Khoa Chuyên ngành 1',
    'Khoa Chuyên ngành 2',
    'Khoa Chuyên ngành 3',
    'Khoa Lý luận chính trị',
    'Khoa Sau đại học',
    'Trung tâm Thực hành',
    'Sinh viên',
  ],
  enterprise: [
    'Văn phòng',
    'Phân xưởng 1',
    'Phân xưởng 2',
    'Phòng Kỹ thuật',
    'Phòng Kinh doanh',
    'Phân xưởng 3',
    'Đội Kho vận',
    'Chi nhánh số 1',
    'Chi nhánh số 2',
    'Chi nhánh số 3',
  ],
};

export function partName(profile: ProfileName, index: number): string {
  const names = parts[profile] ?? [];
  return names[index] ?? `Tổ số ${index + 1}`;
}

/** What is settled about an organisation before its cells are laid out. */
export type Plan = Omit<Organisation, 'cells'> & { cellCount: number; weights: readonly number[] };

/** An organisation with its cells; one that grew into a body had the cell that it was itself. */
export function layOut({ cellCount, weights, ...rest }: Plan): Organisation {
  const organisation: Organisation = { ...rest, cells: [] };
  const { code, place, profile, founded, isBody, upgradedOn, endedOn } = organisation;
  const own = (to: Day | null): BlocCell => ({
    code,
    name: `Chi bộ ${place}`,
    profile,
    organisation,
    from: founded,
    to,
    wish: weights[0] as number,
  });
  if (!isBody || upgradedOn !== null) organisation.cells.push(own(upgradedOn ?? endedOn));
  if (isBody)
    for (let i = 0; i < cellCount; i += 1)
      organisation.cells.push({
        code: `${code}.${String(i + 1).padStart(2, '0')}`,
        name: `Chi bộ ${partName(profile, i)}`,
        profile,
        organisation,
        from: upgradedOn ?? founded,
        to: endedOn,
        wish: weights[i] as number,
      });
  return organisation;
}

/** What the cells under committees tend to, so that all on a day together come to the published number. */
export function scaleWishes(organisations: readonly Organisation[], on: Day, members: number): void {
  const cells = cellsOn(organisations, on);
  const parts = cells.filter(({ code, organisation }) => code !== organisation.code);
  const own = cells.filter((cell) => !parts.includes(cell));
  const sum = (list: typeof cells) => list.reduce((total, { wish }) => total + wish, 0);
  const factor = (members - sum(own)) / sum(parts);
  for (const cell of parts) cell.wish *= factor;
}
