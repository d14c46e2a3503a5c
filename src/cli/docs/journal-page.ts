import { describeEnvelope, describeKind, type KindDescription } from '#/server/describe-kind.ts';
import { register } from '#/server/parts.ts';
import { closedLists } from './closed-lists.ts';
import { fieldTable } from './field-table.ts';
import { envelopeMeanings, introduction } from './journal-text.ts';
import { sampleFile } from './sample-file.ts';
import { sharedShapes } from './shared-shapes.ts';

/** docs/journal.md: all that one needs to write a journal file by hand. */
export function journalPage(): string {
  const kinds = [...register.kinds.values()].map(describeKind);
  const shapes = sharedShapes(kinds);
  const envelope = describeEnvelope().map((field) => ({
    ...field,
    vi: envelopeMeanings[field.field]?.vi,
    en: envelopeMeanings[field.field]?.en,
  }));
  return `${introduction}
## A small file that imports

\`\`\`json
${sampleFile.map((line) => JSON.stringify(line)).join('\n')}
\`\`\`

## The envelope

Every line may have these keys; \`kind\` and \`effectiveOn\` it must have.

${fieldTable(envelope)}

## Kinds

| kind | what |
|---|---|
${kinds.map(({ kind, title }) => `| [\`${kind}\`](#${anchor(kind)}) | ${title.vi} / ${title.en} |`).join('\n')}

${kinds.map((kind) => kindSection(kind, shapes)).join('\n')}
## Shapes that several kinds share

${shapes.all.map(({ name, title, fields }) => `### ${name}\n\n${title}\n\n${fieldTable(fields)}\n`).join('\n')}
## Closed lists

${closedLists()}`;
}

function kindSection(kind: KindDescription, shapes: ReturnType<typeof sharedShapes>): string {
  const acting = {
    self: 'the unit itself',
    superior: 'the unit directly above',
    grassroots: 'the grassroots organisation above the cell',
    'above-grassroots': 'the committee directly above the grassroots organisation',
  }[kind.competent];
  return `### ${kind.kind}

**${kind.title.vi}** · ${kind.title.en}

${kind.description.vi}

${kind.description.en}

Acts where the line names no \`actor\`: ${acting}. Order within a day: ${kind.rank}.${readers(kind.kind)}

${fieldTable(shapes.shorten(kind.fields))}

\`\`\`json
${JSON.stringify(kind.example)}
\`\`\`
`;
}

/** Of some kinds, who is told of their acts at all. */
function readers(kind: string): string {
  const needed = register.kinds.get(kind)?.confidential;
  return needed === undefined ? '' : ` Told only to roles that see \`${needed}\`.`;
}

/** The anchor that GitHub gives to such a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
}
