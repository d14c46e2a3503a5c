import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#/platform/clock.ts';
import { hire } from '#test/officers.ts';
import { type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

// Acts of vetting are there for roles that see vetting, and for nobody else: not as a line, not as a file, not as a name.

let office: Office;
let department: Asks;
const others = new Map<string, Asks>();
const person = id('person P1');
const [act, background, withdrawal] = [id('vetting'), id('background'), id('vetting withdrawn')];
const paper = { issuer: 'Ban Thường vụ', number: '41-KL/TU', issuedOn: '2024-09-10' };
const year = 'from=2024-01-01&to=2024-12-31';

const concluded = (more: object = {}) => ({
  ...{ kind: 'vetting.concluded', effectiveOn: '2024-09-10', paper, person: 'P1', occasion: 'planning' },
  ...{ conclusion: 'fails', actor: { unit: 'A', body: 'standing-committee' }, ...more },
});

beforeAll(async () => {
  office = await openOffice(['A'], fixedClock('2026-06-15T03:00:00Z'));
  const verified = {
    ...{ id: background, kind: 'background.verified', effectiveOn: '2024-03-01', person: 'P1' },
    confirmations: [{ by: 'Đảng ủy xã Mẫu', on: '2024-02-20' }],
  };
  const mistaken = id('mistaken');
  const posted = await office.operator('/api/acts', {
    acts: [
      ...ofA,
      verified,
      concluded({ id: act }),
      concluded({ id: mistaken, effectiveOn: '2024-10-01', occasion: 'election' }),
      { id: withdrawal, kind: 'act.withdrawn', effectiveOn: '2024-10-01', withdraws: mistaken, reason: 'Ghi nhầm' },
    ],
  });
  expect(posted.status, posted.text).toBe(200);
  const somebody = hire(() => office);
  for (const [role, unit] of [
    ['cell-secretary', 'A.1.1'],
    ['committee-officer', 'A.1'],
    ['inspection-commission', 'A'],
    ['leader', 'A'],
    ['auditor', 'A'],
  ] as const)
    others.set(role, (await somebody(role, unit)).ask);
  department = (await somebody('organisation-department', 'A')).ask;
}, 120_000);
afterAll(() => office?.close());

const kindsSeen = async (ask: Asks) =>
  (await ask('/api/acts?limit=100')).body.acts.map(({ kind }: { kind: string }) => kind).toSorted();

describe('acts of vetting', () => {
  test('stand in the journal of who sees vetting; in that of others neither they nor what withdraws them', async () => {
    const seen = await kindsSeen(department);
    expect(seen.filter((kind: string) => /^(vetting|background|act)\./.test(kind))).toEqual([
      ...['act.withdrawn', 'background.verified', 'vetting.concluded', 'vetting.concluded'],
    ]);
    for (const [role, ask] of others) {
      const kinds = await kindsSeen(ask);
      expect(kinds, role).toContain('member.registered');
      expect(
        kinds.filter((kind: string) => /^(vetting|background|act)\./.test(kind)),
        role,
      ).toEqual([]);
    }
  });

  test('are no acts to others: not to read, not their files, not why they are in sight, not by their paper', async () => {
    for (const one of [act, background, withdrawal]) {
      expect((await department(`/api/acts/${one}/story`)).status).toBe(200);
      for (const [role, ask] of others)
        for (const url of [`/api/acts/${one}`, `/api/acts/${one}/story`, `/api/why?act=${one}`])
          expect((await ask(url)).code, `${role} ${url}`).toBe('act.unknown');
    }
    for (const [role, ask] of others) {
      if (role !== 'auditor') expect((await ask(`/api/attachments?act=${act}`)).code, role).toBe('act.unknown');
      expect((await ask(`/api/paper-search?q=41-KL`)).text, role).not.toContain('41-KL');
    }
    expect((await department(`/api/paper-search?q=41-KL`)).text).toContain('41-KL');
  });

  test('stand on the page of the member for who sees vetting, without the conclusion', async () => {
    const entries = async (ask: Asks) =>
      (await ask(`/api/members/${person}`)).body.entries.filter(({ table }: { table: string }) => table === 'vetting');
    const own = await entries(department);
    expect(
      own.map(({ says, detail }: { says: { en: string }; detail: { en: string } }) => [says.en, detail.en]),
    ).toEqual([
      ['Political vetting: planning', 'Conclusion: ••• · standing committee'],
      ['Background verification', 'confirmed by 1, last on 20/02/2024'],
    ]);
    for (const [role, ask] of others) if (role !== 'auditor') expect(await entries(ask), role).toEqual([]);
  });

  test('are not told by a draft that somebody shares, either', async () => {
    const whole = async (role: string) =>
      office.as({ login: `ca-${role}`, capacity: await office.grant(`ca-${role}`, role, null, { tenant: 'A' }) });
    const [writer, peer, reader] = [
      await whole('organisation-department'),
      office.as({
        login: 'ca-ban',
        capacity: await office.grant('ca-ban', 'organisation-department', null, { tenant: 'A' }),
      }),
      await whole('committee-officer'),
    ];
    const draft = {
      id: id('draft'),
      kind: 'vetting.concluded',
      title: 'Nguyễn Thị Trong',
      isShared: true,
      body: { person },
    };
    const kept = await writer('/api/act-drafts', draft);
    expect(kept.status, kept.text).toBe(200);
    const seen = async (ask: Asks) =>
      (await ask('/api/act-drafts')).body.drafts.map((one: { title: string }) => one.title);
    expect(await seen(writer)).toEqual(['Nguyễn Thị Trong']);
    expect(await seen(peer)).toEqual(['Nguyễn Thị Trong']);
    expect(await seen(reader)).toEqual([]);
    expect((await reader(`/api/act-drafts/${id('draft')}`)).code).toBe('draft.unknown');
  });

  test('are recorded by who sees vetting alone', async () => {
    for (const [role, ask] of others) {
      const answer = await ask('/api/acts', { acts: [concluded({ effectiveOn: '2025-01-01' })] });
      expect(['act.not-yours', 'permission.missing'], `${role} ${answer.text}`).toContain(
        answer.body.fields?.[0]?.code ?? answer.code,
      );
    }
  });

  test('stand in the way of nothing: whoever does not see them records about the person as ever', async () => {
    const posted = await others.get('committee-officer')?.('/api/acts', {
      acts: [{ kind: 'member.updated', effectiveOn: '2023-01-01', person: 'P1', record: { occupation: null } }],
    });
    expect(posted?.text).not.toContain('vetting');
    expect(posted?.status, posted?.text).toBe(200);
  });
});

describe('the conclusion', () => {
  const open = (ask: Asks, reason: string) => ask(`/api/acts/${act}/unseal`, { field: 'conclusion', reason });
  const long = 'Chuẩn bị nhân sự theo kế hoạch năm';

  test('is masked, opened for a reason with a line of the log, and the person and the inspection commission are told', async () => {
    const story = await department(`/api/acts/${act}/story`);
    expect(story.text).not.toContain('fails');
    expect((await open(department, 'ngắn')).code).toBe('reveal.reason');
    expect((await open(department, long)).body).toMatchObject({
      ...{ value: 'fails', lines: ['fails'], says: { vi: 'chưa đủ tiêu chuẩn chính trị' } },
    });
    const notices = (await others.get('inspection-commission')?.('/api/access-log?notice=1'))?.body.accesses;
    expect(notices).toMatchObject([
      { action: 'sealed.opened', notice: 'vetting', reason: long, persons: [{ id: person }] },
    ]);
    expect(JSON.stringify(notices)).not.toContain('fails');
  });

  test('is not there for others to open', async () => {
    expect((await open(others.get('inspection-commission') as Asks, long)).code).toBe('act.unknown');
    for (const role of ['committee-officer', 'leader', 'auditor', 'cell-secretary'])
      expect((await open(others.get(role) as Asks, long)).code, role).toBe('permission.missing');
  });
});

describe('behind the number of people vetted', () => {
  const figure = (more = '') => `/api/figures/people-vetted?unit=A&${year}${more}`;

  test('stand names for who sees vetting; others get the number alone, by whichever door', async () => {
    expect((await department(figure('&list=1'))).body).toMatchObject({
      value: 1,
      list: [{ label: 'Nguyễn Thị Trong' }],
    });
    for (const role of ['inspection-commission', 'leader']) {
      const ask = others.get(role) as Asks;
      expect((await ask(figure())).body.value).toBe(1);
      for (const url of [
        figure('&list=1'),
        figure('&notCounted=1'),
        `/api/people?unit=A&figure=people-vetted&figureFrom=2024-01-01&figureTo=2024-12-31`,
        `/api/people/count?unit=A&figure=people-vetted&figureFrom=2024-01-01&figureTo=2024-12-31`,
        `/api/reports/annual/rows/${encodeURIComponent('people-vetted:occasion=planning')}?unit=A&${year}`,
      ])
        expect([url, (await ask(url)).code]).toEqual([url, 'names.not-yours']);
    }
  });
});

test('the person’s own page and copy leave vetting out, and tell who opened it', async () => {
  expect((await office.operator(`/api/people/${person}/account`, { login: 'dang-vien', reason: 'x' })).status).toBe(
    200,
  );
  const member = office.as({ login: 'dang-vien', capacity: await office.grant('dang-vien', 'member', 'A.1.1') });
  const { own } = (await member('/api/my-record')).body;
  expect(own.openings).toMatchObject([{ notice: 'vetting' }]);
  expect(own.record.entries.map(({ table }: { table: string }) => table)).not.toContain('vetting');
  const copy = await member('/api/my-record/copy', { format: 'json' });
  expect(copy.body.acts.map(({ kind }: { kind: string }) => kind)).toContain('member.registered');
  expect(copy.text).not.toMatch(/vetting\.concluded|background\.verified|"fails"/);
});
