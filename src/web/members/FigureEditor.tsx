import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Select } from '#/platform/ui/Select.tsx';
import { vietnamese } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { ArgField, argsOf } from '../figure/ArgForm.tsx';
import { pairsOf } from '../opened.ts';
import styles from './FilterEditor.module.css';
import { useFieldText } from './field-texts.ts';
import { type Asked, valuesOf } from './filters.ts';
import { useMembersText } from './members-texts.ts';

interface FigureEditorProps {
  asked: Asked;
  ask: (asked: Asked) => void;
}

/** The list behind a figure of persons, narrowed by the figure's own arguments. */
export function FigureEditor({ asked, ask }: FigureEditorProps) {
  const say = useMembersText();
  const named = useFieldText();
  const { language } = useLanguage();
  const { data } = useAsk(listFigures, {});
  const persons = (data?.figures ?? []).filter(({ of }) => of === 'person');
  const [chosen] = valuesOf(asked, 'figure');
  const described = persons.find(({ name }) => name === chosen);
  const args = argsOf(valuesOf(asked, 'arg'));
  const set = (key: string, value: string) => {
    const { [key]: _before, ...others } = args;
    ask({ ...asked, arg: pairsOf(value === '' ? others : { ...others, [key]: value }) });
  };
  const options = persons
    .filter(({ name, args: all }) => name === chosen || all.every(({ required }) => !required))
    .map(({ name, title }) => ({ value: name, label: title[language] }))
    .toSorted((a, b) => vietnamese.compare(a.label, b.label));
  return (
    <div className={styles.figure}>
      <Select
        label={named('figure')}
        value={chosen ?? ''}
        options={[{ value: '', label: say('chooseFigure') }, ...options]}
        choose={(name) => ask({ ...asked, figure: name || undefined, arg: undefined })}
      />
      {described?.args.map((argument) => (
        <ArgField
          key={argument.name}
          argument={argument}
          figures={data?.figures ?? []}
          value={args[argument.name] ?? ''}
          set={(value) => set(argument.name, value)}
        />
      ))}
    </div>
  );
}
