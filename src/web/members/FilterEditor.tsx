import { CodesEditor } from './CodesEditor.tsx';
import { FigureEditor } from './FigureEditor.tsx';
import { useFieldText } from './field-texts.ts';
import { type Asked, type Filter, valuesOf, without } from './filters.ts';
import { useOptions } from './options.ts';
import { SpanEditor } from './SpanEditor.tsx';

export interface FilterEditorProps {
  filter: Filter;
  asked: Asked;
  /** Asks anew: every press counts at once, typed values when they are whole. */
  ask: (asked: Asked) => void;
}

/** The values that one filter asks for. */
export function FilterEditor({ filter, asked, ask }: FilterEditorProps) {
  const named = useFieldText();
  const options = useOptions();
  const others = without(asked, filter);
  switch (filter.kind) {
    case 'codes':
      return (
        <CodesEditor
          label={named(filter.name)}
          options={options(filter.name)}
          chosen={valuesOf(asked, filter.keys[0])}
          isMany={filter.isMany}
          choose={(codes) =>
            ask(codes.length === 0 ? others : { ...others, [filter.keys[0]]: filter.isMany ? codes : codes[0] })
          }
        />
      );
    case 'yesNo':
      return (
        <CodesEditor
          label={named(filter.name)}
          options={[
            { value: 'yes', label: named('yes') },
            { value: 'no', label: named('no') },
          ]}
          chosen={valuesOf(asked, filter.keys[0])}
          isMany={false}
          choose={([code]) => ask({ ...others, [filter.keys[0]]: code })}
        />
      );
    case 'figure':
      return <FigureEditor asked={asked} ask={ask} />;
    default:
      return (
        <SpanEditor
          filter={filter}
          from={valuesOf(asked, filter.keys[0])[0]}
          to={valuesOf(asked, filter.keys[1])[0]}
          use={(from, to) => ask({ ...others, [filter.keys[0]]: from, [filter.keys[1]]: to })}
        />
      );
  }
}
