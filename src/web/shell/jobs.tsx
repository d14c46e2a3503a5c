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
  UserOutlined,
} from '@ant-design/icons';
import { useMay } from '../session.ts';

/** What a job is for: what has to be done, where something is found, and who may do what. Help stands by itself. */
export const jobGroups = ['work', 'find', 'govern', 'aid'] as const;

/**
 * The jobs there are, in the order of the day. `isNear`: under the thumb on a narrow screen, at most four; the others
 * stand behind "more" there. `needs`: the permission without which the page has nothing to show.
 */
const jobs = [
  { to: '/', icon: <HomeOutlined />, text: 'home', group: 'work', isNear: true, needs: 'figures.read' },
  { to: '/inbox', icon: <InboxOutlined />, text: 'inbox', group: 'work', isNear: false, needs: 'register.read' },
  { to: '/record', icon: <FormOutlined />, text: 'record', group: 'work', isNear: true, needs: 'acts.post' },
  { to: '/imports', icon: <ImportOutlined />, text: 'imports', group: 'work', isNear: false, needs: 'imports.make' },
  {
    to: '/corrections',
    icon: <EditOutlined />,
    text: 'corrections',
    group: 'work',
    isNear: false,
    needs: 'corrections.read',
  },
  { to: '/members', icon: <TeamOutlined />, text: 'members', group: 'find', isNear: true, needs: 'members.read' },
  { to: '/tree', icon: <ApartmentOutlined />, text: 'tree', group: 'find', isNear: false, needs: 'register.read' },
  { to: '/reports', icon: <FileTextOutlined />, text: 'reports', group: 'find', isNear: true, needs: 'reports.read' },
  {
    to: '/templates',
    icon: <FileWordOutlined />,
    text: 'templates',
    group: 'find',
    isNear: false,
    needs: 'reports.read',
  },
  { to: '/figures', icon: <BarChartOutlined />, text: 'figures', group: 'find', isNear: false, needs: 'figures.read' },
  { to: '/journal', icon: <HistoryOutlined />, text: 'journal', group: 'find', isNear: false, needs: 'journal.read' },
  { to: '/access', icon: <SafetyOutlined />, text: 'access', group: 'govern', isNear: false, needs: 'register.read' },
  {
    to: '/accounts',
    icon: <UserOutlined />,
    text: 'accounts',
    group: 'govern',
    isNear: false,
    needs: 'accounts.manage',
  },
  { to: '/access-log', icon: <AuditOutlined />, text: 'accessLog', group: 'govern', isNear: false, needs: 'log.read' },
  {
    to: '/retention',
    icon: <ClockCircleOutlined />,
    text: 'retention',
    group: 'govern',
    isNear: false,
    needs: 'records.retain',
  },
  { to: '/help', icon: <QuestionCircleOutlined />, text: 'help', group: 'aid', isNear: false, needs: null },
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
  { to: '/proposals', needs: 'acts.propose' },
] as const;

/** The permission that a page needs and the capacity lacks. */
export function useLacking(path: string): string | null {
  const may = useMay();
  const own = [...jobs, ...further].find(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  const needs = own?.needs ?? null;
  return needs === null || may(needs) ? null : needs;
}
