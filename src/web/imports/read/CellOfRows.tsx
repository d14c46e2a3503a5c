import { Checkbox } from 'antd';
import { useId } from 'react';
import type { SheetPlan } from '#/exchange/tables/plan.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { UnitField } from '../../units/UnitField.tsx';
import styles from './CellOfRows.module.css';
import { useReadText } from './read-texts.ts';
import type { SheetPartProps } from './SheetPart.tsx';

type CellOfRowsProps = SheetPartProps & { put: (edit: Partial<SheetPlan>) => void };

/** To which cell members belong, and whether they are official: by a column, by rows between them, or all alike. */
export function CellOfRows({ sheet, plan, tenant, put }: CellOfRowsProps) {
  const say = useReadText();
  const id = useId();
  const byColumn = lettersOf(sheet, (target) => target === 'cell' || target === 'cell.name');
  const statusColumn = lettersOf(sheet, (target) => target === 'status' || target.startsWith('mark.status.'));
  const statuses = ['official', 'probationary', 'by-official-date'] as const;
  return (
    <div className={styles.two}>
      <div className={styles.one}>
        <h3>{say('cellOf')}</h3>
        {byColumn === '' ? null : <p>{say('cellByColumn', { letters: byColumn })}</p>}
        <Checkbox
          checked={sheet.cellFromGroups ?? false}
          onChange={({ target }) => put({ cellFromGroups: target.checked ? true : undefined })}
        >
          {say('cellFromGroups')}
        </Checkbox>
        {byColumn === '' || sheet.cell !== undefined ? (
          <UnitField
            label={say('cellForAll')}
            none={say('cellNone')}
            code={sheet.cell}
            tenant={tenant}
            newUnits={plan.newUnits}
            choose={(cell) => put({ cell })}
          />
        ) : null}
      </div>
      <div className={styles.one}>
        <h3 id={`${id}-status`}>{say('statusOf')}</h3>
        {statusColumn === '' ? null : <p>{say('statusByColumn', { letters: statusColumn })}</p>}
        <Choices
          labelledBy={`${id}-status`}
          value={sheet.status ?? ('' as 'official')}
          choose={(status) => put({ status })}
          choices={statuses.map((status) => ({ value: status, label: say(status) }))}
        />
      </div>
    </div>
  );
}

function lettersOf({ columns }: SheetPlan, isMeant: (target: string) => boolean): string {
  const meant = columns.filter(({ target }) => target !== null && isMeant(target));
  return meant.map(({ letters }) => letters).join(', ');
}
