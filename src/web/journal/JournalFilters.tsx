import { Button } from 'antd';
import { useState } from 'react';
import { listKinds } from '#/kernel/journal/contract.ts';
import { actSources } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Select } from '#/platform/ui/Select.tsx';
import { TypedField } from '#/platform/ui/TypedField.tsx';
import { vietnamese, writeDay } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { readTypedDay } from '../period/read-moment.ts';
import { usePlace } from '../place.ts';
import styles from './JournalFilters.module.css';
import type { JournalSearch } from './journal-search.ts';
import { noFilters } from './journal-search.ts';
import { useJournalText } from './journal-texts.ts';
import { filterCount, useNarrowing } from './use-journal.ts';

const days = ['effectiveFrom', 'effectiveTo', 'recordedFrom', 'recordedTo'] as const;
const further = [...days, 'by', 'withdrawn', 'source', 'import', 'person'] as const;

/** What narrows the list; everything chosen stands in the address. */
export function JournalFilters({ search }: { search: JournalSearch }) {
  const say = useJournalText();
  const narrow = useNarrowing();
  const { unit } = usePlace();
  const count = filterCount(search);
  const [isOpen, setOpen] = useState(() => hasFurther(search));
  return (
    <section aria-label={say('filters')} className={`${styles.filters} not-printed`}>
      <div className={styles.row}>
        <KindSelect value={search.kind} choose={(kind) => narrow({ kind })} />
        <div className={styles.wide}>
          <TypedField
            key={search.q ?? ''}
            label={say('paper')}
            value={search.q ?? ''}
            use={(q) => narrow({ q: q || undefined })}
          />
        </div>
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
      </div>
      {isOpen ? <Further search={search} narrow={narrow} /> : null}
      <div className={styles.row}>
        <Choices
          label={say('order')}
          value={search.order ?? 'recorded'}
          choices={(['recorded', 'effective'] as const).map((value) => ({ value, label: say(value) }))}
          choose={(order) => narrow({ order })}
        />
        <Button type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? 'less' : 'more')}
        </Button>
        {count > 0 ? (
          <Button type="link" onClick={() => narrow(noFilters)}>
            {say('clear')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** Whether something narrows the list that stands behind "more". */
function hasFurther(search: JournalSearch): boolean {
  return further.some((key) => search[key] !== undefined);
}

function KindSelect({ value, choose }: { value: string | undefined; choose: (kind: string | undefined) => void }) {
  const say = useJournalText();
  const { language } = useLanguage();
  const { data } = useAsk(listKinds, {});
  const kinds = (data?.kinds ?? [])
    .map(({ kind, title }) => ({ value: kind, label: title[language] }))
    .toSorted((a, b) => vietnamese.compare(a.label, b.label));
  return (
    <Select
      label={say('kind')}
      value={value ?? ''}
      options={[{ value: '', label: say('anyKind') }, ...kinds]}
      choose={(kind) => choose(kind || undefined)}
    />
  );
}

function Further({ search, narrow }: { search: JournalSearch; narrow: (change: Partial<JournalSearch>) => void }) {
  const say = useJournalText();
  return (
    <div className={styles.row}>
      {days.map((key) => {
        const day = search[key];
        return (
          <TypedField
            key={`${key} ${day ?? ''}`}
            label={say(key)}
            value={day === undefined ? '' : writeDay(day)}
            use={(typed) => narrow({ [key]: typed === '' ? undefined : (readTypedDay(typed) ?? day) })}
          />
        );
      })}
      <TypedField
        key={`by ${search.by ?? ''}`}
        label={say('recordedBy')}
        value={search.by ?? ''}
        use={(by) => narrow({ by: by || undefined })}
      />
      <Select
        label={say('isWithdrawn')}
        value={search.withdrawn ?? ''}
        options={(['', 'no', 'yes'] as const).map((value) => ({ value, label: say(value || 'any') }))}
        choose={(withdrawn) => narrow({ withdrawn: (withdrawn || undefined) as JournalSearch['withdrawn'] })}
      />
      <Select
        label={say('source')}
        value={search.source ?? ''}
        options={[
          { value: '', label: say('any') },
          ...actSources.map((value) => ({ value, label: say(`source-${value}`) })),
        ]}
        choose={(source) => narrow({ source: (source || undefined) as JournalSearch['source'] })}
      />
      {search.person === undefined ? null : (
        <Button onClick={() => narrow({ person: undefined })}>{say('personFilter')} ✕</Button>
      )}
    </div>
  );
}
