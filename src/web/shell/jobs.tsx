import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  ClockCircleOutlined,
  EditOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FormOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  InboxOutlined,
  QuestionCircleOutlined,
  SafetyOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useMay } from '../session.ts';

/**
 * The jobs there are, in the order of the day. `isNear`: under the thumb on a narrow screen, at most four; the others
 * stand behind "more" there. `needs`: the permission without which the page has nothing to show.
 */
const jobs = [
  { to: '/', icon: <HomeOutlined />, text: 'home', isNear: true, needs: 'figures.read' },
  { to: '/tree', icon: <ApartmentOutlined />, text: 'tree', isNear: false, needs: 'register.read' },
  { to: '/inbox', icon: <InboxOutlined />, text: 'inbox', isNear: false, needs: 'register.read' },
  { to: '/members', icon: <TeamOutlined />, text: 'members', isNear: true, needs: 'members.read' },
  { to: '/record', icon: <FormOutlined />, text: 'record', isNear: true, needs: 'acts.post' },
  { to: '/reports', icon: <FileTextOutlined />, text: 'reports', isNear: true, needs: 'reports.read' },
  { to: '/imports', icon: <ImportOutlined />, text: 'imports', isNear: false, needs: 'imports.make' },
  { to: '/journal', icon: <HistoryOutlined />, text: 'journal', isNear: false, needs: 'journal.read' },
  { to: '/access-log', icon: <AuditOutlined />, text: 'accessLog', isNear: false, needs: 'log.read' },
  { to: '/corrections', icon: <EditOutlined />, text: 'corrections', isNear: false, needs: 'corrections.read' },
  { to: '/retention', icon: <ClockCircleOutlined />, text: 'retention', isNear: false, needs: 'records.retain' },
  { to: '/figures', icon: <BarChartOutlined />, text: 'figures', isNear: false, needs: 'figures.read' },
  { to: '/templates', icon: <FileWordOutlined />, text: 'templates', isNear: false, needs: 'reports.read' },
  { to: '/access', icon: <SafetyOutlined />, text: 'access', isNear: false, needs: 'register.read' },
  { to: '/help', icon: <QuestionCircleOutlined />, text: 'help', isNear: false, needs: null },
] as const;

/** The jobs of the capacity that one works in. */
export function useJobs(): (typeof jobs)[number][] {
  const may = useMay();
  return jobs.filter(({ needs }) => needs === null || may(needs));
}

/** Pages that belong to no job of their own. */
const further = [
  { to: '/acts', needs: 'journal.read' },
  { to: '/register-7', needs: 'members.read' },
  { to: '/me', needs: 'self.read' },
  { to: '/accounts', needs: 'accounts.manage' },
  { to: '/proposals', needs: 'acts.propose' },
] as const;

/** The permission that a page needs and the capacity lacks. */
export function useLacking(path: string): string | null {
  const may = useMay();
  const own = [...jobs, ...further].find(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  const needs = own?.needs ?? null;
  return needs === null || may(needs) ? null : needs;
}
