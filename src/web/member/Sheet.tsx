import type { Member, SheetItem } from '#/domain/members/member-contract.ts';
import { revealField } from '#/domain/members/reveal-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { termsIn } from '../help/phrases.ts';
import { Terms } from '../help/Terms.tsx';
import { Masked } from '../reveal/Masked.tsx';
import { useMemberText } from './member-texts.ts';
import styles from './Sheet.module.css';

/** The record sheet 2-HSĐV in its order; what is not recorded is said, what is sensitive is masked. */
export function Sheet({ member }: { member: Member }) {
  const { sheet, on } = member;
  const say = useMemberText();
  const { language } = useLanguage();
  const labels = termsIn(
    sheet.map(({ label }) => label[language]),
    language,
  );
  return (
    <div className={styles.sheet}>
      <p className={styles.lead}>{say('sheetLead', { day: writeDay(on) })}</p>
      <dl className={styles.items}>
        {sheet.map((item, at) => (
          <div key={item.key} className={styles.item}>
            <dt>
              <span className={styles.no}>{String(item.no).padStart(2, '0')}</span> <Terms pieces={labels[at] ?? []} />
            </dt>
            <dd>
              <Lines item={item} member={member} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Lines({ item, member: { person, tenant, on } }: { item: SheetItem; member: Member }) {
  const say = useMemberText();
  const { language } = useLanguage();
  return item.lines.map(({ label, text, isSensitive, reveal }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of an item have nothing but their place
    <div key={at} className={styles.line}>
      {label === null ? null : <span className={styles.label}>{label[language]}: </span>}
      {text === null ? (
        <span className={styles.empty}>{say('empty')}</span>
      ) : isSensitive ? (
        <Masked
          label={(label ?? item.label)[language]}
          ask={reveal === null ? null : (reason) => ask(revealField, { id: person, field: reveal, on, tenant, reason })}
        />
      ) : (
        text[language]
      )}
    </div>
  ));
}
