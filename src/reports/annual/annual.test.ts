import { afterAll, beforeAll, expect, test } from 'vitest';
import { annualDistrict, type District, textOf } from '#test/annual-district.ts';

let district: District;
beforeAll(async () => {
  district = await annualDistrict();
});
afterAll(() => district?.world.close());

const report: District['report'] = (...asked) => district.report(...asked);

test('a district reads as an officer would write it', async () => {
  const text = textOf(await report('H'));
  for (const sentence of [
    'Trong năm 2020, Huyện ủy Hải Mẫu ban hành 2 văn bản lãnh đạo, chỉ đạo, gồm 1 nghị quyết (1 nghị quyết chuyên đề), 1 kế hoạch.',
    'Trong năm 2020, toàn Đảng bộ tham gia cuộc thi “tim-hieu-lich-su-dang” với 1 bài dự thi, có 1 giải Nhì.',
    'Đến ngày 31/12/2020, Đảng bộ có 3 tổ chức cơ sở đảng (1 đảng bộ cơ sở, 2 chi bộ cơ sở); không thay đổi so với năm 2019; 2 chi bộ trực thuộc đảng ủy cơ sở.',
    'Trong năm 2020, không có tổ chức cơ sở đảng nào được thành lập mới hoặc giải thể.',
    'Toàn Đảng bộ đã kết nạp 5 đảng viên mới (gồm 2 có tên trong sổ và 3 theo số liệu đơn vị báo cáo, không mở được danh sách), đạt 500% chỉ tiêu (1 đảng viên), vượt kế hoạch năm; tăng 4 đảng viên (400%) so với năm 2019.',
    'Đến ngày 31/12/2020, toàn Đảng bộ có 9 đảng viên (6 đảng viên chính thức, 3 đảng viên dự bị), tăng 1 đảng viên (12,5%) so với năm 2019.',
    'Hồ sơ của 1 đảng viên chưa ghi ngày sinh nên không tính theo tuổi.',
    'Kết quả năm 2020: có 2 tổ chức cơ sở đảng được đánh giá, xếp loại, gồm: 1 tổ chức hoàn thành xuất sắc nhiệm vụ, bằng 50%; 1 tổ chức hoàn thành tốt nhiệm vụ, bằng 50%. Còn 1 tổ chức cơ sở đảng không xếp loại, do đánh giá, xếp loại theo hệ thống riêng (quân đội, công an). Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên đạt 100%, tăng 50 điểm phần trăm so với năm 2019.',
    'Trong năm 2020, các chi bộ tổ chức 1 kỳ sinh hoạt thường kỳ. Sổ chưa ghi đủ sinh hoạt thường kỳ các tháng của 4 chi bộ. Tỷ lệ đảng viên dự sinh hoạt của các chi bộ đạt 80%.',
    'Sổ chưa ghi kết quả xếp loại của 5 đảng viên. Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên đạt 75%; thấp hơn chỉ tiêu 15 điểm phần trăm (chỉ tiêu từ 90% trở lên).',
    'Trong năm 2020, có 1 cá nhân được khen thưởng (1 giấy khen)',
    'mở 1 lớp bồi dưỡng nhận thức về Đảng cho 84 lượt người.',
    'tiến hành kiểm tra đối với 1 lượt tổ chức đảng và 1 lượt đảng viên.',
    'Trong năm 2020, không ghi nhận tổ chức đảng, đảng viên bị thi hành kỷ luật.',
    'Phấn đấu thực hiện các chỉ tiêu năm 2021: kết nạp từ 3 đảng viên mới trở lên; tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên đạt từ 90% trở lên.',
  ])
    expect(text).toContain(sentence);
});

test('work that is not recorded here is said to be so, in its part', async () => {
  const { sections = [] } = await report('H');
  expect(sections.map(({ number, title }) => `${number} ${title}`)).toHaveLength(8);
  for (const number of [5, 6])
    expect(sections[number - 1]?.paragraphs.map(({ text }) => text).join()).toMatch(/không có số liệu/);
});

