/** Edits of a diagram's text as a person's change in the editor leaves them. Each throws when it would change nothing. */
export type Edit = (xml: string) => string;

export function all(...edits: readonly Edit[]): Edit {
  return (xml) => edits.reduce((text, edit) => edit(text), xml);
}

/** Inside the element of that id, its own tag included. */
export function inside(id: string, from: string | RegExp, to: string): Edit {
  return (xml) => {
    const [start, end] = spanOf(xml, id);
    return `${xml.slice(0, start)}${changed(xml.slice(start, end), from, to)}${xml.slice(end)}`;
  };
}

/** Leads a flow to another element. */
export function lead(flow: string, target: string): Edit {
  return (xml) => {
    const old = /targetRef="([^"]+)"/.exec(textOf(xml, flow))?.[1] ?? '';
    const incoming = `<bpmn:incoming>${flow}</bpmn:incoming>`;
    const moved = all(inside(old, incoming, ''), inside(target, /(<bpmn:(?:incoming|outgoing)>)/, `${incoming}$1`))(xml);
    return inside(flow, `targetRef="${old}"`, `targetRef="${target}"`)(moved);
  };
}

/** Takes a flow out, with what its ends say of it and its picture. */
export function cut(flow: string): Edit {
  return (xml) => {
    const [start, end] = spanOf(xml, flow);
    const rest = `${xml.slice(0, start)}${xml.slice(end)}`;
    const bare = changed(changed(rest, `<bpmn:incoming>${flow}</bpmn:incoming>`, ''), `<bpmn:outgoing>${flow}</bpmn:outgoing>`, '');
    return bare.replace(new RegExp(`<bpmndi:BPMNEdge [^>]*bpmnElement="${flow}".*?</bpmndi:BPMNEdge>`, 's'), '');
  };
}

function textOf(xml: string, id: string): string {
  return xml.slice(...spanOf(xml, id));
}

function spanOf(xml: string, id: string): readonly [number, number] {
  const tag = new RegExp(`<(bpmn:\\w+) id="${id}"[^>]*>`).exec(xml);
  if (tag === null) {
    throw new Error(`the diagram has no element ${id}`);
  }
  const [whole, name = ''] = tag;
  const close = `</${name}>`;
  return [tag.index, whole.endsWith('/>') ? tag.index + whole.length : xml.indexOf(close, tag.index) + close.length];
}

function changed(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to);
  if (after === text) {
    throw new Error(`nothing to change: ${String(from)}`);
  }
  return after;
}
