import {
  ApartmentOutlined,
  BarChartOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FormOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  QuestionCircleOutlined,
  TeamOutlined,
} from '@ant-design/icons';

/**
 * The jobs there are, in the order of the day. `isNear`: under the thumb on a narrow screen, at most four; the others
 * stand behind "more" there.
 */
export const jobs = [
  { to: '/', icon: <HomeOutlined />, text: 'home', isNear: true },
  { to: '/tree', icon: <ApartmentOutlined />, text: 'tree', isNear: false },
  { to: '/members', icon: <TeamOutlined />, text: 'members', isNear: true },
  { to: '/record', icon: <FormOutlined />, text: 'record', isNear: true },
  { to: '/reports', icon: <FileTextOutlined />, text: 'reports', isNear: true },
  { to: '/imports', icon: <ImportOutlined />, text: 'imports', isNear: false },
  { to: '/journal', icon: <HistoryOutlined />, text: 'journal', isNear: false },
  { to: '/figures', icon: <BarChartOutlined />, text: 'figures', isNear: false },
  { to: '/templates', icon: <FileWordOutlined />, text: 'templates', isNear: false },
  { to: '/help', icon: <QuestionCircleOutlined />, text: 'help', isNear: false },
] as const;
