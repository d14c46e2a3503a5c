import type { Bilingual } from '#/kernel/journal/kind.ts';

const word = (vi: string, en: string): Bilingual => ({ vi, en });

/** What helps to fill in a field, by its name, which the kinds of a part share; where a kind means another thing by it, by kind and name. */
export const hintWords: Readonly<Record<string, Bilingual>> = {
  effectiveOn: word('Ngày đầu tiên của tình trạng mới', 'The first day of the new state'),
  born: word('Biết đến tháng hoặc năm cũng được', 'Known to the month or year will do'),
  decisionReceivedOn: word('Từ ngày này tính hạn tổ chức lễ kết nạp', 'The time for the ceremony runs from it'),
  movedOn: word('Từ ngày này tính hạn làm thủ tục chuyển', 'The time for the transfer runs from it'),
  until: word('Bỏ trống nếu không có thời hạn', 'Empty when there is no end'),
  scheme: word('Bỏ trống: theo số chữ số', 'Empty: by the number of digits'),
  leftOn: word('Chỉ ghi nếu sổ không có', 'Only if the register does not know it'),
  successor: word('Đảng viên chưa được phân công riêng về đây', 'Members not assigned elsewhere come here'),
  assign: word('Bỏ trống: tất cả về tổ chức đảng tiếp nhận', 'Empty: all go to the successor'),
  decision: word('Chỉ ghi khi có nhiều quyết định còn hiệu lực', 'Only when several decisions are in force'),
  omitted: word('Chỉ ghi khi không xếp loại', 'Only when there is no grade'),
  destination: word('Chỉ ghi khi nơi đến không có trong sổ này', 'Only when it lies outside this register'),
  convened: word('Số phải có mặt, không kể người được miễn', 'Those who had to come, the exempt not counted'),
  args: word('Ví dụ: level = good', 'For example: level = good'),
  occasion: word('Ví dụ: 3-2, 19-5, tong-ket-nam', 'For example: 3-2, 19-5, year-end'),
  'vetting.concluded:occasion': word('Mỗi việc một kết luận riêng', 'A conclusion is for one occasion'),
  conclusion: word(
    'Được niêm phong. Chỉ chọn kết luận, không ghi nội dung hồ sơ hay điều thuộc bí mật nhà nước ở đâu cả',
    'Sealed. The conclusion alone: nothing of a file, nothing classified, in any field',
  ),
  confirmations: word(
    'Chỉ tên nơi xác nhận và ngày, không ghi nội dung',
    'Only which body and when, never what it wrote',
  ),
  term: word('Ví dụ: 2025-2030', 'For example: 2025-2030'),
  code: word('Viết liền, không trùng với mã khác', 'No spaces, not in use elsewhere'),
};
