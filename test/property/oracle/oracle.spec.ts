import type { Model, ModelFlow, ModelNode, NodeKind } from '../model/model';
import { copy, pictureOf, type Marking } from './marking';
import { netOf, type Net } from './net';
import { explore, isStuck, settle, startMarking } from './oracle';
import { apply, stimuliOf, type Stimulus } from './stimuli';

/** The oracle itself, by hand-written nets and the wording of BPMN 2.0 chapter 13; no engine here. */
class Game {
  readonly net: Net;
  readonly marking: Marking;

  constructor(model: Model, variables: Readonly<Record<string, boolean>> = {}, start?: string) {
    this.net = netOf(model);
    this.marking = startMarking(this.net, variables, start);
    settle(this.net, this.marking);
  }

  do(stimulus: Stimulus): this {
    if (!apply(this, stimulus)) {
      throw new Error(`impossible: ${JSON.stringify(stimulus)}`);
    }
    settle(this.net, this.marking);
    return this;
  }

  complete(node: string, set = {}, nth = 0): this {
    return this.do({ do: 'complete', node, nth, set });
  }

  fire(node: string, part = 0): this {
    return this.do({ do: 'fire', node, part, nth: 0 });
  }

  message(node: string, part = 0): this {
    return this.do({ do: 'message', node, part, nth: 0, set: {} });
  }

  get picture(): string {
    return pictureOf(this.net, this.marking);
  }

  done(id: string): number {
    return this.marking.completed[this.net.byId.get(id) ?? -1] ?? 0;
  }

  killed(id: string): number {
    return this.marking.terminated[this.net.byId.get(id) ?? -1] ?? 0;
  }
}

const node = (kind: NodeKind, id: string, more: Partial<ModelNode> = {}): ModelNode => ({ id, kind, scope: 'P', ...more });
const user = (id: string, more: Partial<ModelNode> = {}): ModelNode => node('userTask', id, more);
const start = (id = 's', scope = 'P'): ModelNode => node('startEvent', id, { scope });
const end = (id = 'e', more: Partial<ModelNode> = {}): ModelNode => node('endEvent', id, more);
const sub = (id: string, more: Partial<ModelNode> = {}): ModelNode => node('subProcess', id, more);
const boundary = (id: string, attachedTo: string, more: Partial<ModelNode>): ModelNode =>
  node('boundaryEvent', id, { attachedTo, ...more });

/** `a>b`, `a>b?v1` when v1 is true, `a>b!` by default. */
function flows(...texts: readonly string[]): readonly ModelFlow[] {
  return texts.map((text): ModelFlow => {
    const [, from = '', to = '', mark = ''] = /^(\w+)>(\w+)(.*)$/.exec(text) ?? [];
    const when = mark.startsWith('?') ? { when: { variable: mark.slice(1), value: true } } : {};
    return { id: `${from}_${to}`, from, to, ...when, ...(mark === '!' && { isDefault: true as const }) };
  });
}

function model(nodes: readonly ModelNode[], ...texts: readonly string[]): Model {
  return { processes: [{ id: 'P', nodes, flows: flows(...texts) }] };
}

