import { texts } from '#/platform/i18n/texts.ts';

export const useCapacityText = texts('capacity', {
  vi: {
    capacity: 'Vai trò đang dùng',
    change: 'Đổi vai trò',
    wholeRegister: 'Toàn bộ sổ',
    delegated: 'được ủy quyền',
    until: 'đến {{day}}',
    needsSecondFactor: 'cần đăng nhập hai bước',
    choose: 'Chọn vai trò để làm việc',
    chooseWhat: 'Mỗi lúc chỉ làm việc theo một vai trò; đổi được ở mọi trang.',
    lacks: 'Trang này không thuộc vai trò đang dùng',
    lacksWhat: 'Vai trò “{{role}}” ({{unit}}) không có quyền “{{permission}}”.',
    lacksChange: 'Hãy đổi sang vai trò khác dưới đây, hoặc hỏi người quản trị của cấp ủy.',
    lacksAsk: 'Nếu việc này thuộc phần việc của đồng chí, hãy hỏi người quản trị của cấp ủy.',
    none: 'Chưa được giao vai trò',
    noneWhat: 'Hôm nay tài khoản này không giữ vai trò nào. Hãy hỏi người quản trị của cấp ủy.',
    noPages: 'Vai trò này chưa có trang nào ở đây',
    noPagesWhat:
      'Vai trò “{{role}}” không xem danh sách hay số liệu nào. Hãy đổi vai trò, hoặc hỏi người quản trị của cấp ủy.',
    ownAccount: 'Tài khoản của tôi: mật khẩu, bước thứ hai, các phiên',
    weak: 'Cần đăng nhập hai bước',
    weakWhat:
      'Vai trò “{{role}}” chỉ dùng được khi đăng nhập bằng mật khẩu và bước thứ hai. Hãy đặt bước thứ hai ở trang tài khoản.',
  },
  en: {
    capacity: 'The role you work in',
    change: 'Change the role',
    wholeRegister: 'The whole register',
    delegated: 'passed on to you',
    until: 'until {{day}}',
    needsSecondFactor: 'needs a second factor',
    choose: 'Choose the role to work in',
    chooseWhat: 'You work in one role at a time; it can be changed on every page.',
    lacks: 'This page is not of the role you work in',
    lacksWhat: 'The role “{{role}}” ({{unit}}) may not: “{{permission}}”.',
    lacksChange: 'Change to another role below, or ask the administrator of your committee.',
    lacksAsk: 'If it is part of your work, ask the administrator of your committee.',
    none: 'No role has been granted',
    noneWhat: 'This account holds no role today. Ask the administrator of your committee.',
    noPages: 'This role has no pages here yet',
    noPagesWhat:
      'The role “{{role}}” sees no lists or figures. Change the role, or ask the administrator of your committee.',
    ownAccount: 'My account: password, second factor, sessions',
    weak: 'A second factor is needed',
    weakWhat:
      'The role “{{role}}” works only after signing in with a password and a second factor. Set one up on the page of your account.',
  },
});
