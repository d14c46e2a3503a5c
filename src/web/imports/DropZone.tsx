import { CloudUploadOutlined, DownloadOutlined, WarningOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { importTemplate } from '#/exchange/intake/contract.ts';
import { mostUploadBytes } from '#/exchange/intake/shapes.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { keepPlace } from '../address.ts';
import { fileAddress } from '../ask.ts';
import { Declaration } from '../attachments/Declaration.tsx';
import { useDeclared } from '../attachments/use-declared.ts';
import { usePlace } from '../place.ts';
import styles from './DropZone.module.css';
import { useImportText } from './import-texts.ts';
import { useAdvice } from './refusal-texts.ts';
import { sendFile } from './send-file.ts';
import { keepIntake } from './use-intake.ts';
import { writeSize } from './written-size.ts';

interface Sent {
  file: File;
  share: number;
  stop: () => void;
}

interface Refusal {
  name: string;
  message: string;
  code?: string;
  places: string[];
}

/** Where a file comes in: dropped, chosen by a press, or by the keyboard; with what becomes of it, and why it is refused. */
export function DropZone() {
  const { send, sent, refusal } = useSending();
  const { take, waiting, declaration } = useDeclared(send);
  if (sent !== null) return <Sending {...sent} />;
  return (
    <>
      {refusal === null ? null : <Refused {...refusal} />}
      <Field send={(files) => files.length > 0 && take(files)} isAgain={refusal !== null} waiting={waiting?.[0]?.name}>
        <Declaration {...declaration} />
      </Field>
    </>
  );
}

function useSending() {
  const { tenant } = usePlace();
  const { language } = useLanguage();
  const say = useImportText();
  const navigate = useNavigate();
  const [sent, setSent] = useState<Sent | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refuse = (name: string, message: string, code?: string, places: string[] = []) =>
    setRefusal({ name, message, places, ...(code === undefined ? {} : { code }) });
  const send = async (files: readonly File[]) => {
    const [file, second] = files;
    if (file === undefined) return;
    if (second !== undefined) return refuse(file.name, say('oneOnly'));
    const most = writeSize(mostUploadBytes, language);
    if (file.size > mostUploadBytes)
      return refuse(file.name, say('tooLarge', { size: writeSize(file.size, language), most }), 'upload.too-large');
    const stopping = new AbortController();
    setRefusal(null);
    setSent({ file, share: 0, stop: () => stopping.abort() });
    try {
      const progress = (share: number) => setSent((before) => before && { ...before, share });
      const intake = await sendFile(file, { tenant, progress, signal: stopping.signal });
      keepIntake(intake);
      const step = intake.kind === 'acts' ? 'check' : 'read';
      await navigate({ to: '/imports/$import/$step', params: { import: intake.id, step }, search: keepPlace } as never);
    } catch (error) {
      setSent(null);
      if (error instanceof Problem) refuse(file.name, error.message, error.code, placesOf(error));
      else if (!(error instanceof DOMException)) throw error;
    }
  };
  return { send: (files: readonly File[]) => void send(files), sent, refusal };
}

/** What the problem names beside its sentence: the sheet with a macro, the link that leads outside. */
function placesOf({ fields, message }: Problem): string[] {
  const said = fields.map((field) => [field.cell, field.message].filter(Boolean).join(': '));
  return [...new Set(said)].filter((text) => text !== message).slice(0, 5);
}

interface FieldProps {
  send: (files: readonly File[]) => unknown;
  isAgain: boolean;
  /** The name of a file that waits for the declaration. */
  waiting: string | undefined;
  children: ReactNode;
}

function Field({ send, isAgain, waiting, children }: FieldProps) {
  const say = useImportText();
  const { language } = useLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <Dropping send={send}>
      <CloudUploadOutlined aria-hidden className={styles.icon} />
      <p className={styles.drop}>{waiting ?? say('drop')}</p>
      {children}
      <Button
        type={waiting === undefined ? 'primary' : 'default'}
        size="large"
        onClick={() => chooser.current?.click()}
      >
        {say(isAgain || waiting !== undefined ? 'anotherFile' : 'choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        className={styles.hidden}
        tabIndex={-1}
        aria-hidden
        accept=".xlsx,.csv,.ndjson,.jsonl"
        onChange={({ target }) => {
          send([...(target.files ?? [])]);
          target.value = ''; // the same file may be chosen again after it was mended
        }}
      />
      <p>{say('accepted', { most: writeSize(mostUploadBytes, language) })}</p>
      <p className={styles.soft}>{say('acceptedMore')}</p>
      <p className={styles.soft}>{say('privacy')}</p>
      <p className={styles.template}>
        {say('templateWhy')}{' '}
        <a href={fileAddress({ ...importTemplate, output: null }, {})} download>
          <DownloadOutlined aria-hidden /> {say('template')}
        </a>
      </p>
    </Dropping>
  );
}

/** A file dropped beside the field is taken too: the browser would leave the page to show it. */
function Dropping({ send, children }: Pick<FieldProps, 'send' | 'children'>) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send([...event.dataTransfer.files]);
  };
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the mouse's way; the button inside is everybody's
    <div
      className={isOver ? `${styles.zone} ${styles.over}` : styles.zone}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      {children}
    </div>
  );
}

function Sending({ file, share, stop }: Sent) {
  const say = useImportText();
  const { language } = useLanguage();
  const percent = Math.floor(share * 100);
  const size = writeSize(file.size, language);
  return (
    <div className={styles.zone} role="status">
      <p className={styles.drop}>{say(share === 1 ? 'allSent' : 'sending', { name: file.name })}</p>
      <progress
        className={styles.progress}
        value={share === 1 ? undefined : share}
        aria-label={say('sending', { name: file.name })}
      />
      <p>{share === 1 ? say('reading') : say('sent', { share: percent, size })}</p>
      <Button onClick={stop}>{say('stop')}</Button>
    </div>
  );
}

function Refused({ name, message, code, places }: Refusal) {
  const say = useImportText();
  const advice = useAdvice();
  return (
    <section className={styles.refused} role="alert">
      <WarningOutlined aria-hidden className={styles.warning} />
      <div>
        <h2>{say('refused', { name })}</h2>
        <p>{message}</p>
        {places.length === 0 ? null : (
          <ul>
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        )}
        <p>
          <strong>{say('whatToDo')}:</strong> {advice(code)}
        </p>
      </div>
    </section>
  );
}
