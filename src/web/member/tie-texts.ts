import { texts } from '#/platform/i18n/texts.ts';

export const useTieText = texts('tie', {
  vi: {
    title: 'Tài khoản của đảng viên này',
    what: 'Tài khoản được gắn thì mở được toàn bộ hồ sơ của chính người ấy, kể cả trường mật.',
    none: 'Chưa gắn tài khoản nào.',
    own: 'Đây là tài khoản của đồng chí: cán bộ khác thôi gắn.',
    tied: 'Gắn ngày {{day}}, người gắn {{by}}: {{reason}}',
    past: 'Các lần gắn trước ({{count}})',
    ended: '{{login}}: {{from}} – {{to}}, {{by}} gắn, {{endedBy}} thôi gắn: {{reason}}',
    tie: 'Gắn tài khoản',
    tieTitle: 'Gắn tài khoản với {{name}}',
    tieWhat:
      'Hỏi chính đảng viên tên đăng nhập; sổ không có danh sách để tra. Tên ghi ở tài khoản phải đúng, để không mở hồ sơ cho người khác.',
    login: 'Tên đăng nhập',
    accountName: 'Họ tên ghi ở tài khoản',
    untie: 'Thôi gắn',
    untieTitle: 'Thôi gắn tài khoản {{login}}',
    untieWhat: 'Tài khoản không mở được hồ sơ này nữa, có hiệu lực ngay. Việc đã gắn vẫn còn ghi lại.',
    needed: 'Phải điền ô này.',
  },
  en: {
    title: 'The account of this member',
    what: 'The account that is tied opens all of this person’s record, sensitive fields too, as their own.',
    none: 'No account is tied.',
    own: 'It is your own account: another officer ends the tie.',
    tied: 'Tied on {{day}} by {{by}}: {{reason}}',
    past: 'Earlier ties ({{count}})',
    ended: '{{login}}: {{from}} – {{to}}, tied by {{by}}, ended by {{endedBy}}: {{reason}}',
    tie: 'Tie an account',
    tieTitle: 'Tie an account to {{name}}',
    tieWhat:
      'Ask the member for the login: there is no list to look it up in. The name has to be that of the account, so that nobody else’s account opens the record.',
    login: 'Login',
    accountName: 'Name on the account',
    untie: 'End the tie',
    untieTitle: 'End the tie of {{login}}',
    untieWhat: 'The account does not open this record any more, at once. That it did stays recorded.',
    needed: 'Fill this in.',
  },
});
