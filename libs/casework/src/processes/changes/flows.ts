import type { FlowFacts } from '@thidua/runtime';
import { quoted, type Change, type Naming } from './words';

/** Ways between the elements: new, gone, led elsewhere; their conditions, and which is taken when none holds. */
export function flowChanges(before: readonly FlowFacts[], after: readonly FlowFacts[], naming: Naming): readonly Change[] {
  const [old, next] = [byId(before), byId(after)];
  return [
    ...after.filter((flow) => !old.has(flow.id)).map((flow) => told(flow, 'added', `Thêm ${nameOf(flow, naming)}${when(flow, naming)}`)),
    ...before.filter((flow) => !next.has(flow.id)).map((flow) => told(flow, 'removed', `Bỏ ${nameOf(flow, naming)}${when(flow, naming)}`)),
    ...after.flatMap((flow) => {
      const known = old.get(flow.id);
      return known === undefined ? [] : differences(known, flow, naming).map((text) => told(flow, 'changed', `Luồng ${text}`));
    }),
  ];
}

const byId = (flows: readonly FlowFacts[]): ReadonlyMap<string, FlowFacts> => new Map(flows.map((flow) => [flow.id, flow]));

function told({ id }: FlowFacts, kind: Change['kind'], text: string): Change {
  return { elementId: id, kind, text };
}

function differences(before: FlowFacts, after: FlowFacts, naming: Naming): readonly string[] {
  const way = wayOf(after, naming);
  const led = before.source !== after.source || before.target !== after.target;
  return [
    ...(led ? [`${wayOf(before, naming)} nay đi ${way}`] : []),
    ...(before.name === after.name ? [] : [`${way}: tên ${quoted(before.name)} → ${quoted(after.name)}`]),
    ...(before.condition === after.condition
      ? []
      : [`${way}: điều kiện ${conditionText(before, naming)} → ${conditionText(after, naming)}`]),
    ...(before.isDefault === after.isDefault
      ? []
      : [after.isDefault ? `${way} nay là luồng mặc định` : `${way} không còn là luồng mặc định`]),
  ];
}

function nameOf(flow: FlowFacts, naming: Naming): string {
  return `luồng ${flow.name === '' ? '' : `${quoted(flow.name)} `}${wayOf(flow, naming)}`;
}

function wayOf({ source, target }: FlowFacts, naming: Naming): string {
  return `từ ${naming.element(source)} đến ${naming.element(target)}`;
}

function when({ condition, isDefault }: FlowFacts, naming: Naming): string {
  return isDefault ? ' (mặc định)' : condition === null ? '' : ` (khi ${naming.condition(condition)})`;
}

function conditionText({ condition }: FlowFacts, naming: Naming): string {
  return condition === null ? 'không có' : naming.condition(condition);
}
