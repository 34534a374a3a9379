import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS, readDiagramFile } from './read-diagram-file';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8])]);

describe('readDiagramFile', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    expect(readDiagramFile(bytesOf('<a name="Thẩm định"/>'))).toEqual({ xml: '<a name="Thẩm định"/>' });
    expect(readDiagramFile(bytesOf('\ufeff<a name="Thẩm định"/>'))).toEqual({ xml: '<a name="Thẩm định"/>' });
  });

  it('reads UTF-16 by its byte order mark', () => {
    expect(readDiagramFile(utf16('<a name="Thẩm định"/>'))).toEqual({ xml: '<a name="Thẩm định"/>' });
  });

  it('follows the encoding that the first line names', () => {
    const head = '<?xml version="1.0" encoding="windows-1258"?><a name="';
    expect(readDiagramFile(Uint8Array.from([...bytesOf(head), 0xd0, ...bytesOf('"/>')]))).toEqual({ xml: `${head}Đ"/>` });
  });

  it('refuses an encoding nobody knows', () => {
    expect(readDiagramFile(bytesOf('<?xml version="1.0" encoding="tcvn-9"?><a/>'))).toEqual({ problem: 'other-encoding' });
  });

  it('refuses bytes that are no text, a picture or a zip', () => {
    expect(readDiagramFile(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xff]))).toEqual({ problem: 'not-text' });
  });

  it('refuses text that is not XML, and an empty file', () => {
    expect(readDiagramFile(bytesOf('{"a":1}'))).toEqual({ problem: 'not-xml' });
    expect(readDiagramFile(bytesOf(''))).toEqual({ problem: 'not-xml' });
  });

  it('refuses what the server would not take', () => {
    expect(readDiagramFile(bytesOf(`<${'a'.repeat(MOST_CHARACTERS)}`))).toEqual({ problem: 'too-large' });
  });
});
