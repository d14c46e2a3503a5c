import type { Bilingual } from '#/kernel/journal/kind.ts';

/** What the preview says of a cell, a row or a plan, by the code of the problem. */
export const messages = {
  'cell.error': {
    vi: 'Ô có lỗi của bảng tính ({value}).',
    en: 'The cell holds an error of the spreadsheet ({value}).',
  },
  'cell.charset': {
    vi: 'Chữ gõ theo bảng mã cũ (TCVN3 hoặc VNI) giữa cột Unicode.',
    en: 'Text typed for an old font (ABC or VNI) in a Unicode column.',
  },
  'cell.ditto': {
    vi: 'Ô ghi "như trên": đề nghị chép ô phía trên.',
    en: 'The cell says "as above": the value above is proposed.',
  },
  'cell.day': {
    vi: 'Không phải ngày có thật (dd/mm/yyyy), tháng hay năm.',
    en: 'No day that exists (dd/mm/yyyy), month or year.',
  },
  'cell.day-short': { vi: 'Năm chỉ có hai chữ số.', en: 'The year has two digits only.' },
  'cell.day-swapped': { vi: 'Có lẽ tháng ghi trước ngày.', en: 'The month seems to stand before the day.' },
  'cell.day-number': { vi: 'Ngày bị lưu thành số.', en: 'The day is stored as a number.' },
  'cell.day-letters': {
    vi: 'Trong ngày có chữ cái giống chữ số.',
    en: 'Letters that look like digits stand in the day.',
  },
  'cell.whole-day': { vi: 'Cần đủ ngày, tháng, năm.', en: 'Day, month and year are needed.' },
  'cell.lost-zeros': {
    vi: 'Thiếu chữ số: có lẽ Excel đã bỏ số 0 ở đầu.',
    en: 'Too few digits: Excel seems to have dropped zeros in front.',
  },
  'cell.digits': { vi: 'Cần đúng {counts} chữ số.', en: 'Exactly {counts} digits are needed.' },
  'cell.digits-odd': {
    vi: 'Số chữ số khác thường (thường {counts}); ghi nguyên như vậy.',
    en: 'An unusual number of digits (usually {counts}); recorded as written.',
  },
  'cell.scientific': {
    vi: 'Số bị rút gọn (dạng E+), các chữ số sau đã mất.',
    en: 'The number was shortened (E+): its last digits are lost.',
  },
  'cell.old-identity': {
    vi: '9 chữ số: ghi là số CMND cũ, không phải số định danh.',
    en: '9 digits: recorded as the old identity number, not as the citizen id.',
  },
  'cell.not-listed': {
    vi: 'Không có trong danh mục "{list}"; giữ nguyên văn ở mục khác của phiếu.',
    en: 'Not in the list "{list}"; kept as written among the other items of the record.',
  },
  'cell.no-choice': { vi: 'Không có trong danh mục "{list}".', en: 'Not in the list "{list}".' },
  'cell.flag': {
    vi: 'Không phải Có hay Không; giữ nguyên văn ở mục khác của phiếu.',
    en: 'Neither yes nor no; kept as written among the other items.',
  },
  'cell.exemption': {
    vi: 'Ghi Hẳn (tuổi cao, sức yếu) hoặc Tạm (có thời hạn).',
    en: 'Write Hẳn (for good) or Tạm (for a time).',
  },
  'cell.two-marks': { vi: 'Hai ô cùng được đánh dấu cho một mục.', en: 'Two cells are marked for one item.' },
  'cell.after-opening': {
    vi: 'Ngày này sau ngày mở sổ; vào ngày mở sổ người này chưa như vậy.',
    en: 'This day is after the one that the register opens with; on that day it was not so yet.',
  },
  'cell.days-order': {
    vi: 'Ngày này trước ngày sinh hoặc ngày vào Đảng.',
    en: 'This day is before the day of birth or of admission.',
  },
  'cell.two-values': {
    vi: 'Hai cột nói khác nhau về cùng một điều.',
    en: 'Two columns say different things of the same.',
  },
  'cell.mark': { vi: 'Không phải dấu x.', en: 'No cross.' },
  'cell.text': { vi: 'Không đọc được: {reason}.', en: 'Cannot be read: {reason}.' },
  'cell.capitals': {
    vi: 'Họ tên viết hoa toàn bộ hoặc viết thường.',
    en: 'The name is in capitals, or in small letters.',
  },
  'cell.name-title': {
    vi: 'Họ tên có số thứ tự hoặc cách xưng hô ở đầu.',
    en: 'A number or a form of address stands before the name.',
  },
  'cell.formula': {
    vi: 'Họ tên bắt đầu như một công thức.',
    en: 'The name begins like a formula.',
  },
  'cell.name-odd': { vi: 'Họ tên có chữ số.', en: 'There are digits in the name.' },
  'cell.unit-unknown': {
    vi: 'Không có chi bộ "{name}" trong sổ hay trong kế hoạch nhập.',
    en: 'There is no cell "{name}" in the register or in the plan.',
  },
  'cell.unit-ambiguous': { vi: 'Có nhiều chi bộ tên "{name}".', en: 'Several cells are called "{name}".' },
  'cell.twice': { vi: 'Trùng với dòng {row}: {what}.', en: 'The same as in row {row}: {what}.' },
  'row.twice': { vi: 'Cả dòng giống hệt dòng {row}.', en: 'The whole row is the same as row {row}.' },
  'row.no-name': { vi: 'Dòng không có họ tên.', en: 'The row has no name.' },
  'row.no-cell': {
    vi: 'Không biết đảng viên thuộc chi bộ nào.',
    en: 'It is not known which cell the member belongs to.',
  },
  'row.no-status': { vi: 'Không biết chính thức hay dự bị.', en: 'It is not known whether official or probationary.' },
  'row.no-day': { vi: 'Chưa có ngày mở sổ.', en: 'There is no opening day.' },
  'row.no-code': {
    vi: 'Dòng không có mã, tên hoặc loại tổ chức.',
    en: 'The row lacks the code, name or kind of the unit.',
  },
  'row.total': {
    vi: 'Dòng tổng ghi {told}, phía trên có {counted} dòng.',
    en: 'The total says {told}; there are {counted} rows above.',
  },
  'row.superior-unknown': {
    vi: 'Không có tổ chức "{name}" trong sổ hay trong kế hoạch nhập; các chi bộ phía dưới được tìm theo tên trong toàn sổ.',
    en: 'There is no unit "{name}" in the register or in the plan; the cells below are looked for by name in the whole register.',
  },
  'row.passed': {
    vi: 'Dòng không đọc: không giống dòng đảng viên.',
    en: 'The row is not read: it does not look like a member.',
  },
  'member.has-left': {
    vi: 'Người này không còn là đảng viên ở đây ({words}): đề nghị bỏ dòng; việc chuyển đi, ra khỏi Đảng, từ trần thì ghi riêng.',
    en: 'This person is no longer a member here ({words}): leave the row out; record the leaving as an act of its own.',
  },
  'member.to-be-deleted': {
    vi: 'Dòng này được đề nghị xóa khỏi danh sách ({words}): đề nghị bỏ dòng.',
    en: 'This row is proposed to be deleted from the list ({words}): leave it out.',
  },
  'sheet.hidden': { vi: 'Trang ẩn, không đọc.', en: 'A hidden sheet; not read.' },
  'column.not-read': {
    vi: 'Cột "{heading}" có dữ liệu nhưng không được đọc.',
    en: 'The column "{heading}" has content but is not read.',
  },
  'plan.target': {
    vi: 'Cột {letters}: không có mục "{target}".',
    en: 'Column {letters}: there is no target "{target}".',
  },
  'plan.target-twice': { vi: 'Hai cột cùng được đọc vào "{target}".', en: 'Two columns are read into "{target}".' },
  'plan.no-name': { vi: 'Chưa chỉ ra cột họ tên.', en: 'No column holds the name.' },
  'plan.no-cell': {
    vi: 'Chưa biết các đảng viên của trang thuộc chi bộ nào.',
    en: 'It is not known to which cell the members of the sheet belong.',
  },
  'plan.no-status': {
    vi: 'Chưa biết lấy tình trạng chính thức hay dự bị từ đâu.',
    en: 'It is not told where the status comes from.',
  },
  'plan.no-opening': { vi: 'Chưa có ngày mở sổ.', en: 'There is no opening day.' },
  'plan.superior': {
    vi: 'Chưa biết cấp trên "{code}" của chi bộ mới "{name}".',
    en: 'The superior "{code}" of the new cell "{name}" is not known.',
  },
  'plan.code-taken': {
    vi: 'Mã "{code}" đã có trong sổ hoặc dùng hai lần.',
    en: 'The code "{code}" is in the register already, or used twice.',
  },
  'plan.sheet': { vi: 'Tệp không có trang "{sheet}".', en: 'The file has no sheet "{sheet}".' },
  'plan.units': {
    vi: 'Trang tổ chức cần cột mã, tên và loại.',
    en: 'A sheet of units needs the columns code, name and kind.',
  },
  'plan.nothing': { vi: 'Không có trang nào được đọc.', en: 'No sheet is read.' },
} as const satisfies Record<string, Bilingual>;
