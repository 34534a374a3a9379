import type { useText } from '../../i18n/use-text';

/** An element as its file names it; a flow with its two ends. Type as in the texts: 'UserTask'. */
export interface DrawnName {
  readonly name: string;
  readonly type: string;
  readonly ends: readonly string[];
}

export type Names = ReadonlyMap<string, DrawnName>;

/** Everything with an id in a diagram, read from its text, so that lists need no canvas. */
export function namesOf(xml: string): Names {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return new Map(
    [...document.querySelectorAll('[id]')].map((element) => {
      const text = (name: string): string => element.getAttribute(name) ?? '';
      const type = `${element.localName.charAt(0).toUpperCase()}${element.localName.slice(1)}`;
      const ends = [text('sourceRef'), text('targetRef')].filter((end) => end !== '');
      return [text('id'), { name: text('name').trim(), type, ends }];
    }),
  );
}

/** What people call an element: its name, for a flow without one its two ends, else its kind with its id. */
export function labelOf(id: string, names: Names, t: ReturnType<typeof useText>): string {
  const drawn = names.get(id);
  if (drawn === undefined) {
    return id;
  }
  if (drawn.name !== '') {
    return drawn.name;
  }
  const kind = t.or(`elementType.${drawn.type}`, drawn.type);
  if (drawn.type === 'Definitions') {
    return kind;
  }
  const isFlow = drawn.type === 'SequenceFlow' && drawn.ends.every((end) => names.get(end)?.type !== 'SequenceFlow');
  return isFlow && drawn.ends.length === 2 ? drawn.ends.map((end) => labelOf(end, names, t)).join(' → ') : `${kind} ${id}`;
}
