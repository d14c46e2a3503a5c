import type { Catalogue } from './catalogue.ts';

/** What a member does, by the rows of Forms 2 and 3 ("thị trấn" and "huyện" stand as printed; both ended on 1/7/2025). */
export const occupations: Catalogue = {
  name: 'occupations',
  vi: 'Nghề nghiệp',
  en: 'occupations',
  source: 'Biểu số 2 và 3-BTCTW, Hướng dẫn 11-HD/BTCTW, 13/12/2021',
  entries: [
    {
      code: 'state-cadre',
      vi: 'Cán bộ, công chức cơ quan Nhà nước từ cấp huyện trở lên',
      en: 'Cadre or civil servant of a State agency, district and above',
    },
    {
      code: 'party-cadre',
      vi: 'Cán bộ, công chức cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể chính trị - xã hội từ cấp huyện trở lên',
      en: 'Cadre or civil servant of the Party, the Front or a mass organisation, district and above',
    },
    {
      code: 'commune-cadre',
      vi: 'Cán bộ, công chức; người hoạt động không chuyên trách ở xã, phường, thị trấn',
      en: 'Cadre, civil servant or part-time official of a commune',
    },
    {
      code: 'village-official',
      vi: 'Người hoạt động không chuyên trách thôn, tổ dân phố, bản',
      en: 'Part-time official of a village or street group',
    },
    {
      code: 'public-employee',
      vi: 'Viên chức trong các đơn vị sự nghiệp công lập',
      en: 'Employee of a public service institution',
      also: ['Viên chức'],
    },
    {
      code: 'private-institution',
      vi: 'Người lao động trong các đơn vị sự nghiệp ngoài công lập',
      en: 'Employee of a non-public service institution',
    },
    {
      code: 'enterprise',
      vi: 'Lãnh đạo, quản lý và lao động trong các doanh nghiệp',
      en: 'Management and labour in enterprises',
    },
    {
      code: 'enterprise.manager',
      vi: 'Người lãnh đạo, quản lý doanh nghiệp',
      en: 'Manager of an enterprise',
      within: 'enterprise',
    },
    {
      code: 'enterprise.staff',
      vi: 'Nhân viên, người gián tiếp sản xuất',
      en: 'Office staff of an enterprise',
      within: 'enterprise',
    },
    {
      code: 'enterprise.worker',
      vi: 'Công nhân, lao động trực tiếp sản xuất',
      en: 'Worker in production',
      also: ['Công nhân'],
      within: 'enterprise',
    },
    {
      code: 'farmer',
      vi: 'Người làm nông, lâm, ngư nghiệp',
      en: 'Farming, forestry, fishery',
      also: ['Nông dân', 'Làm ruộng'],
    },
    {
      code: 'armed-forces',
      vi: 'Sỹ quan, chiến sỹ quân đội và công an',
      en: 'Officer or soldier of the army or the police',
      also: ['Sĩ quan, chiến sĩ quân đội và công an'],
    },
    { code: 'student', vi: 'Sinh viên', en: 'Student' },
    { code: 'pupil', vi: 'Học sinh', en: 'Pupil' },
    { code: 'other', vi: 'Khác', en: 'Other', also: ['Nghề nghiệp khác'] },
  ],
};
