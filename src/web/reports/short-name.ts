import { useReportText } from './report-texts.ts';

/** Its title after its number; the report in prose has none. */
export function useNumberedTitle(): (name: string, title: string) => string {
  const shortName = useShortName();
  return (name, title) => (name.startsWith('form-') ? `${shortName(name)}. ${title}` : title);
}

/** What a report is called by its number: "Biểu 6F". */
export function useShortName(): (name: string) => string {
  const say = useReportText();
  return (name) => {
    if (name === 'headcount-minutes') return say('headcount');
    const number = /^form-(.+)$/.exec(name)?.[1];
    return number === undefined ? say('annual') : say('form', { number: number.toUpperCase() });
  };
}
