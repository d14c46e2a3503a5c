import type { Catalogue } from './catalogue.ts';

const source = 'Biểu số 2 và 3-BTCTW, Hướng dẫn 11-HD/BTCTW, 13/12/2021';

/** Schooling. The fractions are how record sheets write it: classes finished of the ten or twelve of their time. */
export const generalEducation: Catalogue = {
  name: 'general-education',
  vi: 'Trình độ giáo dục phổ thông',
  en: 'general education',
  source,
  entries: [
    { code: 'literate', vi: 'Biết đọc, biết viết chữ quốc ngữ', en: 'Can read and write' },
    { code: 'primary', vi: 'Tiểu học', en: 'Primary school', also: ['TH', 'Cấp I', '5/12'] },
    {
      code: 'lower-secondary',
      vi: 'Trung học cơ sở',
      en: 'Lower secondary school',
      also: ['THCS', 'Cấp II', '9/12', '7/10'],
    },
    {
      code: 'upper-secondary',
      vi: 'Trung học phổ thông',
      en: 'Upper secondary school',
      also: ['THPT', 'Cấp III', '12/12', '10/10'],
    },
  ],
};

export const qualifications: Catalogue = {
  name: 'qualifications',
  vi: 'Trình độ chuyên môn nghiệp vụ',
  en: 'qualifications',
  source,
  entries: [
    {
      code: 'elementary',
      vi: 'Công nhân kỹ thuật, nhân viên nghiệp vụ, sơ cấp',
      en: 'Skilled worker, elementary level',
      also: ['Sơ cấp', 'Công nhân kỹ thuật'],
    },
    { code: 'intermediate', vi: 'Trung cấp', en: 'Intermediate level' },
    { code: 'college', vi: 'Cao đẳng', en: 'College' },
    { code: 'university', vi: 'Đại học', en: 'University', also: ['Cử nhân', 'Kỹ sư'] },
    { code: 'master', vi: 'Thạc sỹ', en: 'Master', also: ['Thạc sĩ'] },
    { code: 'doctor', vi: 'Tiến sỹ', en: 'Doctor', also: ['Tiến sĩ'] },
  ],
};

export const academicTitles: Catalogue = {
  name: 'academic-titles',
  vi: 'Chức danh khoa học',
  en: 'academic titles',
  source,
  entries: [
    { code: 'associate-professor', vi: 'Phó Giáo sư', en: 'Associate professor', also: ['PGS'] },
    { code: 'professor', vi: 'Giáo sư', en: 'Professor', also: ['GS'] },
  ],
};

export const theoryLevels: Catalogue = {
  name: 'theory-levels',
  vi: 'Lý luận chính trị',
  en: 'levels of political theory',
  source: 'Biểu số 3-BTCTW, Hướng dẫn 11-HD/BTCTW, 13/12/2021',
  entries: [
    { code: 'elementary', vi: 'Sơ cấp', en: 'Elementary' },
    { code: 'intermediate', vi: 'Trung cấp', en: 'Intermediate' },
    { code: 'advanced', vi: 'Cao cấp, cử nhân', en: 'Advanced', also: ['Cao cấp', 'Cử nhân'] },
  ],
};

export const sexes: Catalogue = {
  name: 'sexes',
  vi: 'Giới tính',
  en: 'sexes',
  source: 'Phiếu đảng viên, mẫu 2-HSĐV',
  entries: [
    { code: 'male', vi: 'Nam', en: 'Male' },
    { code: 'female', vi: 'Nữ', en: 'Female' },
  ],
};
