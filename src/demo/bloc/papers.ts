import type { Day } from '#/platform/day.ts';
import type { DraftPaper, Series } from '../drafts.ts';
import { between, type Random } from '../random.ts';
import type { Superior } from './case.ts';
import { type BlocCell, isBodyOn, nameOn, type Organisation } from './tree.ts';

const types: Record<string, string> = {
  QĐ: 'Quyết định',
  BC: 'Báo cáo',
  NQ: 'Nghị quyết',
  CT: 'Chỉ thị',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  HD: 'Hướng dẫn',
  KL: 'Kết luận',
  TB: 'Thông báo',
  QC: 'Quy chế',
  GTSHĐ: 'Giấy giới thiệu sinh hoạt đảng',
};

/** Sorts of paper of which an issuer writes more than the journal has. */
const gaps: Record<string, number> = { QĐ: 3, BC: 4, TB: 3, GTSHĐ: 1 };

const newYears = Array.from({ length: 40 }, (_, i): Day => `${2000 + i}-01-01`);

/** Who signs what in a bloc: numbers run through a term and begin again at the congress. */
export class Papers {
  readonly #r: Random;
  readonly #province: { name: string; congresses: readonly Day[] };
  readonly #opening: Day;
  readonly #series = new Map<string, Series>();

  constructor(r: Random, opening: Day, province: { name: string; congresses: readonly Day[] }) {
    this.#r = r;
    this.#opening = opening;
    this.#province = province;
  }

  #paper(issuer: string, sort: string, letters: string, restarts: readonly Day[], from: number, on: Day): DraftPaper {
    const key = `${issuer} ${sort}`;
    let series = this.#series.get(key);
    if (series === undefined) {
      const suffix = letters === '' ? sort : `${sort}/${letters}`;
      const later = restarts.filter((day) => day > this.#opening);
      series = { issuer, suffix, type: types[sort] as string, from, gap: gaps[sort] ?? 1, restarts: later };
      this.#series.set(key, series);
    }
    return { series, issuedOn: on };
  }

  ofProvince(sort: string, on: Day): DraftPaper {
    const { name, congresses } = this.#province;
    return this.#paper(`Tỉnh ủy ${name}`, sort, 'TU', congresses, between(this.#r, 200, 900), on);
  }

  /** A committee that is new begins at 1; of an old one the journal sees only the end of a term. */
  ofBloc({ committee, congresses, decisions }: Superior, sort: string, on: Day): DraftPaper {
    const from = sort === 'QĐ' ? decisions : Math.floor(decisions / 20);
    return this.#paper(committee, sort, 'ĐUK', congresses, from, on);
  }

  ofCommission({ committee, congresses }: Superior, sort: string, on: Day): DraftPaper {
    return this.#paper(`Ủy ban Kiểm tra ${committee}`, sort, 'UBKTĐUK', congresses, 0, on);
  }

  /** A letter of transfer: by the department of organisation, numbered by the year. */
  letter({ committee }: Superior, on: Day): DraftPaper {
    return this.#paper(`Ban Tổ chức ${committee}`, 'GTSHĐ', '', newYears, 0, on);
  }

  ofGrassroots(organisation: Organisation, sort: string, on: Day): DraftPaper {
    const isBody = isBodyOn(organisation, on);
    const issuer = isBody ? `Đảng ủy ${organisation.place}` : `Chi bộ ${organisation.place}`;
    return this.#paper(issuer, sort, isBody ? 'ĐU' : 'CB', organisation.congresses, between(this.#r, 0, 30), on);
  }

  ofGrassrootsCommission(organisation: Organisation, sort: string, on: Day): DraftPaper {
    const issuer = `Ủy ban Kiểm tra Đảng ủy ${organisation.place}`;
    return this.#paper(issuer, sort, 'UBKTĐU', organisation.congresses, 0, on);
  }

  /** A cell counts its papers by the year. */
  ofCell(cell: BlocCell, sort: string, on: Day): DraftPaper {
    const isOwn = cell.code === cell.organisation.code;
    const issuer = isOwn ? cell.name : `${cell.name}, ${nameOn(cell.organisation, on)}`;
    return this.#paper(issuer, sort, 'CB', newYears, 0, on);
  }
}
