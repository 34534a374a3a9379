import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, textOf } from '../moddle/access';
import { addExtension, changed, extensionFor, mapped, put, unmappable, type Converting, type Sentence } from './converting';
import { attributeFor, feelFor } from './expressions';
import { convertForm } from './forms';
import { take, type Word, type Words } from './words';

const POSTS: Sentence = {
  vi: 'Tên nhóm và tài khoản của hệ thống cũ không phải chức vụ ở đây. Thay bằng chức vụ dạng pos:<cơ quan>/<vai trò>.',
  en: 'Group and account names of the old system are no posts here. Replace them by posts: pos:<organisation>/<role>.',
};
const DURATION = /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** Assignment, schedule, priority and form of a user task. */
export function convertUserTask(converting: Converting, words: Words): void {
  const { element } = words;
  if (element.$type !== 'bpmn:UserTask') {
    return;
  }
  extensionFor(converting, element, 'zeebe:UserTask');
  assign(converting, words);
  for (const name of ['dueDate', 'followUpDate']) {
    schedule(converting, words, name);
  }
  const priority = take(words, 'priority');
  const value = priority === undefined ? undefined : attributeFor(converting, element, priority);
  if (priority !== undefined && value !== undefined) {
    addExtension(converting, element, 'zeebe:PriorityDefinition', { priority: value });
    mapped(converting, element, priority.what, `zeebe:priorityDefinition priority="${value}"`);
  }
  convertForm(converting, words);
}

function assign(converting: Converting, words: Words): void {
  const { element } = words;
  const owners = resourceWords(element);
  const assignee = initiator(take(words, 'assignee') ?? owners.assignee);
  if (assignee !== undefined) {
    const value = attributeFor(converting, element, assignee);
    if (value !== undefined) {
      put(extensionFor(converting, element, 'zeebe:AssignmentDefinition'), 'assignee', value);
      const became = `zeebe:assignmentDefinition assignee="${value}"`;
      if (value.startsWith('=')) {
        mapped(converting, element, assignee.what, became);
      } else {
        changed(converting, element, assignee.what, became, POSTS);
      }
    }
  }
  candidates(converting, element, 'candidateGroups', [take(words, 'candidateGroups'), owners.candidateGroups]);
  candidates(converting, element, 'candidateUsers', [take(words, 'candidateUsers'), owners.candidateUsers]);
}

/** Flowable's modeler writes `$INITIATOR` for the variable of that name. */
function initiator(word: Word | undefined): Word | undefined {
  return word?.value === '$INITIATOR' ? { ...word, value: '${initiator}' } : word;
}

/** `a, b, ${c}` becomes the FEEL list `["a", "b", c]`. */
function candidates(converting: Converting, element: ModdleElement, name: string, given: readonly (Word | undefined)[]): void {
  const words = given.filter((word) => word !== undefined);
  const [first] = words;
  if (first === undefined) {
    return;
  }
  const items = words.flatMap(({ what, value }) => itemsOf(value).map((item): Word => ({ what, value: item })));
  const feels = items.map((item) => feelFor(converting, element, item));
  const sources = feels.filter((feel) => feel !== undefined).map((feel) => feel.source);
  if (sources.length < feels.length) {
    return;
  }
  const [only] = feels;
  const value = feels.length === 1 && only !== undefined && only.constant === undefined ? listOf(only.source) : `=[${sources.join(', ')}]`;
  put(extensionFor(converting, element, 'zeebe:AssignmentDefinition'), name, value);
  changed(converting, element, first.what, `zeebe:assignmentDefinition ${name}="${value}"`, POSTS);
}

/** An expression may have given one text with commas, or a list. */
function listOf(source: string): string {
  return `=if (${source}) instance of string then split(${source}, ",") else ${source}`;
}

/** Splits at commas that are not inside `${…}`. */
function itemsOf(value: string): readonly string[] {
  return value
    .split(/,(?![^{]*\})/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

interface ResourceWords {
  readonly assignee?: Word;
  readonly candidateGroups?: Word;
  readonly candidateUsers?: Word;
}

/** BPMN's own `humanPerformer` and `potentialOwner`, read as the old engines do: `user(a), group(b)`, a bare name being a group. */
function resourceWords(element: ModdleElement): ResourceWords {
  const resources = elementsOf(element, 'resources');
  const known = resources.filter((resource) => /HumanPerformer|PotentialOwner/.test(resource.$type));
  if (known.length === 0) {
    return {};
  }
  const others = resources.filter((resource) => !known.includes(resource));
  put(element, 'resources', others.length === 0 ? undefined : others);
  const assignee = known.filter((resource) => resource.$type === 'bpmn:HumanPerformer').flatMap(namesIn)[0];
  const owners = known.filter((resource) => resource.$type === 'bpmn:PotentialOwner').flatMap(namesIn);
  const users = owners.flatMap((name) => /^user\((.*)\)$/s.exec(name)?.[1] ?? []);
  const groups = owners.filter((name) => !/^user\(/.test(name)).map((name) => /^group\((.*)\)$/s.exec(name)?.[1] ?? name);
  return {
    ...(assignee === undefined ? {} : { assignee: { what: 'humanPerformer', value: assignee } }),
    ...(groups.length === 0 ? {} : { candidateGroups: { what: 'potentialOwner', value: groups.join(',') } }),
    ...(users.length === 0 ? {} : { candidateUsers: { what: 'potentialOwner', value: users.join(',') } }),
  };
}

function namesIn(resource: ModdleElement): readonly string[] {
  const expression = elementOf(elementOf(resource, 'resourceAssignmentExpression'), 'expression');
  return itemsOf(textOf(expression, 'body') ?? '');
}

function schedule(converting: Converting, words: Words, name: string): void {
  const { element } = words;
  const word = take(words, name);
  if (word === undefined) {
    return;
  }
  // Flowable counts a bare duration from the moment the task begins.
  const value = DURATION.test(word.value) ? `=now() + duration("${word.value}")` : attributeFor(converting, element, word);
  if (value === undefined) {
    return;
  }
  if (!value.startsWith('=') && !/^\d{4}-\d{2}-\d{2}/.test(value)) {
    unmappable(converting, element, word.what, word.value, {
      vi: `«${word.what}» không phải ngày theo ISO 8601. Viết lại, hoặc dùng thời hạn theo ngày làm việc (thidua:deadline).`,
      en: `"${word.what}" is no ISO 8601 date. Write it again, or use a limit in working days (thidua:deadline).`,
    });
    return;
  }
  put(extensionFor(converting, element, 'zeebe:TaskSchedule'), name, value);
  mapped(converting, element, word.what, `zeebe:taskSchedule ${name}="${value}"`);
}
