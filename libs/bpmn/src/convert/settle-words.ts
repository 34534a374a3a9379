import { textOf } from '../moddle/access';
import { addExtension, addPart, changed, mapped, unmappable, type Converting } from './converting';
import { HARMLESS, LEFT_OUT, TO_SETTLE, UNKNOWN } from './settled-words';
import { localName, partsOf, shown, take, takeChildren, type Word, type Words } from './words';

/** Words that stand on any element, and at last all that no other converter took: none goes unreported. */
export function settleWords(converting: Converting, words: Words): void {
  versionTag(converting, words);
  properties(converting, words);
  for (const [name, word] of words.attributes) {
    settle(converting, words, name, word);
  }
  for (const child of words.children) {
    settle(converting, words, localName(child.$type), { what: child.$type, value: shown(child) });
  }
}

function settle(converting: Converting, { element }: Words, name: string, { what, value }: Word): void {
  if (Object.hasOwn(HARMLESS, name) && HARMLESS[name] === value) {
    mapped(converting, element, `${what}="${value}"`, '');
    return;
  }
  const left = Object.hasOwn(LEFT_OUT, name) ? LEFT_OUT[name] : undefined;
  if (left !== undefined) {
    changed(converting, element, what, '', left);
    return;
  }
  const { vi, en } = (Object.hasOwn(TO_SETTLE, name) ? TO_SETTLE[name] : undefined) ?? UNKNOWN;
  unmappable(converting, element, what, value, { vi: `«${what}»: ${vi}`, en: `"${what}": ${en}` });
}

function versionTag(converting: Converting, words: Words): void {
  const tag = words.element.$type === 'bpmn:Process' ? take(words, 'versionTag') : undefined;
  if (tag !== undefined) {
    addExtension(converting, words.element, 'zeebe:VersionTag', { value: tag.value });
    mapped(converting, words.element, tag.what, `zeebe:versionTag value="${tag.value}"`);
  }
}

function properties(converting: Converting, words: Words): void {
  for (const block of takeChildren(words, 'properties')) {
    const extension = addExtension(converting, words.element, 'zeebe:Properties');
    for (const property of partsOf(block)) {
      const name = textOf(property, 'name') ?? textOf(property, 'id') ?? '';
      addPart(converting, extension, 'properties', 'zeebe:Property', { name, value: textOf(property, 'value') ?? '' });
    }
    mapped(converting, words.element, block.$type, 'zeebe:properties');
  }
}