describe('gateways (BPMN 2.0 §13.4)', () => {
  const and = (id: string): ModelNode => node('parallelGateway', id);
  const or = (id: string): ModelNode => node('inclusiveGateway', id);
  const xor = (id: string): ModelNode => node('exclusiveGateway', id);

  it('exclusive: the first condition that is true in document order, else the default', () => {
    const split = model([start(), xor('x'), user('a'), user('b'), user('c')], 's>x', 'x>a?v1', 'x>b?v2', 'x>c!');
    expect(new Game(split, { v1: true, v2: true }).picture).toBe('P(a<task>)');
    expect(new Game(split, { v1: false, v2: true }).picture).toBe('P(b<task>)');
    expect(new Game(split, { v1: false, v2: false }).picture).toBe('P(c<task>)');
  });

  it('parallel: takes one token of every flow and keeps what is over', () => {
    const twice = model(
      [start(), and('f'), user('a'), user('b'), xor('m'), and('j'), end()],
      's>f',
      'f>a',
      'f>b',
      'f>m',
      'a>m',
      'm>j',
      'b>j',
      'j>e',
    );
    const game = new Game(twice).complete('a');
    expect(game.picture).toBe('P(b<task>,m_j,m_j)');
    expect(game.complete('b').picture).toBe('P(m_j)');
    expect([game.done('e'), isStuck(game.marking, game.net)]).toEqual([1, true]);
  });

  const inclusive = model(
    [start(), or('f'), user('a'), user('b'), user('c'), or('j'), end()],
    's>f',
    'f>a?v1',
    'f>b?v2',
    'f>c!',
    'a>j',
    'b>j',
    'c>j',
    'j>e',
  );

  it('inclusive: every condition that is true, the default only when none is', () => {
    expect(new Game(inclusive, { v1: true, v2: true }).picture).toBe('P(a<task>,b<task>)');
    expect(new Game(inclusive, {}).picture).toBe('P(c<task>)');
  });

  it('inclusive join: waits for those that can still come, and for no others', () => {
    const game = new Game(inclusive, { v1: true, v2: true }).complete('b');
    expect(game.picture).toBe('P(a<task>,b_j)');
    expect(game.complete('a').picture).toBe('ended');
  });

  it('inclusive join: fires when the last token that could have come dies elsewhere', () => {
    const dies = model(
      [start(), and('f'), user('a'), user('b'), xor('x'), or('j'), user('z'), end()],
      's>f',
      'f>a',
      'f>b',
      'a>j',
      'b>x',
      'x>j?v1',
      'x>e!',
      'j>z',
    );
    const game = new Game(dies, { v1: false }).complete('a');
    expect(game.picture).toBe('P(a_j,b<task>)');
    expect(game.complete('b').picture).toBe('P(z<task>)');
  });

  it('inclusive join: a token that can come where one is already does not hold it up', () => {
    const nodes = [start(), and('f'), user('a'), user('w'), xor('x'), xor('m'), user('b'), or('j'), user('z')];
    const ways = ['s>f', 'f>a', 'f>w', 'a>m', 'w>x', 'x>m?v1', 'x>b!', 'm>j', 'b>j', 'j>z'];
    expect(new Game(model(nodes, ...ways)).complete('a').picture).toBe('P(w<task>,z<task>)');
    // Where it could come to the empty flow alone, it is waited for.
    expect(new Game(model(nodes, ...ways.filter((way) => way !== 'x>m?v1'))).complete('a').picture).toBe('P(m_j,w<task>)');
  });

  it('complex: fires at its count, then swallows the rest and begins anew', () => {
    const nodes = [start(), and('f'), user('a'), user('b'), user('c'), node('complexGateway', 'k', { activation: 2 }), user('z')];
    const game = new Game(model(nodes, 's>f', 'f>a', 'f>b', 'f>c', 'a>k', 'b>k', 'c>k', 'k>z'));
    expect(game.complete('a').picture).toBe('P(a_k,b<task>,c<task>)');
    expect(game.complete('b').picture).toBe('P(c<task>,z<task>)');
    expect(game.complete('c').complete('z').picture).toBe('ended');
    expect(game.done('k')).toBe(1);
  });

  it('event-based: the first event wins, and only that one is ever entered', () => {
    const message = node('intermediateCatchEvent', 'm', { triggers: [{ kind: 'message', name: 'm' }] });
    const timer = node('intermediateCatchEvent', 't', { triggers: [{ kind: 'timer' }] });
    const game = new Game(
      model([start(), node('eventBasedGateway', 'g'), message, timer, user('a'), user('b')], 's>g', 'g>m', 'g>t', 'm>a', 't>b'),
    );
    expect(game.picture).toBe('P(g<subscription:m.0,timer:t.0>)');
    expect(game.fire('t').picture).toBe('P(b<task>)');
    expect([game.done('g'), game.done('t'), game.done('m')]).toEqual([1, 1, 0]);
  });
});

