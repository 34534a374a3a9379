import { readXml } from './xml-tree';

const read = (xml: string): unknown => {
  const tree = readXml(xml);
  return tree.ok ? tree.value : tree.error.kind;
};

describe('the XML tree', () => {
  it('holds elements with their namespace, attributes and text', () => {
    expect(
      read('\uFEFF<?xml version="1.0"?><a:r xmlns:a="u" xmlns="v" x="1 &lt; 2" a:y="3"><b>t&amp;<![CDATA[<c>]]></b><!-- no --></a:r>'),
    ).toMatchObject({
      uri: 'u',
      name: 'r',
      attributes: new Map([
        ['xmlns:a', 'u'],
        ['xmlns', 'v'],
        ['x', '1 < 2'],
        ['a:y', '3'],
      ]),
      children: [{ uri: 'v', name: 'b', text: 't&<c>', children: [] }],
    });
  });

  it('ends a namespace where its element ends', () => {
    expect(read('<r><a xmlns="u"/><b/></r>')).toMatchObject({ uri: '', children: [{ uri: 'u' }, { uri: '' }] });
  });

  it.each([
    ['&#65;&#x42;&#x1F40E;', 'AB🐎'],
    ['&quot;&apos;&gt;', '"\'>'],
  ])('reads %s as %s', (text, value) => {
    expect(read(`<r>${text}</r>`)).toMatchObject({ text: value });
  });

  it.each([
    ['nothing', ''],
    ['no element', '   '],
    ['a comment alone', '<!-- x -->'],
    ['text after the element', '<r/>x'],
    ['text alone', 'nonsense'],
    ['an element that is not closed', '<r><a></r>'],
    ['a file that ends early', '<r><a/>'],
    ['a document type', '<!DOCTYPE r><r/>'],
    ['an entity', '<r><!ENTITY x "y"></r>'],
    ['an unknown entity', '<r>&nbsp;</r>'],
    ['no character', '<r>&#0;</r>'],
    ['no character of Unicode', '<r>&#x110000;</r>'],
    ['an unknown prefix', '<x:r/>'],
    ['an attribute given twice', '<r a="1" a="2"/>'],
  ])('refuses %s', (_, xml) => {
    expect(read(xml)).toBe('broken');
  });

  it.each([
    ['characters', `<r>${'x'.repeat(1_000_000)}</r>`],
    ['elements', `<r>${'<a/>'.repeat(50_000)}</r>`],
    ['levels', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`],
    ['namespaces', `<r>${Array.from({ length: 51 }, (_, at) => `<a xmlns:n${at}="u"/>`).join('')}</r>`],
  ])('refuses too many %s', (_, xml) => {
    expect(read(xml)).toBe('limit');
  });

  it('lets errors pass that are none of the file', () => {
    expect(() => readXml(null as unknown as string)).toThrow(TypeError);
  });

  it('takes as many as the limits say', () => {
    expect(read(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`)).toMatchObject({ name: 'a' });
    expect(readXml(`<r>${'<a/>'.repeat(3)}</r>`, { characters: 100, elements: 3, depth: 9, namespaces: 0 }).ok).toBe(false);
    expect(readXml(`<r>${'<a/>'.repeat(2)}</r>`, { characters: 100, elements: 3, depth: 9, namespaces: 0 }).ok).toBe(true);
  });
});
