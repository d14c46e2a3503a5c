import { Button } from 'antd';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import styles from './ActPage.module.css';
import { FormFields } from './form/FormFields.tsx';
import { useForm } from './form/form-context.ts';
import type { FieldNode } from './form/nodes.ts';
import { useRecordingText } from './record-texts.ts';
import { useBodyName } from './use-body-name.ts';

interface ActorFieldsProps {
  node: FieldNode | undefined;
  rehearsed: Rehearsed['actors'][number] | undefined;
}

/** Who acts: the competent unit by the kind, as the server finds it, or another one. */
export function ActorFields({ node, rehearsed }: ActorFieldsProps) {
  const say = useRecordingText();
  const { language } = useLanguage();
  const bodyName = useBodyName();
  const { values, change } = useForm();
  if (node === undefined) return null;
  if (typeof values.actor === 'object' && values.actor !== null)
    return (
      <div className={styles.actor}>
        <div className={styles.grid}>
          <FormFields
            nodes={node.children.filter(({ name }) => name !== 'department' || inDepartment(values.actor))}
            path={['actor']}
          />
        </div>
        <Button size="small" onClick={() => change(['actor'], undefined)}>
          {say('actorBack')}
        </Button>
      </div>
    );
  const known =
    rehearsed === undefined
      ? say('actorUnknown')
      : rehearsed.unit === null
        ? say('actorOutside')
        : say('actorBy', { unit: rehearsed.unit.name, body: bodyName(rehearsed.body) });
  return (
    <div className={styles.field}>
      <span className={styles.label}>{node.field.title[language]}</span>
      <p className={styles.known}>{known}</p>
      <Button size="small" onClick={() => change(['actor'], { unit: rehearsed?.unit?.code, body: rehearsed?.body })}>
        {say('actorChange')}
      </Button>
    </div>
  );
}

const inDepartment = (actor: unknown): boolean => (actor as { body?: string }).body === 'advisory-department';
