import { type Catalogue, codeOf, entryOf, fromCatalogue } from './catalogue.ts';
import { academicTitles, generalEducation, qualifications, sexes, theoryLevels } from './education.ts';
import { occupations } from './occupations.ts';
import { ethnicities, ethnicMinorities, isEthnicMinority } from './peoples.ts';
import { followsReligion, religions } from './religions.ts';

/** Every closed list, by the name of the field of a member's record that takes its codes. */
export const catalogues = {
  sex: sexes,
  ethnicity: ethnicities,
  religion: religions,
  occupation: occupations,
  generalEducation,
  qualification: qualifications,
  academicTitle: academicTitles,
  theoryLevel: theoryLevels,
} satisfies Record<string, Catalogue>;

export { type Catalogue, codeOf, entryOf, ethnicMinorities, followsReligion, fromCatalogue, isEthnicMinority };
