import { Button } from 'antd';
import { accessActions } from '#/kernel/access/log-contract.ts';
import { Select } from '#/platform/ui/Select.tsx';
import { TypedField } from '#/platform/ui/TypedField.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { readTypedDay } from '../period/read-moment.ts';
import { usePlace } from '../place.ts';
import styles from './AccessFilters.module.css';
import { type AccessSearch, noFilters } from './access-search.ts';
import { useAccessText } from './access-texts.ts';
import { useNarrowing } from './use-accesses.ts';

/** What narrows the log; everything chosen stands in the address. */
export function AccessFilters({ search }: { search: AccessSearch }) {
  const say = useAccessText();
  const narrow = useNarrowing();
  const { unit } = usePlace();
  const isNarrowed = (Object.keys(noFilters) as (keyof AccessSearch)[]).some(
    (key) => key !== 'cursor' && search[key] !== undefined,
  );
  return (
    <section aria-label={say('filters')} className={`${styles.filters} not-printed`}>
      <Select
        label={say('action')}
        value={search.action ?? ''}
        options={[
          { value: '', label: say('anyAction') },
          ...accessActions.map((value) => ({ value, label: say(value) })),
        ]}
        choose={(action) => narrow({ action: (action || undefined) as AccessSearch['action'] })}
      />
      <TypedField
        key={`by ${search.by ?? ''}`}
        label={say('by')}
        value={search.by ?? ''}
        use={(by) => narrow({ by: by || undefined })}
      />
      {(['from', 'to'] as const).map((key) => (
        <TypedField
          key={`${key} ${search[key] ?? ''}`}
          label={say(key)}
          value={search[key] === undefined ? '' : writeDay(search[key])}
          use={(typed) => narrow({ [key]: typed === '' ? undefined : (readTypedDay(typed) ?? search[key]) })}
        />
      ))}
      <Select
        label={say('notices')}
        value={search.notice === undefined ? '' : '1'}
        options={[
          { value: '', label: say('anyNotice') },
          { value: '1', label: say('onlyNotices') },
        ]}
        choose={(notice) => narrow({ notice: notice || undefined })}
      />
      {unit === null ? null : (
        <Select
          label={say('where')}
          value={search.all === undefined ? '' : '1'}
          options={[
            { value: '', label: unit },
            { value: '1', label: say('everywhere') },
          ]}
          choose={(all) => narrow({ all: all || undefined })}
        />
      )}
      {search.person === undefined ? null : (
        <Button onClick={() => narrow({ person: undefined })}>{say('personFilter')} ✕</Button>
      )}
      {isNarrowed ? (
        <Button type="link" onClick={() => narrow(noFilters)}>
          {say('clear')}
        </Button>
      ) : null}
    </section>
  );
}
