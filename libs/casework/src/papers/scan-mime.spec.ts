import { scanMime } from './scan-mime';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n');
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from('....IEND....')]);
const JPEG = Buffer.from('ffd8ffe000104a464946ffd9', 'hex');

describe('an uploaded scan', () => {
  it.each([
    ['ban-quet.pdf', PDF, 'application/pdf'],
    ['ảnh.PNG', PNG, 'image/png'],
    ['anh.jpg', JPEG, 'image/jpeg'],
    ['anh.jpeg', JPEG, 'image/jpeg'],
  ])('is taken as what its bytes and its name both say: %s', (name, bytes, mime) => {
    expect(scanMime(bytes, name)).toBe(mime);
  });

  it.each([
    ['a picture called PDF', 'x.pdf', PNG],
    ['a program called PDF', 'x.pdf', Buffer.from('MZ....')],
    ['a PDF that was cut off', 'x.pdf', PDF.subarray(0, 12)],
    ['a page of HTML with a PDF in it', 'x.pdf', Buffer.concat([Buffer.from('<html>'), PDF])],
    ['a name without a type', 'scan', PDF],
    ['a name with another type', 'scan.docx', PDF],
    ['nothing at all', 'x.pdf', Buffer.alloc(0)],
  ])('is refused: %s', (_what, name, bytes) => {
    expect(scanMime(bytes, name)).toBeNull();
  });
});
