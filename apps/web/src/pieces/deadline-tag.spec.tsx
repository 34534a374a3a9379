import { render, screen } from '@testing-library/react';
import type { DeadlineView } from '@thidua/contract';
import { describe, expect, it } from 'vitest';
import { DeadlineTag, toneOf } from './deadline-tag';

const deadline = (part: Partial<DeadlineView>): DeadlineView => ({
  dueAt: '2026-03-12T17:00:00+07:00',
  workingDaysLeft: 3,
  elapsedDays: 7,
  legalDays: 10,
  state: 'on-time',
  ruleId: 'T-16',
  citation: null,
  ...part,
});

describe('DeadlineTag', () => {
  it('says how many working days are left and until when, with the row in its tooltip', () => {
    render(<DeadlineTag deadline={deadline({})} />);
    const text = screen.getByText('Còn 3 ngày làm việc · đến 12/03');
    expect(text.parentElement?.title).toBe('Hạn 10 ngày làm việc · đã qua 7 ngày làm việc · T-16');
  });

  it('tells both readings of the limit in its tooltip', () => {
    const reading = { startedOn: null, dueOn: null };
    const readings = [
      { ...reading, from: 'received' as const, elapsedDays: 9 },
      { ...reading, from: 'complete' as const, elapsedDays: 3 },
    ];
    render(<DeadlineTag deadline={deadline({ workingDaysLeft: 4, readings })} />);
    const title = screen.getByText('Còn 4 ngày làm việc · đến 12/03').parentElement?.title;
    expect(title).toContain('từ ngày nhận: đã qua 9 ngày · từ ngày đủ hồ sơ: đã qua 3 ngày · T-16');
  });

  it.each([
    [{ workingDaysLeft: 1 }, 'amber'],
    [{ workingDaysLeft: 2 }, 'calm'],
    [{ state: 'overdue', workingDaysLeft: -1 }, 'red'],
    [{ state: 'paused' }, 'grey'],
    [{ state: 'none', dueAt: null }, 'grey'],
  ] as const)('shows %o in %s', (part, tone) => {
    expect(toneOf(deadline(part))).toBe(tone);
  });

  it('counts overdue days without a sign', () => {
    render(<DeadlineTag deadline={deadline({ state: 'overdue', workingDaysLeft: -2 })} />);
    expect(screen.getByText('Quá hạn 2 ngày làm việc · 12/03')).toBeDefined();
  });

  it('says when the clock does not run', () => {
    render(<DeadlineTag deadline={deadline({ state: 'paused' })} />);
    expect(screen.getByText('Tạm dừng thời hạn')).toBeDefined();
  });
});
