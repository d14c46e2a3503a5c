import { BarChartOutlined, FileTextOutlined, FileWordOutlined, ImportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import styles from './NavColumn.module.css';
import { Settings } from './Settings.tsx';
import { useShellText } from './shell-texts.ts';

/** The jobs there are, in the order of the day; a new one is a line here and a route in `router.tsx`. */
const jobs = [
  { to: '/reports', icon: <FileTextOutlined />, text: 'reports' },
  { to: '/imports', icon: <ImportOutlined />, text: 'imports' },
  { to: '/figures', icon: <BarChartOutlined />, text: 'figures' },
  { to: '/templates', icon: <FileWordOutlined />, text: 'templates' },
] as const;

/** One column of navigation by job; on a narrow screen a bar at the bottom, under the thumb. */
export function NavColumn() {
  const say = useShellText();
  return (
    <div className={`${styles.column} not-printed`}>
      <div className={styles.name} aria-hidden>
        <span className={styles.mark}>ST</span>
        <span>{say('app')}</span>
      </div>
      <nav aria-label={say('navigation')} className={styles.jobs}>
        <ul>
          {jobs.map(({ to, icon, text }) => (
            <li key={to}>
              <Link to={to} search={keepPlace} className={styles.job} activeProps={{ className: styles.here }}>
                <span aria-hidden>{icon}</span>
                <span>{say(text)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.settings}>
        <Settings isSignedIn />
      </div>
    </div>
  );
}

/** Another job starts at the same place and time, with nothing opened over it. */
function keepPlace({ unit, tenant, period, known }: Record<string, unknown>) {
  return { unit, tenant, period, known } as never;
}
