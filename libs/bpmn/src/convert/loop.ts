import { elementOf, textOf } from '../moddle/access';
import { extensionFor, mapped, parentOf, put, type Converting } from './converting';
import { feelFor } from './expressions';
import { addMapping } from './io-mapping';
import { take, type Word, type Words } from './words';

/** The collection of a multi-instance activity and the names inside it; cardinality and condition are expressions of BPMN itself. */
export function convertLoop(converting: Converting, words: Words): void {
  const { element } = words;
  if (element.$type !== 'bpmn:MultiInstanceLoopCharacteristics') {
    return;
  }
  const reference = converting.dangling.get(element)?.['loopDataInputRef'];
  const collection = take(words, 'collection') ?? (reference === undefined ? undefined : { what: 'loopDataInputRef', value: reference });
  if (collection !== undefined) {
    items(converting, words, collection);
  }
  const index = take(words, 'elementIndexVariable');
  if (index !== undefined) {
    const activity = parentOf(element);
    addMapping(converting, activity, 'inputParameters', { source: 'loopCounter - 1', target: index.value });
    mapped(converting, activity, index.what, `zeebe:input source="=loopCounter - 1" target="${index.value}"`);
  }
}

function items(converting: Converting, words: Words, collection: Word): void {
  const { element } = words;
  const item = elementOf(element, 'inputDataItem');
  const named = take(words, 'elementVariable')?.value ?? textOf(item, 'name') ?? item?.id;
  // A plain name is a variable, not a text.
  const value = /[#$]\{/.test(collection.value) ? collection.value : `\${${collection.value}}`;
  const feel = feelFor(converting, element, { what: collection.what, value });
  if (feel === undefined) {
    return;
  }
  put(element, 'inputDataItem', undefined);
  const extension = extensionFor(converting, element, 'zeebe:LoopCharacteristics');
  put(extension, 'inputCollection', `=${feel.source}`);
  put(extension, 'inputElement', named);
  mapped(
    converting,
    element,
    collection.what,
    `zeebe:loopCharacteristics inputCollection="=${feel.source}"${named === undefined ? '' : ` inputElement="${named}"`}`,
  );
}
