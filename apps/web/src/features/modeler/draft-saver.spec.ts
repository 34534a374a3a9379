import { afterEach, describe, expect, it } from 'vitest';
import type { SavedDraft } from '@thidua/contract';
import { ApiError } from '../../api/api-error';
import { DraftSaver, type SaveState } from './draft-saver';
import { localCopy, type LocalCopy } from './local-copy';

interface Call {
  readonly xml: string;
  readonly rev: number;
  readonly answer: (saved: Partial<SavedDraft>) => Promise<void>;
  readonly refuse: (error: ApiError) => Promise<void>;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A saver whose server answers when the test says so. */
function open(copy: LocalCopy = localCopy('d-1')): {
  saver: DraftSaver;
  calls: Call[];
  states: SaveState[];
  saved: string[];
  due: (() => void)[];
} {
  const [calls, states, saved, due]: [Call[], SaveState[], string[], (() => void)[]] = [[], [], [], []];
  const saver = new DraftSaver(
    {
      copy,
      send: (xml, rev) =>
        new Promise((resolve, reject) => {
          calls.push({
            ...{ xml, rev },
            answer: (one) => {
              resolve({ rev: rev + 1, savedAt: '', problems: [], changes: [], comparable: true, ...one });
              return settled();
            },
            refuse: (error) => {
              reject(error);
              return settled();
            },
          });
        }),
      onState: (state) => states.push(state),
      onSaved: (_answer, xml) => saved.push(xml),
      later: (run) => {
        due.push(run);
        return () => due.splice(due.indexOf(run), 1);
      },
    },
    3,
  );
  return { saver, calls, states, saved, due };
}

describe('a draft between page and server', () => {
  afterEach(() => {
    localStorage.clear();
  });

  it('is sent once at a time, the newest drawing last, each over the saving before', async () => {
    const { saver, calls, states, saved } = open();
    saver.change('a');
    saver.change('b');
    saver.change('c');
    expect(calls.map((call) => [call.xml, call.rev])).toEqual([['a', 3]]);
    await calls[0]?.answer({ rev: 4 });
    expect(calls.map((call) => [call.xml, call.rev])).toEqual([
      ['a', 3],
      ['c', 4],
    ]);
    expect(saver.isClean()).toBe(false);
    await calls[1]?.answer({ rev: 5 });
    expect([saved, states.at(-1), saver.isClean()]).toEqual([['c'], { state: 'saved' }, true]);
    expect(localCopy('d-1').read()).toBeNull();
  });

  it('lies in the browser while the network is gone, and goes by itself when it is back', async () => {
    const { saver, calls, states, due } = open();
    saver.change('a');
    await calls[0]?.refuse(new ApiError(0, 'offline', {}, null));
    expect(states.at(-1)).toEqual({ state: 'offline', kept: true });
    expect(localCopy('d-1').read()).toMatchObject({ xml: 'a', rev: 3 });
    expect(due).toHaveLength(1);
    due[0]?.();
    await calls[1]?.answer({});
    expect(states.at(-1)).toEqual({ state: 'saved' });
    expect(localCopy('d-1').read()).toBeNull();
  });

  it('is not put over another administrator’s saving but by his own word', async () => {
    const { saver, calls, states } = open();
    saver.change('mine');
    await calls[0]?.refuse(new ApiError(409, 'draft-changed', { rev: 7, name: 'Nguyễn Thị Minh', at: '2026-03-02T09:00:00+07:00' }, null));
    expect(states.at(-1)).toMatchObject({ state: 'conflict', name: 'Nguyễn Thị Minh', rev: 7, kept: true });
    expect([calls.length, localCopy('d-1').read()?.xml]).toEqual([1, 'mine']);
    saver.overwrite(7);
    expect(calls[1]).toMatchObject({ xml: 'mine', rev: 7 });
    await calls[1]?.answer({ rev: 8 });
    expect(states.at(-1)).toEqual({ state: 'saved' });
  });

  it('says so when the browser has no room for the copy', async () => {
    const full = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const { saver, calls, states } = open(localCopy('d-1', full));
    saver.change('large');
    await calls[0]?.refuse(new ApiError(503, 'unavailable', {}, null));
    expect(states.at(-1)).toEqual({ state: 'offline', kept: false });
  });

  it('says nothing any more once the page is left', async () => {
    const { saver, calls, states, saved } = open();
    saver.change('a');
    saver.stop();
    await calls[0]?.answer({});
    expect([states, saved]).toEqual([[{ state: 'saving' }], []]);
  });

  it('is in the browser at once, also while an older drawing is on its way', () => {
    const copy = localCopy('d-2');
    const { saver } = open(copy);
    saver.change('<one/>');
    saver.change('<two/>');
    expect(copy.read()).toMatchObject({ xml: '<two/>', rev: 3 });
  });

  it('is not clean while something is drawn whose XML is not there yet', async () => {
    const { saver, calls } = open();
    saver.touch();
    expect(saver.isClean()).toBe(false);
    saver.change('<one/>');
    await calls[0]?.answer({});
    expect(saver.isClean()).toBe(true);
  });

  it('given up for what the server has, sends and keeps nothing more', async () => {
    const copy = localCopy('d-3');
    const { saver, calls } = open(copy);
    saver.change('<one/>');
    await calls[0]?.refuse(new ApiError(409, 'draft-changed', { name: 'Ai đó', at: null, rev: 5 }, null));
    saver.abandon();
    saver.change('<late/>');
    expect([calls.length, copy.read(), saver.isClean()]).toEqual([1, null, true]);
  });
});
