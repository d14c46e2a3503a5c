/** A level with how the prose says it of several: "69 tổ chức hoàn thành tốt nhiệm vụ". */
export type Level = readonly [code: string, words: string];

const since2018: readonly Level[] = [
  ['excellent', 'hoàn thành xuất sắc nhiệm vụ'],
  ['good', 'hoàn thành tốt nhiệm vụ'],
  ['completed', 'hoàn thành nhiệm vụ'],
  ['not-completed', 'không hoàn thành nhiệm vụ'],
];

const unitsBefore: readonly Level[] = [
  ['clean-and-strong', 'trong sạch, vững mạnh'],
  ['good', 'hoàn thành tốt nhiệm vụ'],
  ['completed', 'hoàn thành nhiệm vụ'],
  ['weak', 'yếu kém'],
];

const membersBefore: readonly Level[] = [
  ['qualified-excellent', 'đủ tư cách, hoàn thành xuất sắc nhiệm vụ'],
  ['qualified-good', 'đủ tư cách, hoàn thành tốt nhiệm vụ'],
  ['qualified-completed', 'đủ tư cách, hoàn thành nhiệm vụ'],
  ['violated', 'vi phạm tư cách'],
];

// The four levels of today came with 132-QĐ/TW (8/3/2018): 2018 was the first year classified by them.
const NEW_SCALE = 2018;

export function levelsOf(of: 'units' | 'members', year: number): readonly Level[] {
  if (year >= NEW_SCALE) return since2018;
  return of === 'units' ? unitsBefore : membersBefore;
}

/** Whether the two years were classified by different scales: then they do not compare directly. */
export function isScaleBetween(a: number, b: number): boolean {
  return a < NEW_SCALE !== b < NEW_SCALE;
}
