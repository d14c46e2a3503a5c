import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { WrongLine } from '#/platform/ui/states.tsx';
import { useMay } from '../session.ts';
import { useExportText } from './export-texts.ts';

interface ExportButtonProps {
  export: { mutate: () => void; isPending: boolean; error: Error | null };
  /** There is nothing to export. */
  isEmpty: boolean;
  what: 'members' | 'acts';
}

/** Begins the export; what stands against it is said beside it. */
export function ExportButton({ export: { mutate, isPending, error }, isEmpty, what }: ExportButtonProps) {
  const say = useExportText();
  if (!useMay()('members.export')) return null;
  return (
    <>
      {error === null ? null : <WrongLine error={error} />}
      <Button
        icon={<FileExcelOutlined aria-hidden />}
        title={say(`what-${what}`)}
        disabled={isEmpty || isPending}
        onClick={() => mutate()}
      >
        {say('export')}
      </Button>
    </>
  );
}
