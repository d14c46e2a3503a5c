import { Checkbox } from 'antd';
import type { Correctable } from '#/domain/members/correction-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { FormFields } from '../record/form/FormFields.tsx';
import { type FieldNode, isGroup, nodesOf } from '../record/form/nodes.ts';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

export type Item = Correctable['items'][number];

/** The field as the act's own form asks for it, needed here; a single line is called by what it is to be. */
export function nodeOf({ fields }: Correctable, field: string, title: string): FieldNode | null {
  const node = nodesOf(fields).find(({ name }) => name === field);
  if (node === undefined) return null;
  const isLine = !isGroup(node) && !node.field.isList;
  const called = isLine ? { title: { vi: title, en: title } } : {};
  return { ...node, field: { ...node.field, ...called, required: true } };
}

/** Fields that belong together, and nothing typed in any of them. */
export function emptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

interface WishFieldsProps {
  item: Item;
  nodes: readonly FieldNode[];
  isEmptied: boolean;
  setEmptied: (isEmptied: boolean) => void;
  fault: string | null;
}

/** What the record says now, and what it should say; or that nothing should stand there. */
export function WishFields({
  item: { now, isSealed, mayBeEmpty },
  nodes,
  isEmptied,
  setEmptied,
  fault,
}: WishFieldsProps) {
  const say = useCorrectionText();
  const { language } = useLanguage();
  const isThere = isSealed || now !== null;
  return (
    <>
      <p className={styles.now}>
        <span className={styles.soft}>{say('saysNow')}</span> {isSealed ? '•••' : (now?.[language] ?? say('empty'))}
      </p>
      <FormFields nodes={nodes} />
      {fault === null ? null : (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      {mayBeEmpty && isThere ? (
        <Checkbox checked={isEmptied} onChange={({ target }) => setEmptied(target.checked)}>
          {say('shouldBeEmpty')}
        </Checkbox>
      ) : null}
    </>
  );
}
