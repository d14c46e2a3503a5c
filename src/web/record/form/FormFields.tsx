import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ChoiceInput, FigureInput, ManyChoicesInput, YesNoInput } from './ChoiceInput.tsx';
import { type FieldProps, ToldLines, useField } from './FieldBox.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.ts';
import { useFormText } from './form-texts.ts';
import { type FieldNode, isGroup, isType } from './nodes.ts';
import { KnownOrFresh, PersonInput, UnitInput } from './SubjectInput.tsx';
import { SealedInput, TextInput } from './TextInput.tsx';
import { isSealedValue, type Path, valueAt } from './values.ts';

interface FormFieldsProps {
  nodes: readonly FieldNode[];
  /** Where their values stand; [] for an act's own fields. */
  path?: Path;
  /** Keys of an example: what it fills in is asked first, the rest behind "more". */
  first?: Record<string, unknown>;
}

/**
 * The fields of a kind of act, made from its declaration (`nodesOf(kind.fields)`). Stands inside a `FormContext`, which
 * holds what was typed and what is told at each field; `bodyOf(nodes, values)` makes of it what is recorded. Give `nodes`
 * without those that somebody else fills in: a form for many people leaves out `person`.
 */
export function FormFields({ nodes, path = [], first }: FormFieldsProps) {
  const say = useFormText();
  const { values, told } = useForm();
  const [isOpen, setOpen] = useState(false);
  const isAsked = (node: FieldNode) => {
    const key = [...path, node.name];
    const isUsed = valueAt(values, key) !== undefined || told(key.join('.')).length > 0;
    return node.field.required || first === undefined || node.name in first || isUsed;
  };
  // What is required first: a name goes before the code that a member may have.
  const asked = nodes.filter(isAsked).toSorted((a, b) => Number(b.field.required) - Number(a.field.required));
  const rest = nodes.filter((node) => !asked.includes(node));
  return (
    <>
      {asked.map((node) => (
        <FormField key={node.name} node={node} path={[...path, node.name]} example={first?.[node.name]} />
      ))}
      {rest.length === 0 ? null : (
        <Button type="link" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? say('less') : say('more', { count: rest.length })}
        </Button>
      )}
      {isOpen ? rest.map((node) => <FormField key={node.name} node={node} path={[...path, node.name]} />) : null}
    </>
  );
}

interface FormFieldProps extends FieldProps {
  example?: unknown;
}

/** One field, as its type asks. */
function FormField({ example, ...props }: FormFieldProps) {
  const { node, path } = props;
  const { value } = useField(props);
  if (node.name === '*') return <Pairs {...props} />;
  if (isType(node, 'choice') && node.field.isList) return <ManyChoicesInput {...props} />;
  if (node.field.isList) return <Many {...props} example={[example].flat()[0]} />;
  if (isSealedValue(value)) return <SealedInput {...props} />;
  if (isType(node, 'person') && isType(node, 'new-person'))
    return (
      <Group {...props} example={example} head={<KnownOrFresh {...props} />}>
        {typeof value === 'object' ? null : <PersonInput node={node} path={path} />}
      </Group>
    );
  if (isGroup(node)) return <Group {...props} example={example} />;
  return <Leaf {...props} />;
}

function Leaf(props: FieldProps) {
  const { node } = props;
  if (isType(node, 'unit')) return <UnitInput {...props} />;
  if (isType(node, 'person')) return <PersonInput {...props} />;
  if (isType(node, 'yes-no')) return <YesNoInput {...props} />;
  if (isType(node, 'choice')) return <ChoiceInput {...props} />;
  if (node.name === 'figure') return <FigureInput {...props} />;
  return <TextInput {...props} />;
}

interface GroupProps extends FormFieldProps {
  head?: React.ReactNode;
  /** Instead of the fields inside. */
  children?: React.ReactNode;
}

/** Fields that belong together. One that may be left out opens when it is wanted. */
function Group({ node, path, example, head, children }: GroupProps) {
  const say = useFormText();
  const { key, value, set, title, told } = useField({ node, path });
  const isOpen = node.field.required || typeof value === 'object';
  const first = node.children.length > 8 ? ((example ?? {}) as Record<string, unknown>) : undefined;
  if (!isOpen)
    return (
      <div className={styles.wide}>
        <Button size="small" icon={<PlusOutlined />} onClick={() => set({})}>
          {say('add', { what: title.toLocaleLowerCase('vi') })}
        </Button>
      </div>
    );
  return (
    <fieldset className={styles.group} data-field={key}>
      <legend>{title}</legend>
      {node.field.required ? null : (
        <Button
          size="small"
          type="text"
          className={styles.drop}
          icon={<DeleteOutlined />}
          onClick={() => set(undefined)}
        >
          {say('remove')}
        </Button>
      )}
      {head === undefined ? null : <div className={styles.wide}>{head}</div>}
      {children ?? <FormFields nodes={node.children} path={path} first={first} />}
      <ToldLines told={told} />
    </fieldset>
  );
}

/** As many as are wanted of the same. */
function Many({ node, path, example }: FormFieldProps) {
  const say = useFormText();
  const { key, value, set, title, told } = useField({ node, path });
  const items = Array.isArray(value) ? value : node.field.required ? [undefined] : [];
  const what = title.toLocaleLowerCase('vi');
  const one: FieldNode = { ...node, field: { ...node.field, isList: false, required: true } };
  return (
    <fieldset className={styles.group} data-field={key}>
      <legend>{title}</legend>
      {items.map((_item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items have nothing but their place
        <div key={i} className={styles.item}>
          <div className={styles.inside}>
            {isGroup(node) ? (
              <FormFields nodes={node.children} path={[...path, i]} first={example as Record<string, unknown>} />
            ) : (
              <Leaf node={one} path={[...path, i]} />
            )}
          </div>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say('removeOne', { what, number: i + 1 })}
            onClick={() => set(items.filter((_other, at) => at !== i))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => set([...items, isGroup(node) ? {} : ''])}>
        {say('add', { what })}
      </Button>
      <ToldLines told={told} />
    </fieldset>
  );
}

/** Keys of one's own, each with its value. */
function Pairs({ path }: FieldProps) {
  const say = useFormText();
  const { values, change } = useForm();
  const above = path.slice(0, -1);
  const pairs = Object.entries((valueAt(values, above) as Record<string, string> | undefined) ?? {});
  const put = (next: [string, string][]) => change(above, Object.fromEntries(next));
  const shown: [string, string][] = pairs.length === 0 ? [['', '']] : pairs;
  return (
    <div className={styles.wide}>
      {shown.map(([key, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the key is what is being typed
        <div key={i} className={styles.line}>
          <Input
            aria-label={say('key')}
            placeholder={say('key')}
            value={key}
            onChange={({ target }) => put(shown.map((pair, at) => (at === i ? [target.value, value] : pair)))}
          />
          <Input
            aria-label={say('value')}
            placeholder={say('value')}
            value={value}
            onChange={({ target }) => put(shown.map((pair, at) => (at === i ? [key, target.value] : pair)))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => put([...shown, ['', '']])}>
        {say('add', { what: say('key').toLocaleLowerCase('vi') })}
      </Button>
    </div>
  );
}
