import { conclusionOf, followUpDue, linesOf, minutesOf, noticeOf } from './unit-papers';

describe('what is kept of an inspected body', () => {
  it('is whole even before anything was written', () => {
    expect(minutesOf({ minutes: {} })).toEqual({ startTime: null, endTime: null, inspectors: [], representatives: [], requests: [] });
    expect(conclusionOf({ conclusion: {}, result: null }).requests).toEqual([]);
    expect(noticeOf({ notice: {} })).toEqual({ startTime: '', participants: [], preparation: [], contact: '' });
  });

  it('is to be mended by the latest of its days', () => {
    const request = (dueOn: string | null): { request: string; dueOn: string | null } => ({ request: 'x', dueOn });
    expect(followUpDue({ requests: [request('2026-05-15'), request(null), request('2026-06-01')] })).toBe('2026-06-01');
    expect(followUpDue({ requests: [] })).toBeNull();
  });

  it('reads lines as people type them', () => {
    expect(linesOf(' - một\n\n• hai\n')).toEqual(['một', 'hai']);
    expect(linesOf(undefined)).toEqual([]);
  });
});
