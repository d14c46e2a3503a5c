import { reportNamed } from '#/reports/reports.ts';
import { checkTemplate as checkOne } from '#/reports/templates/check.ts';
import * as contract from '#/reports/templates/contract.ts';
import { fieldsOf } from '#/reports/templates/fields.ts';
import { route } from '../api.ts';
import { checkUpload } from '../attachments/check.ts';
import { rulesOfToday } from '../attachments/rules-of-today.ts';
import {
  dropTemplate,
  fieldsFile,
  keepTemplate,
  readUpload,
  shownTemplates,
  templateFile,
} from '../office-templates.ts';

const listTemplates = route(contract.listTemplates, async (place, { installation, actor }) => {
  const shown = await shownTemplates(installation, { ...place, actor });
  return { templates: [...shown].map(([name, own]) => ({ name, title: reportNamed(name).title, own })) };
});

const templateFields = route(contract.templateFields, ({ name }) => ({
  name,
  fields: fieldsOf(reportNamed(name)).map((field) => ({ ...field })),
}));

const templateFieldsFile = route(contract.templateFieldsFile, ({ name }) => fieldsFile(name));

const readTemplate = route(contract.readTemplate, ({ name, builtIn, unit, ...place }, { installation, actor }) =>
  templateFile(name, builtIn || unit === undefined ? null : { installation, asked: { ...place, unit, actor } }),
);

const checkTemplate = route(
  contract.checkTemplate,
  async ({ name, fileName = name, declaredUnclassified }, { installation }, body) => {
    checkUpload(fileName, declaredUnclassified, await rulesOfToday(installation));
    return checkOne(reportNamed(name), await readUpload(body));
  },
);

const putTemplate = route(
  contract.putTemplate,
  async ({ name, fileName, from, declaredUnclassified, ...place }, { installation, actor }, body) => {
    checkUpload(fileName, declaredUnclassified, await rulesOfToday(installation));
    const upload = { report: reportNamed(name).name, fileName, from, content: await readUpload(body) };
    return keepTemplate(installation, { ...place, actor }, upload);
  },
);

const removeTemplate = route(contract.removeTemplate, async ({ name, from, ...place }, { installation, actor }) => ({
  template: await dropTemplate(installation, { ...place, actor }, name, from),
}));

/** Word templates that an office changes for itself. */
export const templateRoutes = [
  listTemplates,
  templateFields,
  templateFieldsFile,
  readTemplate,
  checkTemplate,
  putTemplate,
  removeTemplate,
];
