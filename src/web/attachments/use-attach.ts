import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { putAttachment } from '#/kernel/attachments/contract.ts';
import { askWithFile } from '../ask.ts';
import { askFilesAnew } from './ask-anew.ts';

/** Whose the file is to be. */
export interface About {
  act?: string;
  person?: string;
  tenant: string | undefined;
  purpose: 'photo' | 'scan';
}

/** A file on its way: chosen, declared not to be classified, sent; what is missing is told once somebody tries to send. */
export function useUpload(purpose: About['purpose'], sent: (file: File) => Promise<unknown>, done: () => void) {
  const [file, setFile] = useState<File | null>(null);
  const [isDeclared, setDeclared] = useState(false);
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: sent,
    onSuccess: () => {
      setFile(null);
      setDeclared(false);
      setTried(false);
      done();
    },
  });
  const send = () => {
    setTried(true);
    if (file !== null && isDeclared) mutate(file);
  };
  return { purpose, file, choose: setFile, isDeclared, declare: setDeclared, isTried, send, isPending, error };
}

/** A file that is put to an act or a person. */
export function useAttach(about: About, done: () => void) {
  const sent = (file: File) =>
    askWithFile(putAttachment, { ...about, name: file.name, declaredUnclassified: '1' }, file);
  return useUpload(about.purpose, sent, () => {
    void askFilesAnew();
    done();
  });
}

export type Attach = ReturnType<typeof useUpload>;
