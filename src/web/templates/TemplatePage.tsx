import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { readUnit } from '#/domain/units/unit-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting } from '#/platform/ui/states.tsx';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Refused } from '../Refused.tsx';
import { useNumberedTitle } from '../reports/short-name.ts';
import { ChangeTemplate } from './ChangeTemplate.tsx';
import { InForcePart } from './InForcePart.tsx';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';
import { useTemplates, useWhose, type Whose } from './use-templates.ts';

/** The template of one report: which is in force, and how it is changed. */
export function TemplatePage() {
  const say = useTemplateText();
  const { language } = useLanguage();
  const { report } = useParams({ from: '/templates/$report' });
  const whose = useWhose();
  const { data, error, refetch } = useTemplates(whose);
  const numbered = useNumberedTitle();
  const shown = data?.templates.find(({ name }) => name === report);
  usePageTitle(shown?.title[language], say('title'));
  return (
    <div className={styles.page}>
      <header>
        <Link to="/templates" search={keepPlace} className={styles.back}>
          ‹ {say('title')}
        </Link>
        <h1>{shown === undefined ? say('title') : numbered(report, shown.title[language])}</h1>
      </header>
      {error !== null ? (
        <Refused error={error} retry={() => void refetch()} unit={whose?.unit ?? ''} />
      ) : data === undefined || whose === null ? (
        <Waiting lines={12} />
      ) : shown === undefined ? (
        <Nothing title={say('unknown', { name: report })} />
      ) : (
        <One key={`${report} ${whose.unit}`} report={report} own={shown.own} whose={whose} />
      )}
    </div>
  );
}

type Own = Parameters<typeof InForcePart>[0]['own'];

function One({ report, own, whose }: { report: string; own: Own; whose: Whose }) {
  const { data } = useAsk(readUnit, { code: whose.unit, tenant: whose.tenant, on: whose.on });
  const unitName = data?.name ?? whose.unit;
  const [takenBack, setTakenBack] = useState(0); // what was said of the file before is over then
  return (
    <>
      <InForcePart
        report={report}
        own={own}
        whose={whose}
        unitName={unitName}
        taken={() => setTakenBack(takenBack + 1)}
      />
      <ChangeTemplate key={takenBack} report={report} whose={whose} unitName={unitName} />
    </>
  );
}
