import { flowAt, isCutOff, isScope, membersOf, nodeAt, targetsOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { doubledTokens } from '../flow/doubled';
import { netOf, type Net } from '../flow/net';
import { playTokens, type Finding, type Played } from '../flow/token-game';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';
import type { Rule } from './rule';

/** Longest run that is told; of a longer one its end. */
const PATH_CAP = 200;

const findings = eachProcess((process) => {
  // With a broken flow, or below a node cut off, the game would report what `flow-ends` and `connections` say better.
  if (process.flows.some((flow) => flow.source === undefined || flow.target === undefined)) {
    return [];
  }
  const net = netOf(process);
  // What a scope holds comes after it, so that the inner ones are played first.
  const scopes = process.nodes.filter(isScope).reverse();
  return scopes
    .map((scope) => checkScope(net, scope))
    .reverse()
    .flat();
});

/**
 * Runs that cannot end: a join waiting for a branch that was not taken, inclusive joins waiting for each other, a part without
 * a way out, tokens without bound, parts no run ever reaches. Found by playing the tokens of every scope from every start, up to
 * 20,000 states; beyond that a warning says so. A warning, too, where luck may avoid it, and where tokens nobody joins make what
 * follows run twice. `path` leads there.
 */
export const unsound: Rule = (drawing, surroundings) => {
  const found = findings(drawing, surroundings);
  return surroundings.unsound === 'accepted' ? found.map((refusal) => ({ ...refusal, severity: 'warning' as const })) : found;
};

interface Game {
  readonly starts: readonly number[];
  readonly played: Played;
}

function checkScope(net: Net, scope: DrawnNode): readonly Refusal[] {
  const { process, neverComplete } = net;
  const inside = membersOf(process, scope.index);
  if (inside.some((node) => isCutOff(node) && node.waysOut.length > 0)) {
    return [];
  }
  const games = beginnings(scope, inside).map((starts): Game => ({ starts, played: playTokens(net, starts) }));
  const rescued = isRescued(process, scope);
  const troubled = games.some(({ played }) => played.findings.length > 0);
  if (troubled) {
    return games.flatMap(({ starts, played }) =>
      checkGame(
        process,
        starts,
        played.findings.filter(({ problem }) => problem !== 'no-way-out' || !rescued),
      ),
    );
  }
  const cutShort = inside.some((node) => node.kind === 'eventSubProcess' && node.interrupting && !neverComplete.has(node.index));
  const completes = games.length === 0 || games.some(({ played }) => played.completes) || cutShort || scope.kind === 'adHocSubProcess';
  if (!completes) {
    neverComplete.add(scope.index);
  }
  // What stands behind a subprocess that is always cancelled is dead, too, but may be drawn for completeness.
  const certain = !inside.some((node) => neverComplete.has(node.index));
  return [...deadParts(process, inside, games, certain), ...games.flatMap(({ starts }) => doubled(net, starts))];
}

/** Something else can end the scope however it runs: an interrupting event subprocess or boundary event, here or further out. */
function isRescued(process: DrawnProcess, scope: DrawnNode): boolean {
  const subProcesses = membersOf(process, scope.index).filter((node) => node.kind === 'eventSubProcess');
  const events = [...subProcesses, ...scope.boundaries.map((index) => nodeAt(process, index))];
  const here = events.some((event) => event.interrupting && event.trigger !== 'compensation');
  return here || (scope.index !== 0 && isRescued(process, nodeAt(process, scope.scope)));
}

/** Which nodes begin together: a process is started at one of its start events, a subprocess at all of them. */
function beginnings(scope: DrawnNode, inside: readonly DrawnNode[]): readonly (readonly number[])[] {
  const starts = inside.filter((node) => node.begins).map((node) => node.index);
  const alternatives = inside.some((node) => node.kind === 'startEvent') && ['process', 'eventSubProcess'].includes(scope.kind);
  if (alternatives || scope.kind === 'adHocSubProcess') {
    return starts.map((start) => [start]);
  }
  return starts.length === 0 ? [] : [starts];
}

function checkGame(process: DrawnProcess, starts: readonly number[], findings: readonly Finding[]): readonly Refusal[] {
  const deadlocks = findings.flatMap((finding) => (finding.problem === 'deadlock' ? [finding] : []));
  const joins = [...new Set(deadlocks.flatMap((finding) => finding.joins))];
  return [
    ...joins.flatMap((join) => {
      const node = nodeAt(process, join);
      const here = deadlocks.filter((finding) => finding.joins.includes(join));
      const empty = node.waysIn.filter((flow) => here.some((finding) => finding.empty.includes(flow)));
      const waitsFor = empty.map((flow) => flowAt(process, flow).id);
      const hint = 'Join with an exclusive gateway what an exclusive gateway split, or let every branch reach this join.';
      return here.slice(0, 1).map(({ path, certain }) => {
        const detail = { reason: 'deadlock', waitsFor, path: idsOf(process, path) };
        return refuse('unsound', { element: node.element }, detail, { hint, severity: severityOf(certain) });
      });
    }),
    ...findings.flatMap((finding) => otherFinding(process, starts, finding)),
  ];
}

function otherFinding(process: DrawnProcess, starts: readonly number[], finding: Finding): readonly Refusal[] {
  switch (finding.problem) {
    case 'deadlock':
      return [];
    case 'too-large': {
      const { element } = nodeAt(process, starts[0] ?? 0);
      return [refuse('soundness-unknown', { element }, { states: finding.states }, { severity: 'warning' })];
    }
    case 'no-way-out':
    case 'unbounded':
      return finding.nodes.slice(0, 1).map((index) => {
        const detail = { reason: finding.problem, elements: idsOf(process, finding.nodes), path: idsOf(process, finding.path) };
        return refuse('unsound', { element: nodeAt(process, index).element }, detail, { severity: severityOf(finding.certain) });
      });
  }
}

/** Nodes that flows lead to and yet no run comes to. */
function deadParts(process: DrawnProcess, inside: readonly DrawnNode[], games: readonly Game[], certain: boolean): readonly Refusal[] {
  const idle = inside.filter((node) => node.waysIn.length > 0 && !games.some(({ played }) => played.run.has(node.index)));
  const connected: ReadonlySet<number> = idle.length === 0 ? new Set() : connectedTo(process, inside);
  const dead = idle.filter((node) => connected.has(node.index));
  return dead.slice(0, 1).map(({ element }) => {
    const elements = idsOf(
      process,
      dead.map((node) => node.index),
    );
    return refuse('unsound', { element }, { reason: 'dead-part', elements }, { severity: severityOf(certain) });
  });
}

/** What can be come to from where the scope begins, if every way were taken. The rest is told by `unreachable`. */
function connectedTo(process: DrawnProcess, inside: readonly DrawnNode[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = inside.filter((node) => node.begins).map((node) => node.index);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (!found.has(index)) {
      found.add(index);
      const { waysOut, boundaries } = nodeAt(process, index);
      open.push(...boundaries, ...targetsOf(process, waysOut));
    }
  }
  return found;
}

function doubled(net: Net, starts: readonly number[]): readonly Refusal[] {
  const { process } = net;
  const found = doubledTokens(net, starts);
  if (found === undefined) {
    return [];
  }
  const hint = 'Join the branches with the kind of gateway that split them.';
  const detail = { reason: 'lack-of-synchronisation', path: idsOf(process, found.path) };
  return [refuse('unsound', { element: nodeAt(process, found.node).element }, detail, { hint, severity: 'warning' })];
}

/** What luck can avoid may be meant so. */
function severityOf(certain: boolean): 'error' | 'warning' {
  return certain ? 'error' : 'warning';
}

function idsOf(process: DrawnProcess, nodes: readonly number[]): readonly string[] {
  return nodes.slice(-PATH_CAP).map((node) => nodeAt(process, node).id);
}