describe('scopes and ends (§13.3.4, §13.5)', () => {
  it('a subprocess is done when no token is left inside', () => {
    const nodes = [start(), sub('u'), start('t', 'u'), user('a', { scope: 'u' }), user('b', { scope: 'u' }), end()];
    const game = new Game(model(nodes, 's>u', 't>a', 't>b', 'u>e')).complete('a');
    expect(game.picture).toBe('P(u(b<task>))');
    expect(game.complete('b').picture).toBe('ended');
  });

  it('without start event everything no flow leads to begins', () => {
    expect(new Game(model([user('a'), user('b'), user('c')], 'a>c')).picture).toBe('P(a<task>,b<task>)');
  });

  it('terminate ends all in its own scope only, which then is done', () => {
    const terminate = end('x', { scope: 'u', throws: [{ kind: 'terminate' }] });
    const nodes = [start(), sub('u'), start('t', 'u'), user('a', { scope: 'u' }), user('b', { scope: 'u' }), terminate, user('z')];
    const game = new Game(model(nodes, 's>u', 't>a', 't>b', 'a>x', 'u>z')).complete('a');
    expect([game.picture, game.killed('b'), game.killed('u')]).toEqual(['P(z<task>)', 1, 0]);
  });

  it('a boundary event that interrupts takes the place of its host, another adds a token', () => {
    const timer = { triggers: [{ kind: 'timer' }] } as const;
    const nodes = [
      start(),
      user('a'),
      boundary('i', 'a', timer),
      boundary('n', 'a', { ...timer, interrupting: false }),
      user('x'),
      user('y'),
      end(),
    ];
    const game = new Game(model(nodes, 's>a', 'i>x', 'n>y', 'a>e')).fire('n');
    expect(game.picture).toBe('P(a<task,timer:i.0>,y<task>)');
    expect(game.fire('i').picture).toBe('P(x<task>,y<task>)');
    expect(game.killed('a')).toBe(1);
  });

  it('an interrupting event subprocess ends its siblings and closes the other starts', () => {
    const listener = (id: string, more: Partial<ModelNode>): readonly ModelNode[] => [
      node('eventSubProcess', id),
      node('startEvent', `${id}_s`, { scope: id, triggers: [{ kind: 'message', name: id }], ...more }),
      user(`${id}_u`, { scope: id }),
    ];
    const nodes = [start(), user('a'), ...listener('i', {}), ...listener('n', { interrupting: false })];
    const game = new Game(model(nodes, 's>a', 'i_s>i_u', 'n_s>n_u')).message('n_s').message('n_s');
    expect(game.picture).toBe('P<subscription:i_s.0,subscription:n_s.0>(a<task>,n(n_u<task>),n(n_u<task>))');
    expect(game.message('i_s').picture).toBe('P(i(i_u<task>))');
    expect([game.killed('n'), game.killed('a')]).toEqual([2, 1]);
  });

  it('a called process has variables of its own, which come back only when mapped', () => {
    const called = { id: 'Q', nodes: [{ ...user('q'), scope: 'Q' }], flows: [] };
    const caller = (returns: boolean): Model => {
      const call = node('callActivity', 'c', { calls: 'Q', ...(returns && { returns }) });
      const nodes = [start(), call, node('exclusiveGateway', 'x'), user('a'), user('b')];
      return { processes: [{ id: 'P', nodes, flows: flows('s>c', 'c>x', 'x>a?v1', 'x>b!') }, called] };
    };
    expect(new Game(caller(true), { v1: false }).complete('q', { v1: true }).picture).toBe('P(a<task>)');
    expect(new Game(caller(false), { v1: false }).complete('q', { v1: true }).picture).toBe('P(b<task>)');
  });
});

describe('errors and escalations (§10.5.7, §13.5.4)', () => {
  const thrower = (kind: 'error' | 'escalation'): readonly ModelNode[] => [
    start(),
    sub('u'),
    start('t', 'u'),
    user('a', { scope: 'u' }),
    user('b', { scope: 'u' }),
    end('x', { scope: 'u', throws: [{ kind, code: 'C' }] }),
    user('z'),
    user('w'),
  ];
  const ways = ['s>u', 't>a', 't>b', 'a>x', 'u>z'];

  it('an error ends the scope it leaves; a named code goes before one that catches all', () => {
    const nodes = [
      ...thrower('error'),
      boundary('all', 'u', { triggers: [{ kind: 'error' }] }),
      boundary('c', 'u', { triggers: [{ kind: 'error', code: 'C' }] }),
    ];
    const game = new Game(model(nodes, ...ways, 'all>z', 'c>w')).complete('a');
    expect([game.picture, game.killed('b'), game.killed('u'), game.done('x')]).toEqual(['P(w<task>)', 1, 1, 1]);
  });

  it('the event subprocess inside is nearer than the boundary, but never catches itself', () => {
    const listener = [
      node('eventSubProcess', 'l', { scope: 'u' }),
      node('startEvent', 'ls', { scope: 'l', triggers: [{ kind: 'error' }] }),
      user('lu', { scope: 'l' }),
      end('lx', { scope: 'l', throws: [{ kind: 'error', code: 'D' }] }),
    ];
    const nodes = [...thrower('error'), ...listener, boundary('all', 'u', { triggers: [{ kind: 'error' }] })];
    const game = new Game(model(nodes, ...ways, 'ls>lu', 'lu>lx', 'all>w')).complete('a');
    expect(game.picture).toBe('P(u(l(lu<task>)))');
    expect(game.complete('lu').picture).toBe('P(w<task>)');
  });

  it('an error nobody catches stays where it is', () => {
    expect(new Game(model(thrower('error'), ...ways)).complete('a').picture).toBe('P(u(b<task>,x<incident>))');
  });

  it('an escalation nobody catches is no error, one caught beside lets the thrower go on', () => {
    expect(new Game(model(thrower('escalation'), ...ways)).complete('a').picture).toBe('P(u(b<task>))');
    const nodes = [...thrower('escalation'), boundary('n', 'u', { triggers: [{ kind: 'escalation', code: 'C' }], interrupting: false })];
    expect(new Game(model(nodes, ...ways, 'n>w')).complete('a').picture).toBe('P(u(b<task>),w<task>)');
  });

  it('an escalation caught by an interrupting event ends the scope', () => {
    const nodes = [...thrower('escalation'), boundary('i', 'u', { triggers: [{ kind: 'escalation' }] })];
    expect(new Game(model(nodes, ...ways, 'i>w')).complete('a').picture).toBe('P(w<task>)');
  });
});

