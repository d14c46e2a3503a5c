import { texts } from '#/platform/i18n/texts.ts';

export const useMembersPartText = texts('unit-members', {
  vi: {
    byUnit: 'Theo đơn vị trực thuộc',
    byCell: 'Đảng viên của chi bộ',
    total: '{{count}} đảng viên ngày {{day}}',
    unit: 'Đơn vị',
    count: 'Đảng viên',
    beside: 'So với nhau',
    own: '{{name}} (của chính đơn vị, đang chuyển)',
    none: 'Không có đảng viên nào trong danh sách ngày này.',
    open: 'Mở danh sách {{count}} đảng viên',
  },
  en: {
    byUnit: 'By subordinate unit',
    byCell: 'Members of the cell',
    total: '{{count}} members on {{day}}',
    unit: 'Unit',
    count: 'Members',
    beside: 'Beside each other',
    own: '{{name}} (its own, in transit)',
    none: 'No member is on the list on this day.',
    open: 'Open the list of {{count}} members',
  },
});
