import type { ElementFacts, EventFacts } from '@thidua/runtime';
import { apart, quoted, turned, type Naming } from './words';

const DOES: Partial<Record<ElementFacts['type'], string>> = {
  serviceTask: 'việc tự động',
  scriptTask: 'phép tính',
  businessRuleTask: 'bảng quyết định',
  callActivity: 'quy trình được gọi',
  sendTask: 'thông điệp',
  complexGateway: 'điều kiện đi tiếp',
  adHocSubProcess: 'điều kiện hoàn thành',
};

const EVENTS: Readonly<Record<string, string>> = {
  'timer-date': 'ngày giờ',
  'timer-duration': 'thời gian chờ',
  'timer-cycle': 'chu kỳ',
  message: 'thông điệp',
  signal: 'tín hiệu',
  conditional: 'điều kiện',
  error: 'lỗi',
  escalation: 'báo cáo vượt cấp',
  compensation: 'hoàn tác',
  cancel: 'hủy giao dịch',
  terminate: 'kết thúc toàn bộ',
  job: 'việc tự động',
};

/** What a task of another kind than a person's does, and how often. */
export function workWords(before: ElementFacts, after: ElementFacts): readonly string[] {
  return [...turned(DOES[after.type] ?? 'nội dung', before.does, after.does), ...loopWords(before.loop, after.loop)];
}

function loopWords(before: string | null, after: string | null): readonly string[] {
  const text = (loop: string | null): string | null =>
    loop === null
      ? null
      : loop
          .replace(/^sequential /, 'lần lượt ')
          .replace(/^parallel /, 'cùng lúc ')
          .replace(/^while /, 'khi ');
  return turned('lặp lại', text(before), text(after));
}

/** Timers, messages, signals: what an event waits for or throws; a boundary event's place and whether it interrupts. */
export function eventWords(before: ElementFacts, after: ElementFacts, naming: Naming): readonly string[] {
  return [
    ...listed('chờ', before.waitsFor, after.waitsFor),
    ...listed('gửi', before.throws, after.throws),
    ...interruptWords(before.interrupting, after.interrupting),
    ...attachedWords(before.attachedTo, after.attachedTo, naming),
  ];
}

function interruptWords(before: boolean | null, after: boolean | null): readonly string[] {
  return before === null || after === null || before === after ? [] : [after ? 'nay ngắt việc đang làm' : 'nay không ngắt việc đang làm'];
}

function attachedWords(before: string | null, after: string | null, naming: Naming): readonly string[] {
  return before === null || after === null || before === after ? [] : [`chuyển từ ${naming.element(before)} sang ${naming.element(after)}`];
}

function listed(verb: string, before: readonly EventFacts[], after: readonly EventFacts[]): readonly string[] {
  const [old, next] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && old !== undefined && next !== undefined && old.kind === next.kind) {
    return [...turned(EVENTS[next.kind] ?? next.kind, old.value, next.value), ...turned('khóa đối chiếu', old.key, next.key)];
  }
  const { gone, come } = apart(before.map(eventText), after.map(eventText));
  return [...come.map((text) => `thêm ${verb} ${text}`), ...gone.map((text) => `bỏ ${verb} ${text}`)];
}

function eventText({ kind, value }: EventFacts): string {
  const noun = EVENTS[kind] ?? kind;
  return value === '' ? noun : `${noun} ${quoted(value)}`;
}

/** Variables that go in and out, and settings by name. */
export function dataWords(before: ElementFacts, after: ElementFacts): readonly string[] {
  return [
    ...mapped('dữ liệu vào', new Map(before.inputs), new Map(after.inputs)),
    ...mapped('dữ liệu ra', new Map(before.outputs), new Map(after.outputs)),
    ...mapped('thông số', new Map(Object.entries(before.headers)), new Map(Object.entries(after.headers))),
  ];
}

function mapped(what: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const [old, next] = [before.get(name) ?? null, after.get(name) ?? null];
    if (old === next) {
      return [];
    }
    const text = (value: string | null): string => (value === null ? 'không có' : quoted(value));
    return [`${what} ${name}: ${text(old)} → ${text(next)}`];
  });
}
