import type { Trigger } from '../model/model';
import { nodeAt, type Net } from './net';

/**
 * Where the tokens are. A net of nested nets: each running scope has its own tokens; a token lies on a flow (a place), or at a node
 * that begins without one. An instance is an activity, event or scope at work.
 */
export interface Marking {
  ended: boolean;
  nextKey: number;
  tokens: Token[];
  instances: Map<number, Instance>;
  waits: Wait[];
  /** Waits whose signal or condition has come and was not acted on yet. */
  due: Due[];
  /** How often each node was completed and terminated, and what was told to the world outside. */
  completed: number[];
  terminated: number[];
  told: string[];
}

export interface Token {
  readonly scope: number;
  /** −1: at the node itself. */
  readonly flow: number;
  readonly node: number;
  /** A round of a loop, 1-based. */
  readonly round?: number;
  /** Key of who waits for this compensation handler. */
  readonly undoes?: number;
  /** Has let the others pass. */
  readonly late?: true;
}

export interface Instance {
  readonly key: number;
  readonly node: number;
  /** Key of the scope or loop body it lives in; 0 for the process. */
  readonly parent: number;
  readonly round?: number;
  readonly undoes?: number;
  /** A subprocess that is back to be undone. */
  readonly revived?: true;
  /** Bodies of loops. */
  loop?: { begun: number; done: number };
  /** Processes and calls: their variables. */
  variables?: Record<string, boolean>;
  /** What was completed inside and can be undone, oldest first. */
  done: readonly Done[];
  /** Who undoes: what is left, the next one last, each with the scope to undo it in. */
  pending?: readonly { readonly scope: number; readonly what: Done }[];
  interrupted?: true;
  canceled?: true;
  /** Throwing events: how many of their throws are done. */
  part?: number;
  /** Goes on throwing as soon as everybody has its signal or escalation; begins its work after, or before, a condition that holds already. */
  ready?: 'throw' | 'begin';
  /** What it waits for has come before it began. */
  readonly come?: true;
  /** Sequential ad-hoc subprocesses: what is still to be begun. */
  queue?: readonly number[];
  /** Held by a person, a worker, or (an error nobody catches) by nobody. */
  held?: 'task' | 'job' | 'incident';
  /** Complex gateways that have fired: by node, the flows they still swallow a token of. */
  owed?: Readonly<Record<string, readonly number[]>>;
}

/** A completed activity that can be undone: by its handler, or as a scope by its compensation event subprocess or inside out. */
export interface Done {
  readonly node: number;
  readonly handler?: number;
  readonly inner: readonly Done[];
}

export interface Wait {
  readonly id: number;
  readonly owner: number;
  readonly target: number;
  readonly part: number;
  readonly trigger: Trigger;
  /** Firings left of a cycle. */
  left: number;
  /** A condition that was true when it was last asked. */
  held: boolean;
}

export interface Due {
  readonly wait: number;
  /** Signals reach everybody before anything else happens. */
  readonly urgent: boolean;
}

export function emptyMarking(net: Net): Marking {
  const zeros = (): number[] => net.nodes.map(() => 0);
  return {
    ended: false,
    nextKey: 1,
    tokens: [],
    instances: new Map(),
    waits: [],
    due: [],
    completed: zeros(),
    terminated: zeros(),
    told: [],
  };
}

export function copy(marking: Marking): Marking {
  return {
    ...marking,
    tokens: [...marking.tokens],
    instances: new Map(Array.from(marking.instances, ([key, one]) => [key, copyInstance(one)])),
    waits: marking.waits.map((wait) => ({ ...wait })),
    due: [...marking.due],
    completed: [...marking.completed],
    terminated: [...marking.terminated],
    told: [...marking.told],
  };
}

function copyInstance(one: Instance): Instance {
  return { ...one, ...(one.loop && { loop: { ...one.loop } }), ...(one.variables && { variables: { ...one.variables } }) };
}

const WAIT_NAMES: Readonly<Partial<Record<Trigger['kind'], string>>> = {
  message: 'subscription',
  timer: 'timer',
  signal: 'signal',
  conditional: 'condition',
};

/** What stands in a marking, without keys: the tree of instances with their waits and the tokens that wait at joins. */
export function pictureOf(net: Net, marking: Marking): string {
  const children = new Map<number, Instance[]>();
  for (const one of marking.instances.values()) {
    children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
  }
  const draw = (one: Instance): string => {
    const waits = marking.waits.filter(({ owner }) => owner === one.key).map((wait) => waitName(net, wait));
    const tokens = marking.tokens.filter(({ scope, flow }) => scope === one.key && flow >= 0).map(({ flow }) => net.flows[flow]?.id ?? '');
    const inside = (children.get(one.key) ?? []).map(draw);
    return instancePicture(
      nodeAt(net, one.node).id,
      one.round,
      [...(one.held === undefined ? [] : [one.held]), ...waits],
      [...tokens, ...inside],
    );
  };
  return marking.ended ? 'ended' : (children.get(0) ?? []).map(draw).join();
}

function waitName(net: Net, { target, part, trigger }: Wait): string {
  return `${WAIT_NAMES[trigger.kind] ?? trigger.kind}:${nodeAt(net, target).id}.${part}`;
}

export function instancePicture(id: string, round: number | undefined, waits: readonly string[], inside: readonly string[]): string {
  const facts = [...waits].sort().join();
  return `${id}${round === undefined ? '' : `#${round}`}${facts === '' ? '' : `<${facts}>`}${inside.length === 0 ? '' : `(${[...inside].sort().join()})`}`;
}