describe('events (§10.5)', () => {
  const caught = (id: string, more: Partial<ModelNode>): ModelNode => node('intermediateCatchEvent', id, more);

  it('a signal reaches all who wait for it, by name or for any, before its thrower goes on', () => {
    const nodes = [
      start(),
      node('parallelGateway', 'f'),
      user('a'),
      node('intermediateThrowEvent', 't', { throws: [{ kind: 'signal', name: 'S' }] }),
    ];
    const catchers = [
      caught('c', { triggers: [{ kind: 'signal', name: 'S' }] }),
      caught('d', { triggers: [{ kind: 'signal' }] }),
      caught('o', { triggers: [{ kind: 'signal', name: 'O' }] }),
    ];
    const game = new Game(model([...nodes, ...catchers, user('z')], 's>f', 'f>a', 'a>t', 'f>c', 'f>d', 'f>o', 't>z')).complete('a');
    expect([game.picture, game.marking.told]).toEqual(['P(o<signal:o.0>,z<task>)', ['signal S']]);
  });

  it('a condition counts when it becomes true, not while it stays so', () => {
    const conditional = { triggers: [{ kind: 'conditional', condition: { variable: 'v1', value: true } }], interrupting: false } as const;
    const game = new Game(model([start(), user('a'), boundary('n', 'a', conditional), end()], 's>a', 'n>e', 'a>e'), { v1: true });
    const set = (v1: boolean): Game => game.do({ do: 'set', set: { v1 } });
    expect(game.done('n')).toBe(1);
    expect(set(true).done('n')).toBe(1);
    set(false);
    expect(set(true).done('n')).toBe(2);
  });

  it('several triggers: one of them is enough, or with parallel all must come', () => {
    const triggers = [{ kind: 'timer' }, { kind: 'message', name: 'm' }] as const;
    expect(new Game(model([start(), caught('c', { triggers }), user('z')], 's>c', 'c>z')).fire('c').picture).toBe('P(z<task>)');
    const all = new Game(model([start(), caught('c', { triggers, parallelMultiple: true }), user('z')], 's>c', 'c>z')).message('c', 1);
    expect(all.picture).toBe('P(c<timer:c.0>)');
    expect(all.fire('c').picture).toBe('P(z<task>)');
  });

  it('a bounded cycle sends a token each time', () => {
    const game = new Game(model([start(), caught('c', { triggers: [{ kind: 'timer', times: 2 }] }), user('z')], 's>c', 'c>z')).fire('c');
    expect(game.picture).toBe('P(c<timer:c.0>,z<task>)');
    expect(game.fire('c').picture).toBe('P(z<task>,z<task>)');
  });

  it('a link leads to its catch event as a flow would', () => {
    const nodes = [start(), node('intermediateThrowEvent', 't', { link: 'L' }), caught('c', { link: 'L' }), user('z')];
    expect(new Game(model(nodes, 's>t', 'c>z')).picture).toBe('P(z<task>)');
  });
});

