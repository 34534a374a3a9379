import { diagram, end, flow, start } from '../../test/diagram';
import { SCAN_LIMITS, scanXml } from './scan-xml';

const found = (xml: string): readonly unknown[] =>
  scanXml(xml).map((refusal) => [refusal.code, refusal.detail['what'] ?? refusal.detail['reference'] ?? null]);

describe('scanXml', () => {
  it('accepts an honest diagram', () => {
    expect(scanXml(diagram(start(), end(), flow('S', 'E')))).toEqual([]);
  });

  it('counts a declaration repeated on every element once, as Bizagi writes them', () => {
    const repeated = '<a xmlns:b="urn:b"/>'.repeat(200);
    expect(found(`<r>${repeated}</r>`)).toEqual([]);
    expect(found(`<r>${'<a xmlns b="1"/>'.repeat(64)}</r>`)).toEqual([]);
    expect(found(`<r>${'<a xmlns b="1"/>'.repeat(65)}</r>`)).toEqual([['over-limit', 'namespaces']]);
  });

  it('refuses the namespace bomb within 100 ms', () => {
    const bomb = Array.from({ length: 6000 }, (_, index) => `<a${index} xmlns:p${index}="u${index}">`).join('');
    const flat = Array.from({ length: 4000 }, (_, index) => `<a xmlns:p${index}="u${index}"/>`).join('');
    const started = performance.now();
    expect(found(bomb)).toEqual([['over-limit', 'namespaces']]);
    expect(found(`<r>${flat}</r>`)).toEqual([['over-limit', 'namespaces']]);
    expect(performance.now() - started).toBeLessThan(100);
  });

  it.each([
    ['nesting', '<a>'.repeat(65), 'depth'],
    ['elements', `<r>${'<a/>'.repeat(SCAN_LIMITS.elements)}</r>`, 'elements'],
    ['text', 'x'.repeat(SCAN_LIMITS.characters + 1), 'characters'],
    ['attributes', `<r ${Array.from({ length: 101 }, (_, index) => `a${index}="1"`).join(' ')}/>`, 'attributes'],
  ])('refuses too much %s', (_, xml, what) => {
    expect(found(xml)).toEqual([['over-limit', what]]);
  });

  it('accepts exactly the limits', () => {
    expect(scanXml(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`)).toEqual([]);
    expect(scanXml(`<r>${'<a/>'.repeat(SCAN_LIMITS.elements - 1)}</r>`)).toEqual([]);
    expect(scanXml(Array.from({ length: 64 }, (_, index) => `<a xmlns:p${index}='u'/>`).join(''))).toEqual([]);
  });

  it('reads depth off closing tags, not off what stands in comments, CDATA and attributes', () => {
    const noise = `<!-- ${'<a>'.repeat(99)} --><![CDATA[${'<a>'.repeat(99)}]]><?pi ${'<a>'.repeat(99)}?>`;
    expect(scanXml(`<r t="${'<a>'.repeat(99)}" u='a > "b'>${noise}${'<a></a>'.repeat(99)}</r>`)).toEqual([]);
  });

  it.each([
    ['a document type', '<!DOCTYPE r [<!ENTITY x "y">]><r/>'],
    ['an entity', '<r><!ENTITY x "y"></r>'],
  ])('refuses %s', (_, xml) => {
    expect(scanXml(xml).map((refusal) => refusal.code)).toEqual(['xml-forbidden']);
  });

  it.each(['&#0;', '&#x0;', '&#000;', '&#x1F600;', '&#128512;', '&#xD800;', '&#xdfff;', '&#8;', '&#xFFFE;', '&#x;', '&#;'])(
    'refuses the reference %s',
    (reference) => {
      expect(found(`<r a="${reference}"/>`)).toEqual([['xml-character', reference]]);
    },
  );

  it.each(['&#9;', '&#10;', '&#xD;', '&#x1EC9;', '&#272;', '&lt;', '&amp;'])('accepts the reference %s', (reference) => {
    expect(scanXml(`<r a="${reference}"/>`)).toEqual([]);
  });

  it.each([
    ['NUL', '\0'],
    ['a control character', '\u0001'],
    ['a high surrogate alone', '\ud83d'],
    ['a low surrogate alone', '\ude00'],
    ['a non-character', '\uffff'],
  ])('refuses %s', (_, character) => {
    expect(scanXml(`<r>${character}</r>`).map((refusal) => refusal.code)).toEqual(['xml-character']);
  });

  it('accepts a pair of surrogates and Vietnamese in either form', () => {
    expect(scanXml('<r>😀 Quyết định khen thưởng</r>'.normalize('NFD'))).toEqual([]);
  });

  it.each(['<r', '<r a="', "<r a='>", '<!-- open', '<![CDATA[ open', '<?open'])('refuses unclosed markup: %s', (xml) => {
    expect(scanXml(xml).map((refusal) => refusal.code)).toEqual(['xml-invalid']);
  });

  it.each([
    ['quotes', `<r ${'"'.repeat(500_000)}`],
    ['angle brackets', '<'.repeat(1_900_000)],
    ['comments', '<!--'.repeat(450_000)],
    ['text between quotes', `<r ${'a="'.repeat(500_000)}`],
    ['attributes without end', `<r ${'a = '.repeat(450_000)}>`],
    ['spaces', `<r ${' '.repeat(1_900_000)}>`],
    ['one long word', `<r ${'a'.repeat(1_900_000)}>`],
    ['references', '&#1'.repeat(600_000)],
  ])('stays linear on two megabytes of %s', (_, xml) => {
    const started = performance.now();
    scanXml(xml);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
