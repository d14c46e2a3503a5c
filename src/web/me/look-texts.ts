import { texts } from '#/platform/i18n/texts.ts';

export const useLookText = texts('own-looks', {
  vi: {
    looks: 'Ai đã xem hồ sơ của tôi',
    looksWhat:
      'Mỗi lần ai đó xem, in, xuất thông tin mật hay mở tệp về đồng chí là một dòng: ai, với vai trò gì, ở đâu, vì sao. Không ai xóa được dòng nào.',
    opened: 'Trường niêm phong về đồng chí đã được mở',
    openedWhat:
      'Đây là trường hợp đặc biệt: người mở phải ghi lý do, ủy ban kiểm tra được báo. Nếu thấy không đúng, đồng chí có thể hỏi ủy ban kiểm tra.',
    offices: 'Nơi nào xem được hồ sơ này, phần nào',
    officesWhat: 'Theo vai trò đang giao hôm nay, nơi gần nhất trước. Người vận hành máy chủ cũng đọc được.',
  },
  en: {
    looks: 'Who has looked at my record',
    looksWhat:
      'Each look at a sensitive value about you, each print, export or file opened is a line: who, in which role, where, why. No line can be erased.',
    opened: 'Something sealed about you has been opened',
    openedWhat:
      'This is out of the ordinary: whoever opened it had to give a reason, and the inspection commission was told. If it does not seem right, ask the commission.',
    offices: 'Which offices can read this record, and which part',
    officesWhat: 'By the roles held today, the nearest first. Whoever runs the server can read it too.',
  },
});