describe('loops and ad-hoc (§13.3.5 to §13.3.7)', () => {
  const looped = (loop: ModelNode['loop']): Model =>
    model(
      [start(), user('a', loop && { loop }), boundary('i', 'a', { triggers: [{ kind: 'timer' }] }), end(), user('x')],
      's>a',
      'a>e',
      'i>x',
    );
  const multi = { kind: 'multi', by: 'cardinality', count: 3 } as const;

  it('parallel: all at once, events hang on the whole; enough ends the rest', () => {
    const game = new Game(looped({ ...multi, sequential: false, enough: 2 }));
    expect(game.picture).toBe('P(a<timer:i.0>(a#1<task>,a#2<task>,a#3<task>))');
    expect(game.complete('a', {}, 1).complete('a').picture).toBe('ended');
    expect([game.done('a'), game.killed('a')]).toEqual([3, 1]);
  });

  it('an event on the whole ends all instances', () => {
    const game = new Game(looped({ ...multi, sequential: false })).complete('a').fire('i');
    expect([game.picture, game.killed('a')]).toEqual(['P(x<task>)', 3]);
  });

  it('sequential: one after the other', () => {
    const game = new Game(looped({ ...multi, sequential: true })).complete('a');
    expect(game.picture).toBe('P(a<timer:i.0>(a#2<task>))');
    expect(game.complete('a').complete('a').picture).toBe('ended');
  });

  it('standard: asked before or after, up to the maximum', () => {
    const standard = { kind: 'standard', maximum: 2, condition: { variable: 'v1', value: true } } as const;
    expect(new Game(looped({ ...standard, testBefore: true }), { v1: false }).picture).toBe('ended');
    expect(new Game(looped({ ...standard, testBefore: false }), { v1: false }).complete('a').picture).toBe('ended');
    expect(new Game(looped({ ...standard, testBefore: false }), { v1: true }).complete('a').complete('a').picture).toBe('ended');
  });

  const adHoc = (more: Partial<NonNullable<ModelNode['adHoc']>>): Model => {
    const node_ = node('adHocSubProcess', 'h', { adHoc: { ordering: 'parallel', cancelRemaining: true, ...more } });
    return model([start(), node_, user('a', { scope: 'h' }), user('b', { scope: 'h' }), end()], 's>h', 'h>e');
  };

  it('ad-hoc: what is listed begins, all at once or one by one', () => {
    expect(new Game(adHoc({ active: ['a', 'b'] })).picture).toBe('P(h(a<task>,b<task>))');
    const game = new Game(adHoc({ active: ['a', 'b'], ordering: 'sequential' })).complete('a');
    expect([game.picture, game.complete('b').picture]).toEqual(['P(h(b<task>))', 'ended']);
  });

  it('ad-hoc: done by its condition, which may give up the rest, or by hand', () => {
    const done = { variable: 'v1', value: true };
    expect(new Game(adHoc({ active: ['a', 'b'], done })).complete('a', { v1: true }).picture).toBe('ended');
    expect(new Game(adHoc({ active: ['a', 'b'], done, cancelRemaining: false })).complete('a', { v1: true }).picture).toBe('P(h(b<task>))');
    const game = new Game(adHoc({})).do({ do: 'begin', node: 'h', nth: 0, elements: ['b'] });
    expect(game.picture).toBe('P(h(b<task>))');
    expect(game.do({ do: 'finish', node: 'h', nth: 0 }).picture).toBe('ended');
  });
});

