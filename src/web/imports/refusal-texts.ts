import { texts } from '#/platform/i18n/texts.ts';

// What somebody does with a file that was refused, by the code of the problem.

const vi = {
  'table.extension':
    'Mở tệp bằng Excel hoặc LibreOffice, chọn «Lưu thành» (Save as), loại «Excel Workbook (.xlsx)», rồi gửi tệp mới.',
  'table.not-xlsx':
    'Tên tệp là .xlsx nhưng bên trong không phải. Mở bằng Excel, chọn «Lưu thành» loại .xlsx, rồi gửi tệp mới.',
  'table.not-csv': 'Mở bằng Excel, chọn «Lưu thành» loại .xlsx, rồi gửi tệp mới.',
  'table.encoding': 'Mở bằng Excel, chọn «Lưu thành» loại .xlsx (hoặc «CSV UTF-8»), rồi gửi tệp mới.',
  'table.encrypted': 'Mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc, bỏ mật khẩu, lưu rồi gửi lại.',
  'table.macros': 'Mở bằng Excel, chọn «Lưu thành» loại «Excel Workbook (.xlsx)» (không macro), rồi gửi tệp mới.',
  'table.external-links':
    'Trong Excel: Dữ liệu › Sửa liên kết › Ngắt liên kết (hoặc chép sang tệp mới bằng «Dán giá trị»), lưu rồi gửi lại.',
  'table.broken': 'Thử mở bằng Excel: nếu mở được, chọn «Lưu thành» một tệp .xlsx mới rồi gửi tệp ấy.',
  'table.too-large': 'Chép riêng các trang cần nhập sang một tệp mới (dán giá trị), rồi gửi tệp ấy.',
  'table.too-many-rows': 'Xóa các dòng trống ở cuối, hoặc tách danh sách thành vài tệp.',
  'table.too-many-columns': 'Chép các cột cần nhập sang một tệp mới, rồi gửi tệp ấy.',
  'table.empty': 'Mở tệp xem có đúng tệp cần nhập không, rồi gửi lại.',
  'upload.empty': 'Mở tệp xem có đúng tệp cần nhập không, rồi gửi lại.',
  'upload.broken-off': 'Gửi lại tệp.',
  'upload.too-large': 'Tách danh sách thành vài tệp nhỏ hơn.',
  'network.gone': 'Xem máy chủ Sổ Tay còn chạy không, rồi gửi lại. Chưa mất gì.',
  other: 'Chọn tệp khác, hoặc điền danh sách vào tệp mẫu.',
};

const en: typeof vi = {
  'table.extension':
    'Open it in Excel or LibreOffice, choose “Save as”, type “Excel Workbook (.xlsx)”, and send the new file.',
  'table.not-xlsx': 'It is called .xlsx but is none. Open it in Excel, save it as .xlsx, and send the new file.',
  'table.not-csv': 'Open it in Excel, save it as .xlsx, and send the new file.',
  'table.encoding': 'Open it in Excel, save it as .xlsx (or “CSV UTF-8”), and send the new file.',
  'table.encrypted': 'In Excel: File › Info › Protect workbook, take the password away, save, and send it again.',
  'table.macros': 'In Excel save it as “Excel Workbook (.xlsx)” (without macros), and send the new file.',
  'table.external-links':
    'In Excel: Data › Edit links › Break link (or copy into a new file by “Paste values”), save, and send it again.',
  'table.broken': 'Try to open it in Excel: if that works, save it as a new .xlsx and send that one.',
  'table.too-large': 'Copy the sheets you need into a new file (paste values), and send that one.',
  'table.too-many-rows': 'Delete the empty rows at the end, or split the list into several files.',
  'table.too-many-columns': 'Copy the columns you need into a new file, and send that one.',
  'table.empty': 'Look whether it is the right file, and send it again.',
  'upload.empty': 'Look whether it is the right file, and send it again.',
  'upload.broken-off': 'Send the file again.',
  'upload.too-large': 'Split the list into smaller files.',
  'network.gone': 'See whether the Sổ Tay server still runs, and send it again. Nothing is lost.',
  other: 'Choose another file, or fill the list into the template.',
};

const useText = texts('import-refusals', { vi, en });

/** What to do about a refused file. */
export function useAdvice(): (code: string | undefined) => string {
  const say = useText();
  return (code) => say(code !== undefined && code in vi ? (code as keyof typeof vi) : 'other');
}
