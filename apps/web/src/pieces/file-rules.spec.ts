import { describe, expect, it } from 'vitest';
import type { Text } from '../i18n/use-text';
import { acceptOf, refusalOfFile, ruleOf } from './file-rules';

const t: Text = (key, told) => `${key} ${JSON.stringify(told ?? {})}`;
const file = (name: string, size: number): File => Object.defineProperty(new File(['x'], name), 'size', { value: size });

describe('a file that is chosen', () => {
  it.each([
    ['to-trinh.PDF', 1000, null],
    ['ảnh.JPeG', 1000, null],
    ['to-trinh.pdf.exe', 1000, 'file.wrongKind'],
    ['bao-cao.docx', 1000, 'file.wrongKind'],
    ['trong.pdf', 0, 'file.empty'],
    ['lon.pdf', 21 * 1024 * 1024, 'file.tooLarge'],
  ])('%s of %i bytes: %s', (name, size, why) => {
    const refusal = refusalOfFile(file(name, size), ruleOf('scan', undefined, t), t);
    expect(refusal?.split(' ')[0] ?? null).toBe(why);
  });

  it('is offered by its endings', () => {
    expect(acceptOf(ruleOf('scan', ['pdf', 'jpeg'], t))).toBe('.pdf,.jpg,.jpeg');
  });

  it('may be of a kind no rule of the contract knows', () => {
    const rule = ruleOf({ endings: ['p12', 'pfx'], says: 'PKCS#12', largest: 1000 }, undefined, t);
    expect([refusalOfFile(file('khoa.pfx', 10), rule, t), refusalOfFile(file('khoa.pem', 10), rule, t)?.split(' ')[0]]).toEqual([
      null,
      'file.wrongKind',
    ]);
  });
});
