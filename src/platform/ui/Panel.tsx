import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from './narrow.ts';
import { useUiText } from './ui-texts.ts';

interface PanelProps {
  open: boolean;
  title: ReactNode;
  close: () => void;
  /** Of a wide screen, in pixels; a narrow one is filled. */
  width?: number;
  placement?: 'right' | 'bottom' | 'left';
  children: ReactNode;
}

/** What stands open beside the page on a wide screen, and over all of it on a narrow one. Esc closes it. */
export function Panel({ open, title, close, width = 680, placement = 'right', children }: PanelProps) {
  const say = useUiText();
  const isNarrow = useNarrow();
  return (
    <Drawer
      open={open}
      title={title}
      onClose={close}
      placement={placement}
      size={isNarrow ? '100%' : width}
      closable={{ 'aria-label': say('close') }}
      styles={{ body: { padding: isNarrow ? 12 : 20 }, header: { padding: isNarrow ? '10px 12px' : '14px 20px' } }}
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}
