import { TemplateFieldMissing, TemplateInvalid } from '../errors';
import { compileTemplate, renderHtml } from './compile-template';

function filled(source: string, data: unknown, partials: Record<string, string> = {}): string {
  return renderHtml(compileTemplate(source, partials), data);
}

function missingField(source: string, data: unknown, partials: Record<string, string> = {}): unknown {
  try {
    filled(source, data, partials);
  } catch (error) {
    return error instanceof TemplateFieldMissing ? error.details['field'] : error;
  }
  return 'nothing missing';
}

describe('a template', () => {
  it('prints fields escaped and in NFC', () => {
    expect(filled('<p>{{name}}</p>', { name: '<b>Ủy</b>'.normalize('NFD') })).toBe('<p>&lt;b&gt;Ủy&lt;/b&gt;</p>');
  });

  it.each([
    ['{{frame.number}}', { frame: {} }, 'frame.number'],
    ['{{frame.number}}', {}, 'frame.number'],
    ['{{#if frame.signature.name}}x{{/if}}', { frame: {} }, 'frame.signature.name'],
    ['{{padNumber frame.number}}', { frame: {} }, 'frame.number'],
    ['{{#if flag}}x{{/if}}', {}, 'flag'],
    ['{{#each rows}}{{name}}{{/each}}', {}, 'rows'],
    ['{{#each rows as |row|}}{{row.name}}{{/each}}', { rows: [{}] }, 'row.name'],
    ['{{#if (eq kind "x")}}y{{/if}}', {}, 'kind'],
    ['{{> part a=b}}', {}, 'b'],
    ['{{#with frame}}{{../title}}{{/with}}', { frame: {} }, '../title'],
  ])('stops at the field that the data lacks: %s', (source, data, field) => {
    expect(missingField(source, data, { part: '{{a}}' })).toBe(field);
  });

  it('lets a field marked as optional be missing', () => {
    expect(filled('[{{opt note}}]', {})).toBe('[]');
  });

  it('takes null for a field that is there', () => {
    expect(filled('{{#if number}}{{number}}{{else}}-{{/if}}', { number: null })).toBe('-');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('cannot reach %s', (name) => {
    expect(() => filled(`{{${name}}}`, {})).toThrow();
  });

  it.each([
    ['an unescaped field', '{{{name}}}'],
    ['an unescaped field of the other spelling', '{{&name}}'],
    ['a helper outside the list', '{{shout name}}'],
    ['lookup', '{{lookup this "constructor"}}'],
    ['log', '{{log name}}'],
    ['a partial that is not there', '{{> nowhere}}'],
    ['a partial chosen by the data', '{{> (upper name)}}'],
    ['a decorator', '{{* x}}'],
    ['a block that is not closed', '{{#if a}}'],
  ])('refuses %s when it is compiled', (_what, source) => {
    expect(() => compileTemplate(source)).toThrow(TemplateInvalid);
  });
});
