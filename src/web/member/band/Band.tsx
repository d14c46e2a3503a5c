import type { Member, Spell } from '#/domain/members/member-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { useMemberText } from '../member-texts.ts';
import styles from './Band.module.css';
import { type Bar, lastWithRoom, layOutBand } from './lay-out.ts';

const laneNames = {
  standing: 'laneStanding',
  transit: 'laneTransit',
  exemption: 'laneExemption',
  suspension: 'laneSuspension',
  stay: 'laneStay',
  post: 'lanePost',
} as const;

/** Standing and units over time as a picture; the table under it says the same in words. */
export function Band({ member }: { member: Member }) {
  const say = useMemberText();
  const layout = layOutBand(member);
  if (layout === null) return null;
  const { lanes, ticks, unknownUntil, from, to } = layout;
  const hasProbation = lanes.some(({ bars }) => bars.some(({ spell }) => spell.kind === 'probationary'));
  return (
    <figure className={styles.band} aria-hidden>
      <div className={styles.lanes}>
        {lanes.map(({ track, bars }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a track may have several lanes
          <div key={`${track} ${at}`} className={styles.lane}>
            <span className={styles.label}>{lanes[at - 1]?.track === track ? '' : say(laneNames[track])}</span>
            <div className={styles.track}>
              {at === 0 && unknownUntil > 0 ? (
                <span className={styles.unknown} style={{ left: 0, width: percent(unknownUntil) }}>
                  {say('beforeRegister')}
                </span>
              ) : null}
              {bars.map((bar) => (
                <OneBar key={`${bar.spell.act} ${bar.start}`} bar={bar} />
              ))}
            </div>
          </div>
        ))}
        <div className={styles.lane}>
          <span className={styles.label} />
          <div className={styles.axis}>
            {ticks.map(({ at, label }) => (
              <span
                key={label}
                className={styles.tick}
                data-last={at > lastWithRoom ? true : undefined}
                style={{ left: percent(at) }}
              >
                {label}
              </span>
            ))}
          </div>
        </div>
      </div>
      <figcaption className={styles.caption}>
        {say('bandWhat', { from: writeDay(from), to: writeDay(to) })}
        {hasProbation ? ` · ${say('probationLegend')}` : ''}
      </figcaption>
    </figure>
  );
}

function OneBar({ bar: { spell, start, length, tint } }: { bar: Bar }) {
  const { language } = useLanguage();
  const say = useMemberText();
  const until = spell.to === null ? say('now') : writeDay(spell.to);
  const text = spell.track === 'standing' ? (spell.unit?.name ?? '') : spell.says[language];
  const whole = [spell.says[language], spell.unit?.name].filter(Boolean).join(', ');
  return (
    <span
      className={`${styles.bar} ${styles[classOf(spell)]} ${tint === 1 ? styles.second : ''}`}
      style={{ left: percent(start), width: percent(length) }}
      title={`${whole}: ${spell.from === null ? '…' : writeDay(spell.from)} – ${until}`}
    >
      {text}
    </span>
  );
}

function classOf({ track, kind }: Spell): 'probation' | 'official' | 'post' | 'away' {
  if (track === 'post') return 'post';
  if (track !== 'standing' || kind === 'in-transit') return 'away';
  return kind === 'probationary' ? 'probation' : 'official';
}

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;
