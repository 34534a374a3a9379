import type { ModdleElement } from 'bpmn-moddle';
import type { Refusal } from '../refusal';
import { textOf } from './access';
import { descendants } from './descendants';

/** Every mark the converter left where it could not say something: until somebody settled it, the diagram is not to be deployed. */
export function unmappedWords(root: ModdleElement): readonly Refusal[] {
  return descendants(root)
    .filter((element) => element.$type === 'thidua:Unmapped')
    .map((mark) => {
      const owner = ownerOf(mark);
      const name = textOf(owner, 'name');
      const what = textOf(mark, 'what') ?? '';
      return {
        code: 'not-convertible',
        ...(owner.id === undefined ? {} : { elementId: owner.id }),
        ...(name === undefined ? {} : { elementName: name }),
        elementType: owner.$type,
        path: `${owner.id ?? ''}/${what}`,
        detail: { what, value: textOf(mark, 'value') ?? '' },
        hint: 'Say it with native means, then delete this mark (thidua:unmapped).',
        severity: 'error',
      };
    });
}

/** The nearest element around a mark that has an id. */
function ownerOf(mark: ModdleElement): ModdleElement {
  let owner = mark;
  while (owner.id === undefined && owner.$parent !== undefined) {
    owner = owner.$parent;
  }
  return owner;
}
