import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { WrongLine } from '#/platform/ui/states.tsx';
import { saveFile } from '../save-file.ts';

/** A file to be taken away; unlike a bare link it says why there is none. */
export function Download({ address, label }: { address: string; label: string }) {
  const { mutate, isPending, error } = useMutation({ networkMode: 'always', mutationFn: () => saveFile(address) });
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={isPending} onClick={() => mutate()}>
        {label}
      </Button>
      {error === null ? null : <WrongLine error={error} />}
    </>
  );
}