describe('compensation and transactions (§13.3.4, §13.5.5)', () => {
  const undoable = (id: string, scope = 'P'): readonly ModelNode[] => [
    user(id, { scope }),
    boundary(`${id}_b`, id, { scope, triggers: [{ kind: 'compensation' }], handler: `${id}_h` }),
    user(`${id}_h`, { scope, forCompensation: true }),
  ];
  const undo = (activity?: string): ModelNode =>
    node('intermediateThrowEvent', 'c', { throws: [{ kind: 'compensation', ...(activity !== undefined && { activity }) }] });

  it('undoes what was completed, last first, one at a time, and only then goes on', () => {
    const game = new Game(model([start(), ...undoable('a'), ...undoable('b'), undo(), user('z')], 's>a', 'a>b', 'b>c', 'c>z'))
      .complete('a')
      .complete('b');
    expect(game.picture).toBe('P(b_h<task>,c)');
    expect(game.complete('b_h').picture).toBe('P(a_h<task>,c)');
    expect(game.complete('a_h').picture).toBe('P(z<task>)');
  });

  it('undoes one activity alone, and nothing that was not completed', () => {
    const one = new Game(model([start(), ...undoable('a'), ...undoable('b'), undo('a')], 's>a', 'a>b', 'b>c')).complete('a').complete('b');
    expect(one.picture).toBe('P(a_h<task>,c)');
    const none = new Game(model([start(), node('parallelGateway', 'f'), ...undoable('a'), undo(), user('z')], 's>f', 'f>a', 'f>c', 'c>z'));
    expect(none.picture).toBe('P(a<task>,z<task>)');
  });

  it('a completed subprocess is undone from the inside, or by its own compensation event subprocess', () => {
    const inside = [start(), sub('u'), ...undoable('a', 'u'), undo(), end()];
    const game = new Game(model(inside, 's>u', 'u>c', 'c>e')).complete('a');
    expect(game.picture).toBe('P(c,u(a_h<task>))');
    expect(game.complete('a_h').picture).toBe('ended');
    const own = [
      node('eventSubProcess', 'l', { scope: 'u' }),
      node('startEvent', 'ls', { scope: 'l', triggers: [{ kind: 'compensation' }] }),
      user('lu', { scope: 'l' }),
    ];
    expect(new Game(model([...inside, ...own], 's>u', 'u>c', 'c>e', 'ls>lu')).complete('a').picture).toBe('P(c,u(l(lu<task>)))');
  });

  it('cancel ends the rest of a transaction, undoes what was done in it, and leaves by the cancel event', () => {
    const nodes = [
      start(),
      node('transaction', 'u'),
      start('t', 'u'),
      ...undoable('a', 'u'),
      user('b', { scope: 'u' }),
      end('x', { scope: 'u', throws: [{ kind: 'cancel' }] }),
      boundary('k', 'u', { triggers: [{ kind: 'cancel' }] }),
      user('z'),
      user('w'),
    ];
    const game = new Game(model(nodes, 's>u', 't>a', 't>b', 'a>x', 'u>z', 'k>w')).complete('a');
    expect([game.picture, game.killed('b')]).toEqual(['P(u(a_h<task>))', 1]);
    expect([game.complete('a_h').picture, game.killed('u'), game.done('k')]).toEqual(['P(w<task>)', 1, 1]);
  });
});

describe('what is left open', () => {
  /** A signal ends a task, or comes too early for it, as the two branches are taken. */
  const race = model(
    [
      start(),
      node('parallelGateway', 'f'),
      node('task', 'a'),
      node('intermediateThrowEvent', 't', { throws: [{ kind: 'signal', name: 'S' }] }),
      user('b'),
      boundary('i', 'b', { triggers: [{ kind: 'signal' }] }),
      end(),
    ],
    's>f',
    'f>t',
    'f>a',
    'a>b',
    'i>e',
    'b>e',
  );

  it('every order of concurrent tokens is found', () => {
    const net = netOf(race);
    const { rests, cut } = explore(net, [startMarking(net, {}, undefined)], { allows: () => true, fits: () => true }, 1_000);
    expect(cut).toBe(false);
    expect(rests.map((rest) => pictureOf(net, rest)).sort()).toEqual(['P(b<signal:i.0,task>)', 'ended']);
  });

  it('too many orders are said to be too many', () => {
    const net = netOf(race);
    expect(explore(net, [startMarking(net, {}, undefined)], { allows: () => true, fits: () => true }, 3).cut).toBe(true);
  });

  it('offers what can happen next, and nothing else', () => {
    const game = new Game(
      model(
        [
          start(),
          user('a', { loop: { kind: 'multi', sequential: false, count: 2, by: 'collection' } }),
          boundary('i', 'a', { triggers: [{ kind: 'timer' }] }),
          end(),
        ],
        's>a',
        'a>e',
        'i>e',
      ),
    );
    expect(stimuliOf(game).map((one) => JSON.stringify(one))).toEqual([
      '{"do":"complete","node":"a","nth":0,"set":{}}',
      '{"do":"complete","node":"a","nth":1,"set":{}}',
      '{"do":"fire","node":"i","part":0,"nth":0}',
    ]);
    expect(apply({ net: game.net, marking: copy(game.marking) }, { do: 'complete', node: 'b', nth: 0, set: {} })).toBe(false);
  });
});
