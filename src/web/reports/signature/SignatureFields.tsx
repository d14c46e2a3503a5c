import { Field } from '#/platform/ui/Field.tsx';
import { Select } from '#/platform/ui/Select.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { DayField } from '../../period/DayField.tsx';
import styles from './Signature.module.css';
import { authorities, faultOf, isForOthers, type TypedSignature } from './signature.ts';
import { useSignatureText } from './signature-texts.ts';

interface SignatureFieldsProps {
  /** Who fills it and the telephone stand on forms only. */
  isForm: boolean;
  typed: TypedSignature;
  change: (part: Partial<TypedSignature>) => void;
  day: string;
  setDay: (day: string) => void;
  isTried: boolean;
  error: unknown;
}

/** The foot of a paper, field by field, each with what the server refused. */
export function SignatureFields({ isForm, typed, change, day, setDay, isTried, error }: SignatureFieldsProps) {
  const say = useSignatureText();
  const text = (key: Exclude<keyof TypedSignature, 'authority'>, hint?: string) => (
    <Field
      label={say(key)}
      hint={hint}
      value={typed[key]}
      change={(value) => change({ [key]: value })}
      fault={faultOf(error, key)}
    />
  );
  return (
    <div className={styles.fields}>
      {text('place', say('placeHint'))}
      <div>
        <DayField label={say('signedOn')} value={day} change={setDay} isTried={isTried} mayBeEmpty />
        <p className={styles.soft}>{say('signedOnWhat')}</p>
      </div>
      <Select
        label={say('authority')}
        value={typed.authority}
        options={authorities.map((value) => ({ value, label: say(value) }))}
        choose={(value) => change({ authority: value as TypedSignature['authority'] })}
      />
      {isForOthers(typed) ? text('onBehalfOf', say('onBehalfOfHint')) : null}
      {text('post', say('postHint'))}
      {text('signer')}
      {isForm ? (
        <>
          {text('preparer')}
          {text('phone')}
        </>
      ) : null}
      {error === null || isSaid(error) ? null : <WrongLine error={error} />}
    </div>
  );
}

/** Whether every part of the refusal stands under its field. */
function isSaid(error: unknown): boolean {
  const shown = ['place', 'onBehalfOf', 'post', 'signer', 'preparer', 'phone'];
  return shown.some((field) => faultOf(error, field) !== null);
}
