import { UserOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { readMember } from '#/domain/members/member-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { Tabs } from '#/platform/ui/Tabs.tsx';
import { keepPlace, type Search } from '../address.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { Acts } from './Acts.tsx';
import { Course } from './Course.tsx';
import { Files } from './Files.tsx';
import { MemberHead } from './MemberHead.tsx';
import styles from './MemberPage.module.css';
import { useMemberText } from './member-texts.ts';
import { Seen } from './Seen.tsx';
import { Sheet } from './Sheet.tsx';
import { type MemberPart, type MemberSearch, memberParts } from './search.ts';
import { Tables } from './Tables.tsx';

/** One member on a day: who, where, since when, what is missing, and everything that was recorded. */
export function MemberPage() {
  const say = useMemberText();
  const { person } = useParams({ from: '/members/$person' });
  const { part = 'course' } = useSearch({ from: '/members/$person' }) as MemberSearch;
  const navigate = useNavigate();
  const { tenant, day, known } = usePlace();
  const { data, error, refetch } = useAsk(readMember, { person, tenant, on: day, knownAt: known ?? undefined });
  usePageTitle(data?.name, say('title'));
  if (error instanceof Problem && (error.code === 'person.unknown' || error.code === 'request.invalid'))
    return <Unknown />;
  if (error !== null) return <Wrong isPage error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={16} />;
  const show = (key: MemberPart) =>
    void navigate({
      to: '.',
      search: (before: Search & MemberSearch) => ({ ...before, part: key === 'course' ? undefined : key }),
      replace: true,
    } as never);
  const shown = {
    course: () => <Course member={data} />,
    acts: () => <Acts member={data} />,
    sheet: () => <Sheet member={data} />,
    tables: () => <Tables member={data} />,
    files: () => <Files member={data} />,
    seen: () => <Seen member={data} />,
  }[part];
  return (
    <div className={styles.page}>
      <MemberHead member={data} />
      <Tabs label={say('parts')} tabs={memberParts.map((key) => ({ key, label: say(key) }))} shown={part} show={show}>
        {shown()}
      </Tabs>
    </div>
  );
}

/** Nobody, or nobody whom the reader may see: it says the same of both. */
function Unknown() {
  const say = useMemberText();
  usePageTitle(say('unknown'));
  return (
    <State
      isPage
      role="alert"
      icon={<UserOutlined />}
      title={say('unknown')}
      actions={
        <Link to="/members" search={keepPlace}>
          {say('toMembers')}
        </Link>
      }
    >
      {say('unknownWhat')}
    </State>
  );
}