test('usual work of which nothing is recorded is left out of the text and named under it', async () => {
  const { sections = [], notes } = await report('B');
  const headings = sections.flatMap(({ paragraphs }) => paragraphs.map(({ heading }) => heading));
  expect(headings).not.toContain('Sinh hoạt chi bộ');
  expect(sections[0]?.paragraphs.map(({ text }) => text)).toEqual(['Sổ chưa ghi việc nào thuộc phần này.']);
  expect(notes).toContain(
    'Trong kỳ, sổ chưa ghi: văn bản lãnh đạo, chỉ đạo của Chi bộ Cơ quan B; sinh hoạt chi bộ; kết quả xếp loại đảng viên năm 2020; chức vụ trong Đảng; kiểm tra tổ chức đảng, đảng viên; đơn thư tiếp nhận trong kỳ. Báo cáo không nêu các nội dung này.',
  );
});

test('of an organisation founded in the period the notes say so in place of a year before', async () => {
  const { notes } = await report('H', '2018-01-01', '2018-12-31');
  expect(notes).toContain('Đảng bộ thành lập ngày 01/01/2018 nên không có số liệu của năm 2017 để so sánh.');
});

test('a half-year tells last year’s classification, and how far the target of the year has come', async () => {
  const answer = await report('H', '2020-01-01', '2020-06-30');
  const text = textOf(answer);
  expect(answer.title).toBe(
    'Sơ kết công tác tổ chức xây dựng Đảng 6 tháng đầu năm 2020; phương hướng, nhiệm vụ 6 tháng cuối năm 2020',
  );
  expect(text).toContain('Kết quả năm 2019: có 2 tổ chức cơ sở đảng được đánh giá, xếp loại');
  expect(text).toContain('đạt 100% chỉ tiêu cả năm (1 đảng viên); bằng cùng kỳ năm 2019.');
});

test('a quarter in mid-year tells no classification, and goes on with the target of the year', async () => {
  const text = textOf(await report('H', '2020-04-01', '2020-06-30'));
  expect(text).not.toContain('xếp loại');
  expect(text).toContain('Tiếp tục phấn đấu thực hiện các chỉ tiêu: kết nạp 1 đảng viên mới (chỉ tiêu năm 2020);');
});

test('over several years nothing happened "the year before"; what stands is compared with the beginning', async () => {
  const answer = await report('H', '2019-01-01', '2020-12-31');
  const text = textOf(answer);
  expect(answer.title).toContain('giai đoạn 2019 - 2020');
  expect(text).toContain(
    'có 9 đảng viên (6 đảng viên chính thức, 3 đảng viên dự bị), tăng 2 đảng viên (28,6%) so với đầu giai đoạn.',
  );
  expect(text).toContain(
    'Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên hằng năm: năm 2019 đạt 50%; năm 2020 đạt 100%.',
  );
  expect(text).toContain(
    'Riêng năm 2020, sổ chưa ghi đủ sinh hoạt thường kỳ các tháng của 4 chi bộ. Tỷ lệ đảng viên dự sinh hoạt của các chi bộ đạt 80%.',
  );
  expect(text).toContain('đạt 75%; thấp hơn chỉ tiêu 15 điểm phần trăm');
  expect(text).not.toContain('so với năm 2018');
  expect(answer.notes.join()).toMatch(/sinh hoạt chi bộ năm 2019; .* kết quả xếp loại đảng viên năm 2019;/);
});

test('a grassroots body, a cell and a body without anything omit what they do not have', async () => {
  const grassroots = textOf(await report('A'));
  expect(grassroots).toContain('Đến ngày 31/12/2020, Đảng bộ có 2 chi bộ trực thuộc; không thay đổi so với năm 2019.');
  expect(grassroots).toContain('Đảng bộ được xếp loại hoàn thành tốt nhiệm vụ năm 2020.');
  expect(grassroots).not.toContain('tổ chức cơ sở đảng');
  const cell = await report('A1');
  expect(textOf(cell)).toContain('Trong năm 2020, Chi bộ tổ chức 1 kỳ sinh hoạt thường kỳ.');
  expect(textOf(cell)).not.toMatch(/Đảng bộ|cấp dưới|chi bộ trực thuộc/);
  expect(cell.heading).toMatchObject({
    superior: 'Đảng ủy xã A',
    issuer: 'Chi bộ thôn 1',
    signing: ['T/M CHI BỘ', 'BÍ THƯ'],
  });
  const empty = textOf(await report('E'));
  expect(empty).toContain('Đến ngày 31/12/2020, sổ chưa ghi tổ chức cơ sở đảng nào trực thuộc Đảng bộ.');
  expect(empty).toContain('Đến ngày 31/12/2020, sổ chưa ghi đảng viên nào của Đảng bộ.');
});
