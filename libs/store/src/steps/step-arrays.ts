import { COLUMNS, type Arrays, type Part, type Value } from './step-columns';
import type { StepWrite } from './step-rows';

/** The batch turned sideways, one array per column; `n`, a step's place in the batch, ties the rows of all parts together. */
export function arraysOf(batch: readonly StepWrite[]): ReadonlyMap<Part, Arrays> {
  const sheet = new Sheet();
  batch.forEach((write, n) => {
    addStep(sheet, write, n);
    addGuards(sheet, write, n);
    addWork(sheet, write, n);
    addWaits(sheet, write, n);
  });
  return sheet.parts;
}

class Sheet {
  readonly parts = new Map<Part, Value[][]>();

  add(part: Part, row: readonly (Value | undefined)[]): void {
    const columns = this.parts.get(part) ?? this.open(part);
    for (let index = 0; index < row.length; index += 1) {
      columns[index]?.push(row[index] ?? null);
    }
  }

  private open(part: Part): Value[][] {
    const columns = Object.keys(COLUMNS[part]).map((): Value[] => []);
    this.parts.set(part, columns);
    return columns;
  }
}

function addStep(sheet: Sheet, write: StepWrite, n: number): void {
  const { guards, started } = write;
  sheet.add('step', [
    n,
    write.provinceId,
    write.instanceId,
    write.expectedVersion,
    JSON.stringify(write.state),
    JSON.stringify(write.events),
    write.auditHead,
    instant(write.atMs),
    guards.tasks.length,
    guards.jobs.length,
    guards.grants.length,
    guards.deliveries.length,
  ]);
  if (started !== undefined) {
    const { definitionId, key, businessKey, orgId, dossierId, roundId, packHash, startKey } = started;
    sheet.add('start', [n, definitionId, key, businessKey, orgId, dossierId, roundId, packHash, startKey, write.ended ?? 'active']);
  } else if (write.ended !== undefined) {
    sheet.add('end', [n, write.ended]);
  }
  if (write.freed !== undefined) {
    sheet.add('freed', [n]);
  }
  write.audit.forEach((line, ord) => {
    const { action, personId, positionId, onBehalfOf, grantVersion, facts, prevHash, hash } = line;
    sheet.add('audit', [n, ord, action, personId, positionId, onBehalfOf, grantVersion, JSON.stringify(facts), prevHash, hash]);
  });
}

function addGuards(sheet: Sheet, { guards }: StepWrite, n: number): void {
  for (const task of guards.tasks) {
    sheet.add('task_guard', [n, task.id, task.version]);
  }
  for (const job of guards.jobs) {
    sheet.add('job_guard', [n, job.id, job.leaseToken]);
  }
  for (const grant of guards.grants) {
    sheet.add('grant_guard', [n, grant.positionId, grant.version]);
  }
  for (const id of guards.deliveries) {
    sheet.add('delivery_guard', [n, id]);
  }
  for (const { accountId, route, clientKey, bodyHash, status, answer } of guards.keys) {
    sheet.add('key', [n, accountId, route, clientKey, bodyHash, status, JSON.stringify(answer)]);
  }
}

function addWork(sheet: Sheet, write: StepWrite, n: number): void {
  for (const task of write.tasks) {
    const principals = task.assignee === undefined ? [...new Set(task.candidateGroups)] : [task.assignee];
    sheet.add('task', [
      n,
      task.id,
      task.definitionId,
      task.elementId,
      task.name,
      task.step,
      task.formId,
      task.status,
      textArray(task.candidateGroups),
      textArray(principals),
      task.assignee,
      task.dueMs === undefined ? null : instant(task.dueMs),
      task.priority,
      JSON.stringify(task.local),
      task.orgId,
      task.dossierId,
      task.roundId,
    ]);
  }
  for (const task of write.closedTasks) {
    sheet.add('closed_task', [n, task.id, task.outcome, task.positionId, task.personId, task.onBehalfOf, task.formDataHash]);
  }
  for (const job of write.jobs) {
    sheet.add('job', [n, job.id, job.elementId, job.type, JSON.stringify(job.headers), JSON.stringify(job.variables), job.retries]);
  }
  for (const job of write.closedJobs) {
    sheet.add('closed_job', [n, job.id, job.status, job.lastError]);
  }
  for (const ref of write.notices) {
    sheet.add('notice', [n, ref]);
  }
}

function addWaits(sheet: Sheet, write: StepWrite, n: number): void {
  for (const timer of write.timers) {
    sheet.add('timer', [n, timer.id, timer.elementId, instant(timer.dueMs), timer.orgId]);
  }
  for (const id of write.closedTimers) {
    sheet.add('closed_timer', [n, id]);
  }
  for (const wait of write.subscriptions) {
    sheet.add('subscription', [n, wait.id, wait.elementId, wait.message, wait.correlationKey, wait.once]);
  }
  for (const id of write.closedSubscriptions) {
    sheet.add('closed_subscription', [n, id]);
  }
  for (const message of write.messages) {
    sheet.add('message', [
      n,
      message.id,
      message.name,
      message.correlationKey,
      JSON.stringify(message.variables),
      instant(message.expiresMs),
      message.orgId,
    ]);
  }
  for (const wait of write.signals) {
    sheet.add('signal', [n, wait.id, wait.elementId, wait.signal]);
  }
  for (const id of write.closedSignals) {
    sheet.add('closed_signal', [n, id]);
  }
  for (const { id, signal, variables, orgId } of write.broadcasts) {
    sheet.add('broadcast', [n, id, signal, JSON.stringify(variables), orgId]);
  }
  for (const incident of write.incidents) {
    sheet.add('incident', [n, incident.id, incident.elementId, incident.cause, incident.detail, incident.resolved]);
  }
  for (const id of write.resolvedIncidents) {
    sheet.add('resolved_incident', [n, id]);
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** The text form of a `text[]`, since arrays of unlike lengths cannot be unnested side by side. */
function textArray(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
