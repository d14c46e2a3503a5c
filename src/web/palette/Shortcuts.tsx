import { Button } from 'antd';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { usePaletteText } from './palette-texts.ts';
import { ShortcutTable } from './ShortcutTable.tsx';

/** The keys, on `?`. */
export function Shortcuts({ close }: { close: () => void }) {
  const say = usePaletteText();
  return (
    <Dialog title={say('shortcuts')} close={close} actions={<Button onClick={close}>{say('close')}</Button>}>
      <ShortcutTable />
    </Dialog>
  );
}
