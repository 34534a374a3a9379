import type { DefinitionView } from '@thidua/contract';
import { compileDefinition } from '@thidua/runtime';
import type { DefinitionRecord } from '@thidua/store';
import type { DiagramElement } from '../tasks/load-task';

type Change = DefinitionView['changes'][number];
type Source = Pick<DefinitionRecord, 'key' | 'xml' | 'resources'>;

/** What a draft changes of the version in force, element by element; nothing when the draft cannot be read yet: its problems say why. */
export async function changesInWords(before: Source, after: Source): Promise<Change[]> {
  const [old, next] = [await elementsOf(before), await elementsOf(after)];
  if (old === undefined || next === undefined) {
    return [];
  }
  return [
    ...[...next].filter(([id]) => !old.has(id)).map(([id, element]) => change(id, 'added', `Thêm ${nameOf(element)}`)),
    ...[...old].filter(([id]) => !next.has(id)).map(([id, element]) => change(id, 'removed', `Bỏ ${nameOf(element)}`)),
    ...[...next].flatMap(([id, element]) => {
      const known = old.get(id);
      return known === undefined ? [] : differences(known, element).map((text) => change(id, 'changed', text));
    }),
  ];
}

async function elementsOf(source: Source): Promise<ReadonlyMap<string, DiagramElement> | undefined> {
  // A draft may be wrong still: compiling it then fails, and its problems are told elsewhere.
  const graphs = await compileDefinition(source).catch(() => undefined);
  return graphs === undefined ? undefined : new Map(graphs.flatMap((graph) => graph.elements.map((element) => [element.id, element])));
}

function differences(old: DiagramElement, next: DiagramElement): readonly string[] {
  const name = nameOf(next);
  const texts: string[] = [];
  if (old.name !== next.name) {
    texts.push(`Đổi tên «${old.name}» thành «${next.name}»`);
  }
  const [before, after] = [old.legal.deadline?.workingDays, next.legal.deadline?.workingDays];
  if (before !== after) {
    texts.push(`Thời hạn của ${name}: từ ${days(before)} thành ${days(after)}`);
  }
  const [whoBefore, whoAfter] = [assignmentOf(old), assignmentOf(next)];
  if (whoBefore !== whoAfter) {
    texts.push(`Người thực hiện của ${name}: từ ${who(whoBefore)} thành ${who(whoAfter)}`);
  }
  const [formBefore, formAfter] = [formOf(old), formOf(next)];
  if (formBefore !== formAfter) {
    texts.push(`Biểu mẫu của ${name}: từ ${formBefore ?? 'không có'} thành ${formAfter ?? 'không có'}`);
  }
  const [powerBefore, powerAfter] = [authorityOf(old), authorityOf(next)];
  if (powerBefore !== powerAfter) {
    texts.push(`Thẩm quyền của ${name}: từ ${powerBefore ?? 'không có'} thành ${powerAfter ?? 'không có'}`);
  }
  if (old.type !== next.type) {
    texts.push(`Loại bước của ${name} đã đổi`);
  }
  return texts;
}

function change(elementId: string, kind: Change['kind'], text: string): Change {
  return { elementId, kind, text };
}

function nameOf({ name, id }: DiagramElement): string {
  return `bước «${name === '' ? id : name}»`;
}

function days(count: number | undefined): string {
  return count === undefined ? 'không có' : `${count} ngày làm việc`;
}

function who(source: string | undefined): string {
  return source === undefined ? 'chưa giao cho ai' : source;
}

function assignmentOf(element: DiagramElement): string | undefined {
  return element.type === 'userTask'
    ? (element.task.assignee?.source ?? element.task.candidateGroups?.source ?? element.lane?.name)
    : undefined;
}

function formOf(element: DiagramElement): string | undefined {
  return element.type === 'userTask' ? element.task.formId : undefined;
}

function authorityOf({ legal }: DiagramElement): string | undefined {
  return legal.authority === undefined ? undefined : `${legal.authority.level} ${legal.authority.role} (${legal.authority.power})`;
}
