import type { DiagramFacts, ElementFacts, ProcessFacts } from '@thidua/runtime';
import { outcomesOfForm } from '../../tasks/outcomes';
import { dataWords, eventWords, workWords } from './behaviour';
import { flowChanges } from './flows';
import { authorityWords, deadlineWords, fourEyesWords, paperWords } from './legal';
import { performerWords } from './performer';
import { laneChanges, placeWords } from './place';
import { capital, nameOf, quoted, type Change, type Naming } from './words';

/** What lies between two diagrams, element by element, process by process; the drawing itself says nothing here. */
export function changesInWords(before: DiagramFacts, after: DiagramFacts, paper: Naming['paper']): readonly Change[] {
  const naming = namingOf(before, after, paper);
  const old = new Map(before.processes.map((process) => [process.id, process]));
  const next = new Set(after.processes.map((process) => process.id));
  return [
    ...after.processes.flatMap((process) => {
      const known = old.get(process.id);
      return known === undefined
        ? [{ elementId: process.id, kind: 'added' as const, text: `Thêm quy trình ${quoted(process.name)}` }]
        : processChanges(known, process, naming);
    }),
    ...before.processes
      .filter((process) => !next.has(process.id))
      .map((process) => ({ elementId: process.id, kind: 'removed' as const, text: `Bỏ quy trình ${quoted(process.name)}` })),
  ];
}

/** Elements of the newer diagram go by their names there. */
function namingOf(before: DiagramFacts, after: DiagramFacts, paper: Naming['paper']): Naming {
  const names = new Map<string, string>();
  const buttons = new Map<string, ElementFacts>();
  for (const process of [...before.processes, ...after.processes]) {
    names.set(process.id, `quy trình ${quoted(process.name === '' ? process.id : process.name)}`);
    for (const element of process.elements) {
      names.set(element.id, nameOf(element));
      for (const [target] of element.outputs.filter(([, source]) => source === 'outcome')) {
        buttons.set(target, element);
      }
    }
  }
  return { paper, element: (id) => names.get(id) ?? quoted(id), condition: (expression) => askedOf(expression, buttons) };
}

/** A variable that keeps the button of one step alone is told by the button. */
function askedOf(expression: string, buttons: ReadonlyMap<string, ElementFacts>): string {
  const [, name = '', value = ''] = /^=?\s*(\w+) = "([^"]*)"$/.exec(expression) ?? [];
  const step = buttons.get(name);
  const button = outcomesOfForm(step?.work?.form ?? '').find((one) => one.value === value);
  return step === undefined || button === undefined ? quoted(expression) : `kết quả ${nameOf(step)} là ${quoted(button.label)}`;
}

function processChanges(before: ProcessFacts, after: ProcessFacts, naming: Naming): readonly Change[] {
  const [old, next] = [byId(before), byId(after)];
  const whole = (text: string): Change => ({ elementId: after.id, kind: 'changed', text });
  return [
    ...(before.name === after.name ? [] : [whole(`Quy trình: tên ${quoted(before.name)} → ${quoted(after.name)}`)]),
    ...(before.level === after.level ? [] : [whole(`Quy trình: cấp ${before.level ?? 'không có'} → ${after.level ?? 'không có'}`)]),
    ...after.elements
      .filter((one) => !old.has(one.id))
      .map((one) => ({ elementId: one.id, kind: 'added' as const, text: `Thêm ${nameOf(one)}` })),
    ...before.elements
      .filter((one) => !next.has(one.id))
      .map((one) => ({ elementId: one.id, kind: 'removed' as const, text: `Bỏ ${nameOf(one)}` })),
    ...after.elements.flatMap((one) => {
      const known = old.get(one.id);
      return known === undefined ? [] : elementChanges(known, one, naming);
    }),
    ...laneChanges(before, after),
    ...flowChanges(before.flows, after.flows, naming),
  ];
}

const byId = ({ elements }: ProcessFacts): ReadonlyMap<string, ElementFacts> => new Map(elements.map((one) => [one.id, one]));

function elementChanges(before: ElementFacts, after: ElementFacts, naming: Naming): readonly Change[] {
  const texts = [
    ...(before.name === after.name ? [] : [`tên ${quoted(before.name)} → ${quoted(after.name)}`]),
    ...deadlineWords(before, after),
    ...performerWords(before, after),
    ...authorityWords(before, after),
    ...paperWords(before, after, naming),
    ...fourEyesWords(before, after, naming),
    ...workWords(before, after),
    ...eventWords(before, after, naming),
    ...dataWords(before, after),
    ...placeWords(before, after, naming),
  ];
  const name = capital(nameOf(after));
  return texts.map((text) => ({ elementId: after.id, kind: 'changed', text: `${name}: ${text}` }));
}
