import { Parser } from 'saxen';

/** What must survive when a file is read and written again. Taken from the text itself, not from the parser that might lose it. */
export interface Outline {
  /** `userTask#U` by local name and id; an element without id by its name alone; with how often it occurs. */
  readonly elements: ReadonlyMap<string, number>;
  /** `F: A -> B`. */
  readonly flows: readonly string[];
  /** `U: 100,80 100x80` for shapes, `F: 136,100 180,100` for edges. */
  readonly drawn: readonly string[];
  /** Namespaces of elements and attributes → how often they are used. */
  readonly namespaces: ReadonlyMap<string, number>;
}

interface Open {
  readonly name: string;
  readonly prefixes: ReadonlyMap<string, string>;
  /** The shape or edge being read. */
  readonly drawing: { readonly of: string; readonly points: string[] } | undefined;
}

/** Reads the outline of well-formed XML. */
export function outline(xml: string): Outline {
  const elements = new Map<string, number>();
  const namespaces = new Map<string, number>();
  const flows: string[] = [];
  const drawn: string[] = [];
  const stack: Open[] = [];
  new Parser()
    .on('openTag', (qualified, read) => {
      const attributes = read();
      const parent = stack.at(-1);
      const prefixes = declared(parent?.prefixes ?? new Map<string, string>(), attributes);
      const [prefix, written] = split(qualified);
      // The schema lets both names stand for each other; writers choose one.
      const name = written === 'formalExpression' ? 'expression' : written;
      count(namespaces, prefixes.get(prefix) ?? '');
      for (const [other] of Object.keys(attributes)
        .map(split)
        .filter(([other]) => other !== '' && other !== 'xmlns')) {
        count(namespaces, prefixes.get(other) ?? '');
      }
      const id = attributes['id'];
      count(elements, id === undefined ? name : `${name}#${id}`);
      if (name === 'sequenceFlow' || name === 'messageFlow') {
        flows.push(`${id ?? ''}: ${attributes['sourceRef'] ?? ''} -> ${attributes['targetRef'] ?? ''}`);
      }
      stack.push({ name, prefixes, drawing: drawingOf(name, attributes, parent) });
    })
    .on('closeTag', () => {
      const closed = stack.pop();
      if (closed?.drawing !== undefined && isDrawing(closed.name)) {
        drawn.push(`${closed.drawing.of}: ${closed.drawing.points.join(' ')}`);
      }
    })
    .parse(xml);
  return { elements, flows, drawn, namespaces };
}

/** What the first outline has and the second has not. */
export function lost(before: Outline, after: Outline): readonly string[] {
  const elements = [...before.elements].filter(([key, times]) => !isEmptyShell(key) && (after.elements.get(key) ?? 0) < times);
  const kept = new Set([...after.flows, ...after.drawn]);
  const flows = before.flows.filter((flow) => !kept.has(flow));
  const drawn = before.drawn.filter((shape) => !kept.has(shape));
  return [...elements.map(([key]) => key), ...flows, ...drawn];
}

/** An empty `extensionElements` or `extension` holds nothing that could be lost; one with content is counted by that. */
function isEmptyShell(key: string): boolean {
  return key === 'extensionElements' || key === 'extension';
}

function drawingOf(name: string, attributes: Readonly<Record<string, string>>, parent: Open | undefined): Open['drawing'] {
  if (isDrawing(name)) {
    return { of: attributes['bpmnElement'] ?? '', points: [] };
  }
  const drawing = parent?.drawing;
  if (name === 'Bounds' || name === 'waypoint') {
    const [x, y, width, height] = ['x', 'y', 'width', 'height']
      .map((side) => attributes[side])
      .map((side) => (side === undefined ? undefined : Number(side)));
    drawing?.points.push(`${String(x)},${String(y)}${width === undefined ? '' : ` ${String(width)}x${String(height)}`}`);
  }
  return drawing;
}

function isDrawing(name: string): boolean {
  return name === 'BPMNShape' || name === 'BPMNEdge';
}

function declared(outer: ReadonlyMap<string, string>, attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const own = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri])]);
}

function split(qualified: string): readonly [string, string] {
  const colon = qualified.indexOf(':');
  return [qualified.slice(0, Math.max(colon, 0)), qualified.slice(colon + 1)];
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
