import { convertDiagram } from '../src/convert/convert-diagram';
import type { Conversion } from '../src/convert/conversion';
import { diagram, element, start, task } from './diagram';

export const URIS = {
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  operaton: 'http://operaton.org/schema/1.0/bpmn',
  flowable: 'http://flowable.org/bpmn',
  activiti: 'http://activiti.org/bpmn',
};

/** A file whose prefix `c` is the given dialect, without any zeebe word. */
export function foreign(content: string, dialect: keyof typeof URIS = 'camunda', at: (xml: string) => string = diagram): string {
  return at(content).replace('xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"', `xmlns:c="${URIS[dialect]}"`);
}

export async function convert(content: string, dialect?: keyof typeof URIS, at?: (xml: string) => string): Promise<Conversion> {
  const converted = await convertDiagram(foreign(content, dialect, at));
  if (!converted.ok) {
    throw new Error(JSON.stringify(converted.error));
  }
  return converted.value;
}

/** `kind elementId what → became`. */
export function lines({ report }: Conversion): readonly string[] {
  return report.map(({ kind, elementId, what, became }) => `${kind} ${elementId} ${what} → ${became}`);
}

/** The process of the converted file, without white space between tags. */
export function body({ xml }: Conversion): string {
  return xml
    .replace(/>\s+</g, '><')
    .replace(/^.*?<bpmn:process [^>]*>/s, '')
    .replace(/<\/bpmn:process>.*$/s, '');
}

export const user = (attributes: string, inner = ''): string => element('userTask', 'U', inner, attributes);
export const service = (attributes: string, inner = ''): string => element('serviceTask', 'W', inner, attributes);
export const expression = (name: string, text: string, more = ''): string =>
  `<bpmn:${name} xsi:type="bpmn:tFormalExpression" ${more}>${text}</bpmn:${name}>`;
export const conditional = (text: string, more = ''): string =>
  `${start()}${task('T')}<bpmn:sequenceFlow id="F" sourceRef="S" targetRef="T">${expression('conditionExpression', text, more)}</bpmn:sequenceFlow>`;
