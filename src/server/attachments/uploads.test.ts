import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '#/server/routes.ts';
import { type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice(['A']);
  await office.operator('/api/acts', { tenant: 'A', acts: ofA });
});
afterAll(() => office.close());

const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex');

/** Every way to send a file, by how the name of the file stands in it. */
const uploads: Record<string, { address: (name: string) => string; body: Buffer }> = {
  'POST /api/attachments': {
    address: (name) => `/api/attachments?tenant=A&person=${id('person P1')}&purpose=photo&name=${name}`,
    body: photo,
  },
  'POST /api/corrections/{id}/evidence': {
    address: (name) => `/api/corrections/${id('a request')}/evidence?tenant=A&name=${name}`,
    body: photo,
  },
  'POST /api/imports': { address: (name) => `/api/imports?tenant=A&name=${name}`, body: Buffer.from('{"kind":"x"}\n') },
  'POST /api/templates/{name}': {
    address: (name) => `/api/templates/form-1?unit=A&tenant=A&fileName=${name}`,
    body: Buffer.from('no Word'),
  },
  'POST /api/templates/{name}/check': {
    address: (name) => `/api/templates/form-1/check?fileName=${name}`,
    body: Buffer.from('no Word'),
  },
};

test('every route that takes a file stands here', () => {
  const streams = routes.filter(({ body }) => body === 'stream').map(({ method, path }) => `${method} ${path}`);
  expect(streams.toSorted()).toEqual(Object.keys(uploads).toSorted());
});

test.each(Object.entries(uploads))(
  '%s refuses a name with a degree of secrecy, and whoever declares nothing',
  async (_route, upload) => {
    const send = async (name: string, declared: string) => {
      const { status, code } = await office.operator(
        `${upload.address(encodeURIComponent(name))}&declaredUnclassified=${declared}`,
        upload.body,
      );
      return [status, code];
    };
    for (const name of ['QD-12-MẬT.jpg', 'TỐI MẬT.ndjson', 'tuyet mat 3.docx'])
      expect(await send(name, '1'), name).toEqual([422, 'attachment.classified']);
    expect(await send('anh.jpg', '0')).toEqual([422, 'attachment.not-declared']);
    expect(String((await send('bi mat nha nuoc.ndjson', '1'))[1])).not.toMatch(
      /^attachment\.(classified|not-declared)$/,
    );
  },
);
