import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Effects } from './Effects.tsx';
import { FigureMoves } from './FigureMoves.tsx';
import type { Told } from './form/form-context.ts';
import type { FieldNode } from './form/nodes.ts';
import { News } from './News.tsx';
import type { Outgoing } from './outbox.ts';
import styles from './Preview.module.css';
import { Refusal } from './Refusal.tsx';
import { useRecordingText } from './record-texts.ts';
import type { Meanwhile } from './use-meanwhile.ts';

interface PreviewProps {
  rehearsed: Rehearsed | undefined;
  error: unknown;
  isSettled: boolean;
  told: ReadonlyMap<string, readonly Told[]>;
  nodes: readonly FieldNode[];
  meanwhile: Meanwhile;
  /** Why it was not recorded when it was sent. */
  refused: Outgoing['problem'];
}

/** What recording would change: whose facts, which figures; and what stands against it. */
export function Preview({ rehearsed, error, isSettled, told, nodes, meanwhile, refused }: PreviewProps) {
  const say = useRecordingText();
  const missing = rehearsed?.problems.filter(({ code }) => code === 'field.missing').length ?? 0;
  const wrong = [...told.values()].flat().filter(({ tone, text }) => tone === 'wrong' && text !== say('required'));
  return (
    <aside className={styles.preview} aria-label={say('preview')} aria-busy={!isSettled}>
      <h2>{say('preview')}</h2>
      <News meanwhile={meanwhile} />
      <Refusal problem={refused} />
      <Nowhere told={told} nodes={nodes} />
      {error === null || error === undefined ? null : (
        <p role="status" className={styles.off}>
          {error instanceof Problem && error.code !== 'network.gone' ? error.message : say('previewOff')}
        </p>
      )}
      {missing > 0 ? <p className={styles.soft}>{say('missing', { count: missing })}</p> : null}
      {wrong.length > 0 ? <p className={styles.wrong}>{say('wrong', { count: wrong.length })}</p> : null}
      {rehearsed?.isPossible ? (
        <Changes rehearsed={rehearsed} />
      ) : (
        <p className={styles.soft}>
          {rehearsed === undefined && !isSettled ? say('previewWait') : say('previewEmpty')}
        </p>
      )}
    </aside>
  );
}

function Changes({ rehearsed }: { rehearsed: Rehearsed }) {
  const say = useRecordingText();
  const { persons, units, more } = rehearsed.effects;
  return (
    <>
      {persons.length + units.length === 0 ? <p className={styles.soft}>{say('previewNothing')}</p> : null}
      {persons.map((one) => (
        <Effects key={one.person} name={one.name ?? '…'} effect={one} />
      ))}
      {units.map((one) => (
        <Effects key={one.unit} name={one.name ?? one.code ?? '…'} effect={one} />
      ))}
      {more > 0 ? <p className={styles.soft}>{say('moreTouched', { count: more })}</p> : null}
      <FigureMoves figures={rehearsed.figures} />
    </>
  );
}

/** What is told at no field that stands on the form. */
function Nowhere({ told, nodes }: Pick<PreviewProps, 'told' | 'nodes'>) {
  const { language } = useLanguage();
  const lines = [...told].filter(([path]) => !stands(nodes, path.split('.')));
  if (lines.length === 0) return null;
  return (
    <ul className={styles.nowhere} lang={language}>
      {lines.flatMap(([path, all]) =>
        all.map(({ text, tone }) => (
          <li key={`${path} ${text}`} className={styles[tone]} role={tone === 'wrong' ? 'alert' : undefined}>
            {text}
          </li>
        )),
      )}
    </ul>
  );
}

function stands(nodes: readonly FieldNode[], [step = '', ...rest]: readonly string[]): boolean {
  if (/^\d+$/.test(step)) return rest.length === 0 || stands(nodes, rest);
  const node = nodes.find(({ name }) => name === step);
  return node !== undefined && (rest.length === 0 || node.children.length === 0 || stands(node.children, rest));
}
