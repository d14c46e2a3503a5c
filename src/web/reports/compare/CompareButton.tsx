import { SwapOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { readUnit } from '#/domain/units/unit-contract.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { useAsk } from '../../ask.ts';
import { usePlace } from '../../place.ts';
import { UnitSearch } from '../../units/UnitSearch.tsx';
import { UnitTree } from '../../units/UnitTree.tsx';
import tools from '../ReportTools.module.css';
import { lastYearKey, useReportSearch } from '../report-search.ts';
import styles from './Comparison.module.css';
import { useCompareText } from './compare-texts.ts';

/** What the report is compared with: last year, or another unit found in the tree or by its name. */
export function CompareButton() {
  const say = useCompareText();
  const [{ against }, change] = useReportSearch();
  const [open, setOpen] = useState(false);
  const choose = (next: string | undefined) => {
    setOpen(false);
    change({ against: next });
  };
  return (
    <Popup
      open={open}
      setOpen={setOpen}
      size="large"
      align="end"
      label={say('compare')}
      hint={say('hint')}
      className={against === undefined ? tools.button : `${tools.button} ${tools.on}`}
      button={
        <>
          <SwapOutlined aria-hidden />
          <span>{say('compare')}</span>
        </>
      }
    >
      <Chooser against={against} choose={choose} close={() => setOpen(false)} />
    </Popup>
  );
}

interface ChooserProps {
  against: string | undefined;
  choose: (against: string | undefined) => void;
  close: () => void;
}

function Chooser({ against, choose, close }: ChooserProps) {
  const say = useCompareText();
  const { unit, tenant, on } = usePlace();
  const { data, isPending } = useAsk(readUnit, unit === null ? null : { code: unit, tenant, on });
  const [text, setText] = useState('');
  const isYear = against === lastYearKey;
  return (
    <>
      <div className={styles.first}>
        <button
          type="button"
          className={styles.choice}
          data-autofocus
          aria-pressed={isYear}
          onClick={() => choose(lastYearKey)}
        >
          {say('lastYear')}
        </button>
        {against === undefined ? null : (
          <button type="button" className={styles.choice} onClick={() => choose(undefined)}>
            {say('stop')}
          </button>
        )}
      </div>
      <p className={styles.other}>{say('otherUnit')}</p>
      <UnitSearch text={text} setText={setText} choose={({ code }) => choose(code)} close={close} />
      {text.trim() !== '' || isPending ? null : (
        <div className={styles.tree}>
          <UnitTree
            on={on}
            along={(data?.path ?? []).map(({ code }) => code)}
            chosen={isYear ? null : (against ?? null)}
            choose={({ code }) => choose(code)}
          />
        </div>
      )}
    </>
  );
}
