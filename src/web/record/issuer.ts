/** How a unit signs its papers: the committee of Đảng bộ xã M is Đảng ủy xã M, that of Đảng bộ tỉnh A is Tỉnh ủy A. */
export function issuerOf(unit: string): string {
  const own = { tỉnh: 'Tỉnh ủy', 'thành phố': 'Thành ủy', huyện: 'Huyện ủy', quận: 'Quận ủy', 'thị xã': 'Thị ủy' };
  for (const [level, committee] of Object.entries(own))
    if (unit.startsWith(`Đảng bộ ${level} `)) return `${committee} ${unit.slice(`Đảng bộ ${level} `.length)}`;
  return unit.replace(/^Đảng bộ /, 'Đảng ủy ');
}
