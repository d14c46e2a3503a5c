import { texts } from '#/platform/i18n/texts.ts';

export const useRevealText = texts('reveal', {
  vi: {
    masked: 'Đã ghi, không hiện',
    reveal: 'Xem',
    hide: 'Ẩn',
    revealOf: 'Xem {{label}}',
    hideOf: 'Ẩn {{label}}',
    what: 'Đây là thông tin mật. Lần xem này được ghi vào nhật ký truy cập: người xem, vai trò, lúc nào, lý do. Đảng viên và cơ quan kiểm tra đọc được dòng ấy.',
    sealedWhat:
      'Trường này được niêm phong. Mở ra là báo ngay cho ủy ban kiểm tra và người liên quan: ai mở, với vai trò gì, lúc nào, vì sao. Lý do phải rõ, ít nhất 20 ký tự.',
    reason: 'Lý do cần xem',
    mustReason: 'Hãy nêu lý do.',
    mustLong: 'Lý do phải có ít nhất 20 ký tự.',
    cancel: 'Thôi',
    logged: 'Đã ghi vào nhật ký truy cập. Tự ẩn sau 60 giây.',
  },
  en: {
    masked: 'Recorded, not shown',
    reveal: 'Show',
    hide: 'Hide',
    revealOf: 'Show {{label}}',
    hideOf: 'Hide {{label}}',
    what: 'This is sensitive. That you look is kept in the access log: who, in which capacity, when and why. The member and those who inspect can read that line.',
    sealedWhat:
      'This field is sealed. Opening it tells the inspection commission and whom it concerns at once: who, in which capacity, when and why. Give a clear reason of at least 20 characters.',
    reason: 'Why you need to see it',
    mustReason: 'Say why.',
    mustLong: 'The reason has at least 20 characters.',
    cancel: 'Cancel',
    logged: 'Kept in the access log. Hidden again after 60 seconds.',
  },
});
