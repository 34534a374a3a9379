import type { BlankField, BlankView } from '@thidua/contract';
import { pdfWith } from '../../../../test/harness/attachment-files';
import { RoundPlay } from '../../../../test/harness/round-play';

const CLERK = 'gp.vanthu';
const APPRAISER = 'gp.chuyenvien';
const CHAIR = 'gp.chutich';
const STRANGER = 'gp.thcs.nguoilap';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

describe('certificate blanks', () => {
  let play: RoundPlay;
  let orgId: string;
  let id: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    orgId = (await play.actor(CLERK)).positions[0]?.orgId ?? '';
    ({ id } = await play.call(CLERK, 'addBlank', { body: draft('Phôi giấy khen UBND xã') }));
  }, 60_000);
  afterAll(() => play.close());

  const draft = (name: string): object => ({ orgId, name, awards: ['GK_XA'], widthMm: 297, heightMm: 210 });
  const look = (username = CLERK): Promise<BlankView> => play.call(username, 'blank', { params: { id } });
  const save = async (change: (fields: readonly BlankField[]) => readonly BlankField[], version?: number): Promise<{ version: number }> => {
    const now = await look();
    const { name, awards, widthMm, heightMm } = now;
    return play.call(CLERK, 'changeBlank', {
      params: { id },
      body: { version: version ?? now.version, name, awards, widthMm, heightMm, fields: change(now.fields) },
    });
  };
  const five = (fields: readonly BlankField[]): readonly BlankField[] =>
    fields.map((field) => (field.source === 'recipient' ? { ...field, xMm: field.xMm + 5 } : field));

  it('begin with the fields of a certificate', async () => {
    const { fields, version, orgId: owner } = await look();
    expect(fields.map((field) => field.source)).toEqual(
      expect.arrayContaining([
        'recipient',
        'title',
        'achievement',
        'decisionNumber',
        'decisionDate',
        'placeDate',
        'signerOffice',
        'signerName',
      ]),
    );
    expect({ version, owner }).toEqual({ version: 1, owner: orgId });
  });

  it('keep a field 5 mm further, under a new version, with who did it', async () => {
    const before = (await look()).fields.find((field) => field.source === 'recipient')?.xMm ?? 0;
    const { version } = await save(five);
    const after = await look();
    expect(after.fields.find((field) => field.source === 'recipient')?.xMm).toBeCloseTo(before + 5);
    expect(after.version).toBe(version);
    const trail = await play.rows<{ action: string }>(`select action from audit where subject_id = $1 order by id`, [id]);
    expect(trail.map((line) => line.action)).toEqual(['blank-added', 'blank-changed']);
  });

  it('refuse to be saved over what somebody else has saved meanwhile', async () => {
    await expect(save(five, 1)).rejects.toMatchObject({ code: 'blank-changed' });
  });

  it('refuse two fields of one key, and a least size above the size', async () => {
    await expect(save((fields) => [...fields, ...fields.slice(0, 1)])).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(save((fields) => fields.map((field) => ({ ...field, minPt: field.sizePt + 1 })))).rejects.toMatchObject({
      code: 'request-invalid',
    });
  });

  it('have one name each in an organisation, until one goes out of use', async () => {
    await expect(play.call(CLERK, 'addBlank', { body: draft('Phôi giấy khen UBND xã') })).rejects.toMatchObject({
      code: 'blank-name-taken',
    });
    const other = await play.call(CLERK, 'addBlank', { body: { ...draft('Phôi cũ'), copyOf: id } });
    expect((await play.call(CLERK, 'blank', { params: { id: other.id } })).fields).toEqual((await look()).fields);
    await play.call(CLERK, 'retireBlank', { params: { id: other.id }, body: { version: 1 } });
    await expect(play.call(CLERK, 'blank', { params: { id: other.id } })).rejects.toMatchObject({ code: 'not-found' });
    await expect(play.call(CLERK, 'addBlank', { body: draft('Phôi cũ') })).resolves.toMatchObject({ version: 1 });
  });

  it('show their picture to their own people only, and take no other kind of file', async () => {
    const picture = { name: 'phoi.png', bytes: PNG };
    await play.call(CLERK, 'uploadBlankPicture', { params: { id }, file: picture });
    expect((await look()).hasPicture).toBe(true);
    const shown = (await play.call(CHAIR, 'blankPicture', { params: { id } })) as { mime: string }; // the table says only that it is a file
    expect(shown.mime).toBe('image/png');
    await expect(play.call(STRANGER, 'blankPicture', { params: { id } })).rejects.toMatchObject({ code: 'not-found' });
    await play.call(CLERK, 'uploadBlankPicture', { params: { id }, file: { name: 'phoi.pdf', bytes: pdfWith({ text: 'phôi' }) } });
    const drawn = (await play.call(CHAIR, 'blankPicture', { params: { id } })) as { bytes: Uint8Array; mime: string }; // as above
    expect({ mime: drawn.mime, png: Buffer.from(drawn.bytes).subarray(1, 4).toString() }).toEqual({ mime: 'image/png', png: 'PNG' });
    const script = { name: 'phoi.png', bytes: Buffer.from('<svg onload=alert(1)>') };
    await expect(play.call(CLERK, 'uploadBlankPicture', { params: { id }, file: script })).rejects.toMatchObject({
      code: 'file-not-what-it-says',
    });
  });

  it('are seen by their organisation, changed by those who prepare its papers, and nobody else', async () => {
    expect((await look(CHAIR)).mayChange).toBe(false);
    expect((await look(APPRAISER)).mayChange).toBe(true);
    await expect(play.call(CHAIR, 'retireBlank', { params: { id }, body: { version: 1 } })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(look(STRANGER)).rejects.toMatchObject({ code: 'not-found' });
    await expect(play.call(STRANGER, 'addBlank', { body: draft('Phôi lạ') })).rejects.toMatchObject({ code: 'forbidden' });
    const { blanks, orgs, awards } = await play.call(STRANGER, 'blanks');
    expect(blanks).toEqual([]);
    expect(orgs.map((org) => org.id)).not.toContain(orgId);
    expect(awards.map((award) => award.code)).toContain('GK_XA');
  });

  it('are printed for a test with what they are now, frozen with the order', async () => {
    const { id: order } = await play.call(CLERK, 'orderPrint', { body: { kind: 'blank-test', params: { blankId: id, picture: false } } });
    const asked = (await look()).fields;
    await save(five);
    const [row] = await play.rows<{ params: { layout: { fields: BlankField[] }; picture: string | null } }>(
      'select params from print_order where id = $1',
      [order],
    );
    expect(row?.params).toMatchObject({ layout: { widthMm: 297, fields: asked }, picture: null });
  });

  it('are printed for a test by nobody who may not change them', async () => {
    for (const username of [CHAIR, STRANGER]) {
      await expect(play.call(username, 'orderPrint', { body: { kind: 'blank-test', params: { blankId: id } } })).rejects.toMatchObject({
        code: username === CHAIR ? 'forbidden' : 'not-found',
      });
    }
  });
});
