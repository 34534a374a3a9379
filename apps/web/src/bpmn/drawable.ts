/** More shapes and lines than these would hold up the page for seconds while they are drawn; the largest shipped diagram has 250. */
export const MOST_DRAWN = 3000;

/** Shapes and lines a file wants drawn, counted in its text. */
export function countDrawn(xml: string): number {
  return xml.match(/<(?:[\w-]+:)?BPMN(?:Shape|Edge)[\s>]/g)?.length ?? 0;
}

export interface Listed {
  readonly id: string;
  readonly name: string;
  /** As in the texts: 'UserTask'. */
  readonly type: string;
}

/** What stands in the processes of a file, in document order; flows, events and data with it. */
export function elementsIn(xml: string): readonly Listed[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return [...document.querySelectorAll('process [id], participant[id]')]
    .filter((element) => !/^(extensionElements|incoming|outgoing|.*EventDefinition)$/.test(element.localName))
    .map((element) => ({
      id: element.id === '' ? (element.getAttribute('id') ?? '') : element.id,
      name: element.getAttribute('name')?.trim() ?? '',
      type: `${element.localName.charAt(0).toUpperCase()}${element.localName.slice(1)}`,
    }));
}
