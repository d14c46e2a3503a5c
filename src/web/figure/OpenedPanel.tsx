import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Panel } from '#/platform/ui/Panel.tsx';
import type { Search } from '../address.ts';
import { noteSeen } from '../help/seen.ts';
import { useClose } from '../opened.ts';
import { usePlace } from '../place.ts';
import { FigurePanel } from './FigurePanel.tsx';
import { RowPanel } from './RowPanel.tsx';
import { useTitle } from './title.ts';

/** What the address says stands open over the page: a figure, or a row of a form. */
export function OpenedPanel() {
  const { open }: Search = useSearch({ strict: false });
  const { unit } = usePlace();
  const close = useClose();
  const title = useTitle();
  const isRow = open?.includes('/');
  const isOpen = open !== undefined && unit !== null;
  useEffect(() => {
    if (isOpen) noteSeen('figure');
  }, [isOpen]);
  if (open === undefined || unit === null) return null;
  return (
    <Panel title={title} close={close}>
      {isRow ? <RowPanel open={open} /> : <FigurePanel name={open} />}
    </Panel>
  );
}
