import { EditOutlined, FilePdfOutlined, FileWordOutlined, FormOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type Member, readMemberSheet } from '#/domain/members/member-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { WhyButton } from '../access/WhyButton.tsx';
import { fileAddress } from '../ask.ts';
import { AskDialog } from '../corrections/AskDialog.tsx';
import { usePlace } from '../place.ts';
import { forForm } from '../record/record-search.ts';
import { saveFile } from '../save-file.ts';
import { useMay } from '../session.ts';
import { Age } from './Age.tsx';
import { Badge } from './Badge.tsx';
import styles from './MemberHead.module.css';
import { MissingList } from './MissingList.tsx';
import { useMemberText } from './member-texts.ts';
import { Photo } from './Photo.tsx';
import { Placement } from './Placement.tsx';

/** Who it is, where the member stands on the day, and what is to be done next. */
export function MemberHead({ member }: { member: Member }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const { name, code, card } = member;
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <Photo member={member} />
        <div className={styles.text}>
          <h1 className={styles.name}>{name}</h1>
          <p className={styles.numbers}>
            {code === null ? null : <span>{say('code', { code })}</span>}
            {card === null ? null : (
              <span>
                {card.scheme[language]}: {card.number}
              </span>
            )}
          </p>
          <Placement member={member} />
          <Actions member={member} />
        </div>
      </div>
      <div className={styles.facts}>
        <Age member={member} />
        <Badge member={member} />
        <MissingList member={member} />
      </div>
    </header>
  );
}

function Actions({ member }: { member: Member }) {
  const say = useMemberText();
  const may = useMay();
  const { known } = usePlace();
  const { person, tenant, on } = member;
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending, error, variables } = useMutation({
    networkMode: 'always',
    mutationFn: (format: 'pdf' | 'docx') =>
      saveFile(fileAddress(readMemberSheet, { person, tenant, on, knownAt: known ?? undefined, format })),
  });
  return (
    <div className={`${styles.actions} not-printed`}>
      <Button
        icon={<FilePdfOutlined aria-hidden />}
        loading={isPending && variables === 'pdf'}
        onClick={() => mutate('pdf')}
      >
        {say('print')}
      </Button>
      <Button
        icon={<FileWordOutlined aria-hidden />}
        loading={isPending && variables === 'docx'}
        onClick={() => mutate('docx')}
      >
        {say('printWord')}
      </Button>
      {may('acts.post') ? (
        <Link to="/record" search={forForm({ person })} className={styles.record}>
          <FormOutlined aria-hidden /> {say('recordAct')}
        </Link>
      ) : null}
      <WhyButton person={person} tenant={tenant} />
      {may('corrections.ask') ? (
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {say('askCorrection')}
        </Button>
      ) : null}
      {isAsking ? <AskDialog person={person} tenant={tenant} close={() => setAsking(false)} /> : null}
      {error === null ? null : <WrongLine error={error} />}
    </div>
  );
}
