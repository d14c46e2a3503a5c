import { type ArgumentDescription, describeFigure, type FigureDescription } from '#/server/describe-figure.ts';
import { figures } from '#/server/parts.ts';

/** docs/figures.md: every figure with its definition. */
export function figuresPage(): string {
  const all = figures.all.map(describeFigure).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return `# Figures

Generated from the declarations by \`npm run docs\`; do not edit. ${all.length} figures.

\`\`\`
npx sotay figure NAME --unit CODE (--on DATE | --from DATE --to DATE) [--arg key=value]… [--list] [--not-counted] [--by-unit]
\`\`\`

A **stock** is counted on a day (asked for a period, on its last day); a **flow** over a period, both days included. A count is
the length of its list; *distinct* counts a subject once, *occurrences* each time. Counted *at the subject's unit* means where the
person or unit stood; *at the actor's*, the body that decided. Each *definition* has a version, which changes with the definition
and stands on the screen beside the number; what it was before is in the history of this page.

| figure | type | what |
|---|---|---|
${all.map(({ name, type, time, title }) => `| [\`${name}\`](#${name}) | ${type}, ${time} | ${title.vi} / ${title.en} |`).join('\n')}

${all.map(figureSection).join('\n')}`;
}

function figureSection(figure: FigureDescription): string {
  const {
    name,
    type,
    time,
    measure,
    title,
    definition,
    instrument,
    counts,
    place,
    numerator,
    denominator,
    decimals,
    args,
    version,
  } = figure;
  const facts = [
    `${type}, ${time}, ${measure}`,
    counts === undefined ? undefined : `${counts}, at the ${place}'s unit`,
    numerator === undefined ? undefined : `\`${numerator}\` ÷ \`${denominator}\``,
    decimals === undefined ? undefined : `${decimals} decimals`,
    instrument,
    `definition \`${version}\``,
  ].filter((fact) => fact !== undefined);
  return `## ${name}

**${title.vi}** · ${title.en}. ${facts.join(' · ')}

${definition.vi}

${definition.en}
${args.length === 0 ? '' : `\n${args.map(argumentLine).join('\n')}\n`}`;
}

function argumentLine({ name, required, values, pattern }: ArgumentDescription): string {
  const given =
    values === undefined
      ? pattern === undefined
        ? ''
        : `: \`${pattern}\``
      : `: ${values.map((value) => `\`${value}\``).join(', ')}`;
  return `- \`--arg ${name}=…\`${required ? '' : ' (may be left out)'}${given}`;
}
