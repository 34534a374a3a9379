import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseworkDeps } from '@thidua/casework';
import type { JsonObject } from '@thidua/kernel';
import type { ClaimedPrint } from '@thidua/store';
import type { TaskRoom } from '../service-tasks/service-task';
import { blankSheets, certificateValues } from './blank-sheets';

const SAMPLE = JSON.parse(readFileSync(join(__dirname, '../../../../workflows/papers/1/samples/giay-khen.json'), 'utf8')) as JsonObject; // our own file

describe('what a certificate says on a blank', () => {
  it('is the frozen words of the paper', () => {
    expect(certificateValues(SAMPLE)).toEqual({
      decider: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc',
      verb: 'TẶNG',
      award: 'Giấy khen',
      recipient: 'Bà Nguyễn Thị Ánh Tuyết',
      title: 'Giáo viên, Trường Tiểu học Gia Phúc',
      achievement: expect.stringMatching(/^Đã có thành tích xuất sắc/) as string,
      decisionNumber: '57/QĐ-UBND',
      decisionDate: 'ngày 05 tháng 3 năm 2026',
      goldenBook: '12',
      placeDate: 'Gia Phúc, ngày 05 tháng 3 năm 2026',
      signerOffice: 'CHỦ TỊCH',
      signerName: 'Phạm Quang Hưng',
    });
  });

  it('leaves empty what a draft does not know', () => {
    expect(certificateValues({ ...SAMPLE, decisionNumber: null, decisionDate: null, goldenBook: null })).toMatchObject({
      decisionNumber: '',
      decisionDate: '',
      goldenBook: '',
    });
  });
});

describe('a batch on blanks', () => {
  const field = {
    text: '',
    xMm: 10,
    yMm: 10,
    sizePt: 20,
    minPt: 18,
    lines: 1,
    bold: true,
    italic: false,
    align: 'left',
    colour: '#000000',
    upper: false,
  };
  const layout = { widthMm: 297, heightMm: 210, fields: [{ ...field, key: 'r', source: 'recipient', widthMm: 60 }] };
  const order = (sheets: readonly JsonObject[]): ClaimedPrint => ({
    provinceId: 'HP',
    id: 'x',
    kind: 'blank-sheets',
    params: { layout, sheets, name: 'in-phoi' },
    askedBy: 'a',
    positionId: null,
    total: sheets.length,
    attempts: 1,
    leaseToken: 't',
  });
  const rendered: string[] = [];
  const room = {
    // Frozen bodies by hash, and a browser that must not be reached.
    deps: {
      publicUrl: null,
      stores: { payloads: { getMany: () => Promise.resolve(new Map([['h', { data: SAMPLE }]])) } },
    } as unknown as CaseworkDeps,
    maker: { render: (html: string) => Promise.reject(new Error(`rendered ${rendered.push(html)}`)) },
  } as unknown as TaskRoom;

  it('stops before its first page and names who does not fit, where, and the room it takes', async () => {
    const sheet = { paperId: 'p', dataHash: 'h', verifyToken: 'v' };
    await expect(blankSheets(room, order([sheet]), () => Promise.resolve())).rejects.toMatchObject({
      reason: 'text-does-not-fit',
      message: expect.stringMatching(/^Bà Nguyễn Thị Ánh Tuyết – ô họ tên, tập thể: cần \d+ mm, ô 60 mm × 1 dòng$/) as string,
    });
    expect(rendered).toEqual([]);
  });

  it('says so when the words of a certificate are gone', async () => {
    const sheet = { paperId: 'p', dataHash: 'gone', verifyToken: '' };
    await expect(blankSheets(room, order([sheet]), () => Promise.resolve())).rejects.toMatchObject({ reason: 'facts-missing' });
  });
});
