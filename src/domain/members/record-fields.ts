import { z } from 'zod';
import { catalogues, fromCatalogue } from '#/domain/catalogues/api.ts';
import { fieldMeta, newPerson, personRef, sensitive } from '#/kernel/journal/refs.ts';
import { isDay, isPartialDay } from '#/platform/day.ts';
import { tidyName } from '#/platform/names.ts';

/** Notes what a field means, for docs/journal.md. */
function means<S extends z.ZodType>(schema: S, vi: string): S {
  fieldMeta.add(schema, { vi });
  return schema;
}

export const dayField = (vi: string) =>
  means(z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' }), vi);
export const textField = (vi: string) => means(z.string().normalize('NFC').trim().min(1).max(1_000), vi);
const partialDayField = (vi: string) =>
  means(z.string().refine(isPartialDay, { error: 'not a day, month or year (YYYY-MM-DD, YYYY-MM or YYYY)' }), vi);
const nameField = (vi: string) => means(z.string().overwrite(tidyName).min(1).max(200), vi);
const flag = (vi: string) => means(z.boolean(), vi);

// The record sheet (2-HSĐV) as far as the statistical forms 2-4 ask for it (11-HD/BTCTW, 13/12/2021).
const plainFields = {
  birthName: nameField('họ và tên khai sinh'),
  otherName: nameField('bí danh, tên gọi khác'),
  born: partialDayField('ngày sinh; biết đến tháng hoặc năm cũng được'),
  sex: means(fromCatalogue(catalogues.sex), 'giới tính'),
  ethnicity: means(fromCatalogue(catalogues.ethnicity), 'dân tộc'),
  religion: means(fromCatalogue(catalogues.religion), 'tôn giáo'),
  foreignOrigin: flag('người gốc nước ngoài'),
  occupation: means(fromCatalogue(catalogues.occupation), 'nghề nghiệp hiện nay'),
  retired: flag('đã nghỉ hưu, nghỉ công tác'),
  youthUnion: flag('đoàn viên Đoàn TNCS Hồ Chí Minh'),
  privateOwner: flag('chủ doanh nghiệp tư nhân'),
  foreignSpouse: flag('có quan hệ hôn nhân với người nước ngoài'),
  familyPlanningViolation: flag('vi phạm chính sách dân số, KHHGĐ trước khi vào Đảng'),
  generalEducation: means(fromCatalogue(catalogues.generalEducation), 'trình độ giáo dục phổ thông'),
  qualification: means(fromCatalogue(catalogues.qualification), 'trình độ chuyên môn nghiệp vụ'),
  academicTitle: means(fromCatalogue(catalogues.academicTitle), 'chức danh khoa học'),
  theoryLevel: means(fromCatalogue(catalogues.theoryLevel), 'trình độ lý luận chính trị'),
  admissionDecidedOn: partialDayField('ngày quyết định kết nạp (tính tuổi đảng)'),
  admittedOn: partialDayField('ngày vào Đảng (ngày lễ kết nạp)'),
  officialOn: partialDayField('ngày chính thức'),
};

// 33-column list of the 2025 clean-up (38-HD/BTCTW): addresses in the two-level model, without a district.
const address = z
  .strictObject({
    country: z.string().trim().min(1),
    province: z.string().trim().min(1),
    commune: z.string().trim().min(1),
    detail: z.string().trim().min(1),
  })
  .partial();
const relative = z.strictObject({
  relation: z.string().trim().min(1),
  name: z.string().trim().min(1),
  born: z.string().refine(isPartialDay, { error: 'not a day, month or year' }).optional(),
  note: z.string().trim().min(1).optional(),
});

const sensitiveFields = {
  citizenId: sensitive(
    z.string().regex(/^\d{12}$/, { error: 'a citizen number has 12 digits' }),
    'citizen-id',
    'số định danh cá nhân (CCCD)',
  ),
  oldIdentityNumber: sensitive(
    z.string().regex(/^\d{9}(\d{3})?$/, { error: 'an old identity number has 9 digits (12 on later cards)' }),
    'old-identity-number',
    'số CMND cũ',
  ),
  phone: sensitive(z.string().trim().min(1).max(50), 'phone', 'số điện thoại'),
  email: sensitive(z.email(), 'email', 'thư điện tử'),
  birthRegistration: sensitive(address, 'birth-registration', 'nơi đăng ký khai sinh'),
  hometown: sensitive(address, 'hometown', 'quê quán'),
  residence: sensitive(address, 'residence', 'nơi thường trú'),
  family: sensitive(z.array(relative).min(1), 'family', 'quan hệ gia đình'),
  health: sensitive(z.string().trim().min(1), 'health', 'tình trạng sức khỏe'),
};

export type PlainField = keyof typeof plainFields;
export const plainFieldNames = Object.keys(plainFields) as PlainField[];
export const sensitiveFieldNames = Object.keys(sensitiveFields) as (keyof typeof sensitiveFields)[];

// Whoever puts a telephone number into `details` would leave it in the journal in plain.
const detailName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'a name in camelCase, for example birthPlace' })
  .refine((name) => !Object.hasOwn(sensitiveFields, name) && !Object.hasOwn(plainFields, name), {
    error: 'this is a field of the record itself, beside "details"',
  });
