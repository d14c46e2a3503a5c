import { CaretRightOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Day } from '#/platform/day.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import styles from './Changes.module.css';
import { useChangeText } from './change-texts.ts';

interface ChangeSliderProps {
  /** The first day of the span, and every day on which something changed. */
  stops: readonly Day[];
  days: readonly { on: Day; count: number }[];
  here: number;
  go: (at: number) => void;
  isPlaying: boolean;
  play: (isOn: boolean) => void;
}

/** The handle that walks the days of changes: by the mouse, by the arrows, or by itself. */
export function ChangeSlider({ stops, days, here, go, isPlaying, play }: ChangeSliderProps) {
  const say = useChangeText();
  const { language } = useLanguage();
  const on = stops[here] as Day;
  const count = days.find((day) => day.on === on)?.count;
  const text = say(count === undefined ? 'start' : 'at', {
    day: writeDay(on),
    count: writeNumber(count ?? 0, language),
  });
  const last = stops.length - 1;
  return (
    <div className={styles.slider}>
      <Button
        aria-label={say(isPlaying ? 'pause' : 'play')}
        icon={isPlaying ? <PauseOutlined /> : <CaretRightOutlined />}
        onClick={() => play(!isPlaying)}
      />
      <Button aria-label={say('before')} icon={<LeftOutlined />} disabled={here === 0} onClick={() => go(here - 1)} />
      <input
        type="range"
        className={styles.range}
        aria-label={say('handle')}
        aria-valuetext={text}
        min={0}
        max={last}
        value={here}
        onChange={(event) => go(Number(event.target.value))}
      />
      <Button
        aria-label={say('after')}
        icon={<RightOutlined />}
        disabled={here === last}
        onClick={() => go(here + 1)}
      />
      <output className={styles.day}>{text}</output>
    </div>
  );
}
