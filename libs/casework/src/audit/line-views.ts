import type { AuditLineView, AuditSubject } from '@thidua/contract';
import { isoOf, type JsonObject } from '@thidua/kernel';
import type { FoundLine, PositionRecord, SubjectName } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { ACT_WORDS, SUBJECT_WORDS } from './act-words';
import { factsInWords } from './fact-words';

export interface SubjectRef {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Lines as sentences, with the names behind their ids: read in a few queries whatever their number. */
export async function lineViews(deps: CaseworkDeps, provinceId: string, lines: readonly FoundLine[]): Promise<AuditLineView[]> {
  const { stores } = deps;
  const some = (key: 'personId' | 'positionId' | 'onBehalfOf'): readonly string[] => [...new Set(lines.flatMap((line) => line[key] ?? []))];
  const hashes = lines.flatMap((line) => textHashOf(line) ?? []);
  const [persons, posts, subjects, steps, texts] = await Promise.all([
    stores.people.persons(provinceId, some('personId')),
    stores.people.positionsById(provinceId, [...some('positionId'), ...some('onBehalfOf')]),
    subjectsOf(deps, provinceId, lines),
    stepNames(deps, provinceId, lines),
    stores.payloads.getMany(provinceId, hashes),
  ]);
  const names = new Map(persons.map((person) => [person.id, person.fullName]));
  const titles = new Map(posts.map((post) => [post.id, post.title]));
  return lines.map((line) => ({
    number: line.id,
    at: isoOf(line.at.getTime()),
    action: line.action,
    text: textOf(line, steps(line)),
    person: names.get(line.personId ?? '') ?? null,
    position: titles.get(line.positionId ?? '') ?? null,
    onBehalfOf: lenderOf(line, posts),
    subject: subjects(line),
    facts: factsInWords(line.action, { ...texts.get(textHashOf(line) ?? ''), ...line.facts }),
  }));
}

/** Texts people wrote stand beside the trail (decision 12). */
function textHashOf({ facts }: FoundLine): string | undefined {
  const hash = facts['textHash'];
  return typeof hash === 'string' ? hash : undefined;
}

/** Kind, name and page of what lines are about; what is gone, or has no name, keeps its kind. */
export async function subjectsOf(
  { stores }: CaseworkDeps,
  provinceId: string,
  refs: readonly SubjectRef[],
): Promise<(ref: SubjectRef) => AuditSubject> {
  const ids = [...new Set(refs.map((ref) => ref.subjectId))];
  const found = ids.length === 0 ? [] : await stores.auditSearch.names(provinceId, ids);
  const byRef = new Map(found.map((one) => [`${one.type} ${one.id}`, one]));
  return ({ subjectType: type, subjectId: id }) => {
    const named: SubjectName | undefined = byRef.get(`${type} ${id}`);
    const page = named?.page ?? PAGES[type] ?? null;
    return {
      ...{ type, id, kind: SUBJECT_WORDS[kindOf(type, page)] ?? 'Đối tượng khác', name: named?.name ?? '' },
      link: page === null ? null : { page, id: named?.pageId ?? null },
    };
  };
}

/** A process is told as what it is about, where that has a name of its own. */
function kindOf(type: string, page: string | null): string {
  return type !== 'instance' || page === null ? type : page === 'work' ? 'movement-work' : page;
}

/** Pages of what has no name of its own. */
const PAGES: Readonly<Record<string, string>> = {
  calendar: 'calendar',
  law: 'law',
  fund: 'funds',
  evidence: 'evidence',
  'register-import': 'imports',
  'number-source': 'registers',
  credential: 'signing',
  blank: 'blanks',
};

function textOf({ action, facts }: FoundLine, step: string | undefined): string {
  const words = ACT_WORDS[action] ?? 'Việc khác';
  const named = step === undefined || step === '' ? '' : ` «${step}»`;
  return action === 'chains-checked' && typeof facts['broken'] === 'number' && facts['broken'] > 0
    ? `${words}: có lỗi`
    : `${words}${named}`;
}

/** Post, person and paper behind an act for another (check 13). */
function lenderOf({ onBehalfOf, facts }: FoundLine, posts: readonly PositionRecord[]): string | null {
  const post = posts.find((one) => one.id === onBehalfOf);
  const paper = textIn(facts, 'delegationPaper');
  return post === undefined ? null : `${post.title}, ${post.fullName}${paper === '' ? '' : ` (${paper})`}`;
}

/** Names of the steps that lines of processes are about. */
async function stepNames(
  { stores }: CaseworkDeps,
  provinceId: string,
  lines: readonly FoundLine[],
): Promise<(line: FoundLine) => string | undefined> {
  const instances = [...new Set(lines.filter((line) => line.subjectType === 'instance').map((line) => line.subjectId))];
  const tasks = (await Promise.all(instances.map((id) => stores.tasks.ofInstance(provinceId, id)))).flat();
  const names = new Map(
    tasks.flatMap((task) => [[task.id, task.name] as const, [`${task.instanceId}/${task.elementId}`, task.name] as const]),
  );
  return ({ facts, subjectId }) => names.get(textIn(facts, 'taskId')) ?? names.get(`${subjectId}/${textIn(facts, 'task')}`);
}

function textIn(facts: JsonObject, key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value : '';
}