const detailText = z.string().normalize('NFC').trim().min(1).max(10_000);

/** Old cards have 8 digits, those since 38-HD/BTCTW (2025) 12; 85-QĐ/TW numbers are a third kind; other schemes may come. */
const card = z.strictObject({
  scheme: means(
    z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'words in lower case, joined by -' }),
    'loại số: card-8, card-12 (thẻ 8, 12 số), decision-85 (theo QĐ 85), badge (Huy hiệu Đảng) …',
  ),
  number: textField('số'),
  issuedOn: partialDayField('ngày cấp').optional(),
  issuedAt: textField('nơi cấp').optional(),
});
export type Card = z.infer<typeof card>;
const cards = z
  .array(card)
  .min(1)
  .refine((list) => new Set(list.map(({ scheme }) => scheme)).size === list.length, {
    error: 'one number of each scheme: an act says what holds from its day on',
  });

const numberFields = {
  cards: means(cards, 'số thẻ đảng viên và các số khác').optional(),
  dossierNumber: textField('số lý lịch đảng viên').optional(),
};

type Optional<T extends Record<string, z.ZodType>> = { [K in keyof T]: z.ZodOptional<T[K]> };
type Clearable<T extends Record<string, z.ZodType>> = { [K in keyof T]: z.ZodOptional<z.ZodNullable<T[K]>> };

function mapped(shape: Record<string, z.ZodType>, change: (schema: z.ZodType) => z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, change(schema)]));
}

const held = { ...plainFields, ...sensitiveFields };

/** A person whom an act brings into the register, with what is known; what is not known is left out. */
export const newPersonSchema = newPerson(
  {
    name: nameField('họ và tên'),
    ...(mapped(held, (schema) => schema.optional()) as Optional<typeof held>),
    ...numberFields,
    details: means(
      z.record(detailName, detailText),
      'các mục khác của phiếu đảng viên (birthPlace, introducers …)',
    ).optional(),
  },
  'người mới có trong sổ',
);
export type NewPerson = z.infer<typeof newPersonSchema>;

/** Somebody in the register, or somebody new. */
export const anyPerson = z.union([personRef('người đã có trong sổ'), newPersonSchema]);

/** What changes in a record; null empties a field, what is left out stays. */
export const recordChangeSchema = z
  .strictObject({
    name: nameField('họ và tên').optional(),
    ...(mapped(held, (schema) => schema.nullable().optional()) as Clearable<typeof held>),
    ...numberFields,
    details: z.record(detailName, detailText.nullable()).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'say what changes' });
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** Everything that an act may change in a record by a name of its own; what else a record holds are its `details`. */
export const recordFieldNames: ReadonlySet<string> = new Set(
  Object.keys(recordChangeSchema.shape).filter((name) => name !== 'details'),
);
