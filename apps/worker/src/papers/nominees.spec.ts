import type { RowFacts } from '@thidua/store';
import { sessionVotes } from './nominees';
import type { RoundScene } from './scene';

describe('votes in minutes', () => {
  it('leave a recused member in the total and out of every column', () => {
    const session = { total: 9, items: [{ rowId: 'r', yes: 8, no: 0, blank: 0 }] };
    // Only what the count reads is told.
    const votes = sessionVotes({ session } as unknown as RoundScene, { id: 'r' } as RowFacts);
    expect(votes).toEqual({ yes: 8, no: 0, blank: 0, total: 9, share: '88,9%' });
  });
});
