import { err, ok, type Result } from '@thidua/kernel';
import { parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { scenarioSchema, whenSchema, WHEN_KINDS, type Check, type Scenario, type When } from './scenario';
import { withCalled, type Workflow, type WorkflowSet } from './workflow-set';

/** Something wrong with a scenario, for the person who wrote it. */
export interface ScenarioFault {
  /** `when[3].complete`; empty: the file as a whole. */
  readonly field: string;
  /** A Vietnamese sentence. */
  readonly sentence: string;
}

/** Every fault at once: of the file, of its fields, and of the ids that the diagrams do not have. */
export function readScenario(text: string, set: WorkflowSet): Result<Scenario, readonly ScenarioFault[]> {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true });
  const broken = [...document.errors, ...document.warnings].map(brokenAt);
  visit(document, { Alias: (_, alias) => void broken.push({ field: '', sentence: `Bí danh «*${alias.source}» không được dùng.` }) });
  if (broken.length > 0) {
    return err(broken);
  }
  const data: unknown = document.toJS();
  const read = scenarioSchema.safeParse(data, { reportInput: true });
  if (!read.success) {
    return err(read.error.issues.flatMap((issue) => faultsOf(issue, [])));
  }
  const whens = read.data.when.map((step, index) => readWhen(step, index));
  const faults = whens.flatMap((one) => (one.ok ? [] : one.error));
  const scenario = { ...read.data, when: whens.flatMap((one) => (one.ok ? [one.value] : [])) };
  const all = [...faults, ...(faults.length > 0 ? [] : unknownNames(scenario, set))];
  return all.length > 0 ? err(all) : ok(scenario);
}

const YAML_FAULTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Chữ có dấu hai chấm phải đặt trong nháy đơn.',
  DUPLICATE_KEY: 'Một khóa có hai lần.',
  TAB_AS_INDENT: 'Đầu dòng thụt bằng dấu cách, không bằng phím Tab.',
  BAD_INDENT: 'Đầu dòng thụt không đúng.',
};

function brokenAt({ code, message, linePos }: YAMLError): ScenarioFault {
  const [from] = linePos ?? [];
  const sentence = YAML_FAULTS[code] ?? `Không đúng YAML: ${message.split('\n')[0] ?? ''}`;
  return { field: from === undefined ? '' : `dòng ${from.line}`, sentence };
}

function readWhen(step: Readonly<Record<string, unknown>>, index: number): Result<When, readonly ScenarioFault[]> {
  const field = `when[${index}]`;
  const kinds = WHEN_KINDS.filter((kind) => kind in step);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const asked = `mỗi bước có đúng một trong các khóa ${WHEN_KINDS.join(', ')}`;
    return err([{ field, sentence: `Bước không rõ làm gì: ${asked}; ở đây có: ${Object.keys(step).join(', ') || 'không có khóa nào'}.` }]);
  }
  const read = whenSchema(kind).safeParse(step, { reportInput: true });
  return read.success ? ok(read.data as When) : err(read.error.issues.flatMap((issue) => faultsOf(issue, ['when', index])));
}

function faultsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly ScenarioFault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: fieldOf([...path, key]), sentence: `Không có khóa «${key}» ở đây.` }));
  }
  return [{ field: fieldOf(path), sentence: sentenceOf(issue) }];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'một chuỗi chữ',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một nhóm khóa',
  record: 'một nhóm khóa',
};

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const wanted = KINDS[issue.expected] ?? issue.expected;
    return issue.input === undefined ? `Thiếu, phải là ${wanted}.` : `Phải là ${wanted}.`;
  }
  if (issue.code === 'custom') {
    return issue.params?.['wanted'] === 'duration'
      ? 'Phải là một khoảng thời gian ISO 8601, ví dụ P10D hoặc PT2H.'
      : 'Phải là một thời điểm ISO 8601, ví dụ 2026-03-02T09:00:00+07:00.';
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string' ? 'Không được để trống.' : `Phải từ ${String(issue.minimum)} trở lên.`;
  }
  return 'Giá trị không dùng được ở đây.';
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`), '');
}

/** What the diagrams of a scenario know by name. */
interface Names {
  readonly steps: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  readonly jobs: ReadonlySet<string>;
}

function unknownNames({ given, when, then }: Scenario, set: WorkflowSet): readonly ScenarioFault[] {
  const started = when.flatMap((step, index) => ('start' in step ? [{ process: step.start, field: `when[${index}].start` }] : []));
  const asked = [{ process: given.process, field: 'given.process' }, ...started];
  const unknown = asked.filter(({ process }) => !set.workflows.has(process));
  if (unknown.length > 0) {
    const known = [...set.workflows.keys()].join(', ');
    return unknown.map(({ process, field }) => ({ field, sentence: `Không có quy trình «${process}»; đang có: ${known}.` }));
  }
  const names = namesOf(
    withCalled(
      set,
      asked.map(({ process }) => process),
    ),
  );
  return [
    ...Object.keys(given.jobs ?? {}).flatMap((type) => unknownIn('jobs', type, `given.jobs.${type}`, names)),
    ...when.flatMap((step, index) => namesInWhen(step, `when[${index}]`, names)),
    ...namesInCheck(then, 'then', names),
  ];
}

function namesInWhen(step: When, field: string, names: Names): readonly ScenarioFault[] {
  if ('complete' in step) {
    return unknownIn('steps', step.complete, `${field}.complete`, names);
  }
  if ('retry' in step) {
    return unknownIn('steps', step.retry, `${field}.retry`, names);
  }
  if ('message' in step) {
    return unknownIn('messages', step.message, `${field}.message`, names);
  }
  if ('job' in step) {
    const both = step.gives !== undefined && step.fails !== undefined;
    const twice = both ? [{ field, sentence: 'Một bước job hoặc có gives, hoặc có fails, không có cả hai.' }] : [];
    return [...unknownIn('jobs', step.job, `${field}.job`, names), ...twice];
  }
  return 'check' in step ? namesInCheck(step.check, `${field}.check`, names) : [];
}

function namesInCheck(check: Check, field: string, names: Names): readonly ScenarioFault[] {
  const { waitingAt = [], took = [], avoided = [], deadlines = {}, who = {}, incidents = [] } = check;
  const listed = (ids: readonly string[], name: string): readonly ScenarioFault[] =>
    ids.flatMap((id, index) => unknownIn('steps', id, `${field}.${name}[${index}]`, names));
  const passed = (ids: readonly string[], name: string): readonly ScenarioFault[] =>
    ids.flatMap((id, index) => (names.flows.has(id) ? [] : unknownIn('steps', id, `${field}.${name}[${index}]`, names)));
  const keyed = (ids: object, name: string): readonly ScenarioFault[] =>
    Object.keys(ids).flatMap((id) => unknownIn('steps', id, `${field}.${name}.${id}`, names));
  return [
    ...listed(waitingAt, 'waitingAt'),
    ...passed(took, 'took'),
    ...passed(avoided, 'avoided'),
    ...keyed(deadlines, 'deadlines'),
    ...keyed(who, 'who'),
    ...listed(incidents, 'incidents'),
  ];
}

const KIND_WORDS = { steps: 'bước', messages: 'thông điệp', jobs: 'loại việc của máy' } as const;

function unknownIn(kind: keyof typeof KIND_WORDS, id: string, field: string, names: Names): readonly ScenarioFault[] {
  const known = [...names[kind]];
  if (known.includes(id)) {
    return [];
  }
  const near = known.filter((one) => isNear(one, id));
  const list = kind === 'steps' ? near : known;
  const help = list.length === 0 ? '.' : `; ${kind === 'steps' ? 'có phải' : 'đang có'}: ${list.join(', ')}${kind === 'steps' ? '?' : '.'}`;
  return [{ field, sentence: `Sơ đồ không có ${KIND_WORDS[kind]} «${id}»${help}` }];
}

/** A slip of the pen: the same letters but for case, or one is a part of the other. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return (
    a.includes(b) || b.includes(a) || (a.length === b.length && Array.from(a).filter((letter, index) => letter !== b[index]).length <= 2)
  );
}

function namesOf(workflows: readonly Workflow[]): Names {
  const elements = workflows.flatMap(({ graph }) => graph.elements);
  return {
    steps: new Set(elements.map(({ id }) => id)),
    flows: new Set(workflows.flatMap(({ graph }) => graph.flows.map(({ id }) => id))),
    messages: new Set(elements.flatMap((element) => ('triggers' in element ? element.triggers : []).flatMap(messageOf))),
    jobs: new Set(elements.flatMap((element) => ('job' in element && typeof element.job.type === 'string' ? [element.job.type] : []))),
  };
}

function messageOf(trigger: { readonly kind: string; readonly message?: { readonly name: string } }): readonly string[] {
  return trigger.kind === 'message' && trigger.message !== undefined ? [trigger.message.name] : [];
}
