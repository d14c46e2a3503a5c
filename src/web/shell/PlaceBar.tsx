import { HistoryOutlined } from '@ant-design/icons';
import { useMatches } from '@tanstack/react-router';
import { Button } from 'antd';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { DayPicker } from '../period/DayPicker.tsx';
import { KnownAt } from '../period/KnownAt.tsx';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { usePeriodText } from '../period/period-texts.ts';
import { useGoTo, usePlace } from '../place.ts';
import { UnitPicker } from '../units/UnitPicker.tsx';
import { Capacity } from './Capacity.tsx';
import styles from './PlaceBar.module.css';
import { Underway } from './Underway.tsx';

/** Where in the tree, over which period or on which day, as known when: the same on every page, and in its address. */
export function PlaceBar() {
  const time = useMatches({ select: (matches) => matches.at(-1)?.staticData.time });
  const isNarrow = useNarrow();
  return (
    <header className={`${styles.header} not-printed`}>
      {isNarrow ? <Capacity /> : null}
      <div className={styles.bar}>
        <div className={styles.unit}>
          <UnitPicker />
        </div>
        <PaletteButton />
        <div className={styles.time}>
          {time === 'day' ? <DayPicker /> : <PeriodPicker />}
          <KnownAt />
        </div>
      </div>
      <PastBand />
      <Underway />
    </header>
  );
}

/** Figures of the past look like today's: the band says that they are not. */
function PastBand() {
  const say = usePeriodText();
  const { known } = usePlace();
  const goTo = useGoTo();
  if (known === null) return null;
  return (
    <div className={styles.past} role="status">
      <HistoryOutlined aria-hidden />
      <span>{say('pastBand', { moment: writeMoment(known) })}</span>
      <Button size="small" onClick={() => goTo({ known: undefined })}>
        {say('backToNow')}
      </Button>
    </div>
  );
}
