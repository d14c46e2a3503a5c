import type { Member } from '#/domain/members/member-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
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
