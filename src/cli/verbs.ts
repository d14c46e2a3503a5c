import type { Command } from 'commander';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Terminal } from './terminal.ts';

interface Verb {
  summary: Bilingual;
  /** Only the verb that was asked for is loaded: starting is most of what a figure costs. */
  load: () => Promise<{ define: (command: Command, terminal: Terminal) => void }>;
}

/** The verbs of the command line. */
export const verbs: Readonly<Record<string, Verb>> = {
  serve: {
    summary: { vi: 'Chạy máy chủ API trên máy này (127.0.0.1)', en: 'Serve the API on this machine (127.0.0.1)' },
    load: () => import('./verbs/serve.ts'),
  },
  link: {
    summary: {
      vi: 'In một liên kết khác để mở trang của máy chủ đang chạy',
      en: 'Print another link that opens the page of the running server',
    },
    load: () => import('./verbs/link.ts'),
  },
  demo: {
    summary: { vi: 'Nạp dữ liệu mẫu về những người không có thật', en: 'Load a demo about people who do not exist' },
    load: () => import('./verbs/demo.ts'),
  },
  import: {
    summary: { vi: 'Nhập một tệp nhật ký, hoặc gỡ một lần nhập', en: 'Import a file of acts, or undo an import' },
    load: () => import('./verbs/import.ts'),
  },
  export: {
    summary: { vi: 'Xuất toàn bộ nhật ký hoặc danh sách đảng viên', en: 'Export the whole journal, or the members' },
    load: () => import('./verbs/export.ts'),
  },
  figure: {
    summary: { vi: 'Tính một số liệu, mở danh sách đứng sau nó', en: 'Count a figure, open the list behind it' },
    load: () => import('./verbs/figure.ts'),
  },
  figures: {
    summary: { vi: 'Danh mục số liệu và định nghĩa', en: 'The catalogue of figures with their definitions' },
    load: () => import('./verbs/figures.ts'),
  },
  kinds: {
    summary: { vi: 'Các loại việc ghi được và các trường của chúng', en: 'The kinds of acts with their fields' },
    load: () => import('./verbs/kinds.ts'),
  },
  report: {
    summary: { vi: 'Lập một biểu thống kê', en: 'Compute a statistical form' },
    load: () => import('./verbs/report.ts'),
  },
  inbox: {
    summary: {
      vi: 'Việc cần xem của một đơn vị: đề nghị chờ ghi, chuyển đến, việc đến hạn',
      en: 'What waits for a unit: proposals, transfers to receive, what comes due',
    },
    load: () => import('./verbs/inbox.ts'),
  },
  template: {
    summary: {
      vi: 'Mẫu Word của đơn vị: xem, tải về, kiểm tra, gửi lên, thôi dùng',
      en: 'Word templates of an office: list, get, check, put, remove',
    },
    load: () => import('./verbs/template.ts'),
  },
  seal: {
    summary: {
      vi: 'Niêm phong nhật ký và in đầu chuỗi niêm phong',
      en: 'Seal the journal and print the head of the chain',
    },
    load: () => import('./verbs/seal.ts'),
  },
  verify: {
    summary: { vi: 'Kiểm tra niêm phong, dữ kiện và ràng buộc', en: 'Check seals, facts and constraints' },
    load: () => import('./verbs/verify.ts'),
  },
  erase: {
    summary: {
      vi: 'Thông tin mật đến hạn xóa: xem, đề nghị, duyệt (hai người)',
      en: 'Sensitive values due to be erased: list, ask, approve (two people)',
    },
    load: () => import('./verbs/erase.ts'),
  },
  backup: {
    summary: { vi: 'Sao lưu một sổ vào tệp', en: 'Back a register up to a file' },
    load: () => import('./verbs/backup.ts'),
  },
  restore: {
    summary: { vi: 'Khôi phục sổ từ tệp sao lưu', en: 'Restore a register from a backup' },
    load: () => import('./verbs/restore.ts'),
  },
  admin: {
    summary: {
      vi: 'Tài khoản: tạo, xem, khôi phục cho người mất mật khẩu',
      en: 'Accounts: create, list, recover for somebody who lost the password',
    },
    load: () => import('./verbs/admin.ts'),
  },
  key: {
    summary: { vi: 'Thay khóa mã hóa các giá trị mật', en: 'Change the key of the sensitive values' },
    load: () => import('./verbs/key.ts'),
  },
  tenants: {
    summary: { vi: 'Các đảng bộ trực thuộc Trung ương có sổ ở đây', en: 'The tenants whose registers lie here' },
    load: () => import('./verbs/tenants.ts'),
  },
};
