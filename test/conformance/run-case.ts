import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '@thidua/bpmn';
import type { ConformanceCase, Expectation } from './case';
import type { ConformanceHost, OpenHost } from './host';
import { differences, type Difference, type Observation } from './judge';
import { Player, StepFailed } from './player';
import { Workers } from './workers';

export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  /** Why the expectation is open to argument. */
  readonly disputed?: string;
  /** Which reading held: 0 = `expect`, 1… = `alternatives`. */
  readonly reading?: number;
  /** For a model that must be refused. */
  readonly reject?: { readonly rule: string; readonly refused: boolean; readonly forTheRule: boolean };
  /** Why it failed: one line, and the fields that differ from `expect`. */
  readonly why?: string;
  readonly differences?: readonly Difference[];
  readonly ms: number;
}

/** Plays one case on a host of its own and says whether it holds (FORMAT.md, "Outcome of a case"). */
export async function runCase(folder: string, one: ConformanceCase, openHost: OpenHost): Promise<CaseResult> {
  const begun = performance.now();
  const workers = new Workers();
  const host = await openHost(workers.inline);
  let outcome: Outcome;
  try {
    outcome = await play(folder, one, host, workers);
  } catch (error) {
    outcome = { passed: false, why: `the runner broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  } finally {
    await host.close();
  }
  return { id: one.id, ...(one.disputed === undefined ? {} : { disputed: one.disputed }), ...outcome, ms: performance.now() - begun };
}

type Outcome = Omit<CaseResult, 'id' | 'disputed' | 'ms'>;

async function play(folder: string, one: ConformanceCase, host: ConformanceHost, workers: Workers): Promise<Outcome> {
  const files = one.deploy.map((name) => ({ name, xml: readFileSync(join(folder, name), 'utf8') }));
  const refusals = await host.deploy(files);
  if (refusals.length > 0 || one.expectDeploy === 'reject') {
    return judgeDeploy(one, refusals);
  }
  const player = new Player(host, workers);
  const errors: string[] = [];
  let stuck: StepFailed | undefined;
  try {
    await player.settle();
    for (const step of one.steps ?? []) {
      await player.play(step);
    }
  } catch (error) {
    if (error instanceof StepFailed) {
      stuck = error;
    } else {
      errors.push(`runtime error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return judgeRun(one, await player.observe(errors), stuck);
}

/** A refusal is right when it was asked for, when a failure was, or when nothing but a rule in `violates` is the reason. */
function judgeDeploy(one: ConformanceCase, refusals: readonly Refusal[]): Outcome {
  const refused = refusals.length > 0;
  const reasons = refusals.map(line);
  if (one.expectDeploy === 'reject') {
    const rule = one.rule ?? '';
    const forTheRule = refusals.some((refusal) => rulesOf(refusal).includes(rule));
    const reject = { rule, refused, forTheRule };
    if (forTheRule) {
      return { passed: true, reject };
    }
    const actual = refused ? reasons : 'accepted';
    return {
      passed: false,
      reject,
      why: refused ? `refused, but not for ${rule}` : `accepted, although it breaks ${rule}`,
      differences: [{ field: 'refused for', expected: rule, actual }],
    };
  }
  const readings = [one.expect, ...(one.alternatives ?? [])];
  const reading = readings.findIndex(({ failed, rejected }) => failed === true || rejected === true);
  if (reading >= 0) {
    return { passed: true, reading };
  }
  const violates = one.violates ?? [];
  if (refusals.every((refusal) => rulesOf(refusal).some((rule) => violates.includes(rule)))) {
    return { passed: true };
  }
  return { passed: false, why: 'refused at deploy', differences: [{ field: 'deploy', expected: 'accepted', actual: reasons }] };
}

function judgeRun(one: ConformanceCase, seen: Observation, stuck: StepFailed | undefined): Outcome {
  const readings = [one.expect, ...(one.alternatives ?? [])];
  const holds = (reading: Expectation): boolean => differences(reading, seen, one.racy ?? []).length === 0;
  // After a failure a later step may find nothing; only a reading that asks for the failure can hold then.
  const failedAsAsked = (reading: Expectation): boolean => reading.failed === true && seen.failures.length > 0;
  const reading = readings.findIndex((candidate) => (stuck === undefined || failedAsAsked(candidate)) && holds(candidate));
  if (reading >= 0) {
    return { passed: true, reading };
  }
  const found = [...(stuck?.differences ?? []), ...differences(one.expect, seen, one.racy ?? [])];
  return { passed: false, why: stuck?.message ?? 'another outcome than expected', differences: found };
}

/** The constraint rules a refusal speaks for, such as `EXT.023`. */
export function rulesOf(refusal: Refusal): readonly string[] {
  const { rule, rules } = refusal as { rule?: string; rules?: readonly string[] };
  return [...(rule === undefined ? [] : [rule]), ...(rules ?? [])];
}

function line(refusal: Refusal): string {
  const { code, elementId, path, detail } = refusal;
  const rules = rulesOf(refusal);
  return [code, ...rules, elementId ?? path, JSON.stringify(detail)].join(' ');
}
