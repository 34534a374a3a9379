import {
  ask,
  begin,
  dropWaits,
  end,
  instanceAt,
  nodeOf,
  processOf,
  put,
  setVariables,
  terminate,
  terminateInside,
  type Game,
} from './game';
import { beginInAdHoc, beginRounds, complete, pass, sendOn } from './leave';
import type { Instance, Token, Wait } from './marking';
import { isScope, nodeAt, flowAt, type NetNode } from './net';
import { throwNext } from './throw';
import { openEventSubProcess } from './undo';

/** Fires the transition a token stands before: a node that is no join. */
export function enter(game: Game, token: Token): void {
  const node = nodeAt(game.net, token.node);
  const { scope, round, undoes } = token;
  const more = { ...(round !== undefined && { round }), ...(undoes !== undefined && { undoes }) };
  const one = begin(game, scope, node, more);
  if (node.kind === 'callActivity' && (node.loop === undefined || round !== undefined)) {
    one.variables = { ...processOf(game, one).variables };
  }
  if (round === undefined) {
    node.boundaries.forEach((boundary) => {
      listen(game, one, nodeAt(game.net, boundary));
    });
  }
  if (game.marking.due.length > 0 && node.boundaries.length > 0) {
    one.ready = 'begin';
  } else {
    beginWork(game, one);
  }
}

export function beginWork(game: Game, one: Instance): void {
  const node = nodeOf(game, one);
  if (node.loop !== undefined && one.round === undefined) {
    beginRounds(game, one);
  } else {
    run(game, one, node);
  }
}

function run(game: Game, one: Instance, node: NetNode): void {
  switch (node.kind) {
    case 'userTask':
      one.held = 'task';
      return;
    case 'serviceTask':
      if (node.inline === true) {
        complete(game, one);
      } else {
        one.held = 'job';
      }
      return;
    case 'scriptTask':
      setVariables(game, one, node.script === undefined ? {} : { [node.script.variable]: node.script.value });
      complete(game, one);
      return;
    case 'sendTask':
    case 'intermediateThrowEvent':
    case 'endEvent':
      pressOn(game, one);
      return;
    case 'receiveTask':
    case 'intermediateCatchEvent':
      if (one.come === true || (node.triggers ?? []).length === 0) {
        complete(game, one);
      } else {
        listen(game, one, node);
      }
      return;
    case 'eventBasedGateway':
      node.outgoing.forEach((flow) => {
        listen(game, one, nodeAt(game.net, flowAt(game.net, flow).to));
      });
      return;
    case 'callActivity':
      call(game, one, node);
      return;
    case 'subProcess':
    case 'transaction':
    case 'adHocSubProcess':
      openScope(game, one, node.starts);
      return;
    default:
      complete(game, one);
  }
}

export function openScope(game: Game, scope: Instance, starts: readonly number[]): void {
  const node = nodeOf(game, scope);
  node.listeners.forEach((start) => {
    listen(game, scope, nodeAt(game.net, start));
  });
  const { adHoc } = node;
  if (adHoc !== undefined) {
    beginInAdHoc(
      game,
      scope,
      (adHoc.active ?? []).map((id) => game.net.byId.get(id) ?? 0),
    );
    return;
  }
  starts.forEach((start) => {
    put(game, { scope: scope.key, flow: -1, node: start });
  });
}

function call(game: Game, one: Instance, node: NetNode): void {
  const root = nodeAt(game.net, game.net.roots.get(node.calls ?? '') ?? -1);
  const variables = { ...one.variables };
  openScope(game, begin(game, one.key, root, { variables }), root.starts);
}

/** Begins to wait for what the target catches; what is thrown inside (errors, escalations) needs no wait. */
export function listen(game: Game, owner: Instance, target: NetNode): void {
  const { marking } = game;
  (target.triggers ?? []).forEach((trigger, part) => {
    if (trigger.kind === 'message' || trigger.kind === 'timer' || trigger.kind === 'signal' || trigger.kind === 'conditional') {
      const left = trigger.kind === 'timer' ? (trigger.times ?? 1) : 0;
      const wait: Wait = { id: marking.nextKey, owner: owner.key, target: target.index, part, trigger, left, held: false };
      marking.nextKey += 1;
      marking.waits.push(wait);
      ask(game, wait);
    }
  });
}

/** What a wait is open for has come. */
export function occur(game: Game, wait: Wait): void {
  const { marking, net } = game;
  const target = nodeAt(net, wait.target);
  const owner = instanceAt(game, wait.owner);
  const isTimer = wait.trigger.kind === 'timer';
  wait.left -= isTimer ? 1 : 0;
  const stays = target.interrupting === false && !isTimer;
  if (target.parallelMultiple === true) {
    dropWaits(marking, ({ id }) => id === wait.id);
    if (marking.waits.some((other) => other.owner === wait.owner && other.target === wait.target)) {
      return;
    }
  } else if (!stays && wait.left <= 0) {
    dropWaits(marking, ({ id }) => id === wait.id);
  }
  if (target.kind === 'intermediateCatchEvent' && wait.left > 0) {
    sendOn(game, owner.parent, target, processOf(game, owner));
    return;
  }
  trigger(game, owner, target);
}

/** A catching event is triggered, by what it waited for or by what was thrown. */
export function trigger(game: Game, owner: Instance, target: NetNode): void {
  if (target.kind === 'boundaryEvent') {
    if (target.interrupting !== false) {
      terminate(game, owner);
    }
    pass(game, owner.parent, target);
  } else if (target.kind === 'startEvent') {
    if (target.interrupting !== false) {
      interrupt(game, owner);
    }
    openEventSubProcess(game, owner, target.index);
  } else if (nodeOf(game, owner).kind === 'eventBasedGateway') {
    const { parent } = owner;
    end(game, owner, 'completed');
    pass(game, parent, target);
  } else {
    complete(game, owner);
  }
}

/** All that is active in the scope ends, the event subprocess runs in its place. */
function interrupt(game: Game, scope: Instance): void {
  const { net, marking } = game;
  scope.interrupted = true;
  delete scope.queue;
  dropWaits(marking, ({ owner, target }) => owner === scope.key && nodeAt(net, target).kind === 'startEvent');
  terminateInside(game, scope.key);
}

/** A throwing event throws what it has left to throw, then goes on. */
export function pressOn(game: Game, one: Instance): void {
  const node = nodeOf(game, one);
  const throws = node.throws ?? [];
  const part = one.part ?? 0;
  const thrown = throws[part];
  if (thrown === undefined) {
    complete(game, one);
    return;
  }
  one.part = part + 1;
  throwNext(game, one, thrown);
}

export function isRunningScope(game: Game, one: Instance): boolean {
  return isScope(nodeOf(game, one)) && one.loop === undefined && one.pending === undefined;
}
