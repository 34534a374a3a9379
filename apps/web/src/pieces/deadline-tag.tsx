import type { ReactNode } from 'react';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  PauseCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { DeadlineView } from '@thidua/contract';
import { shortDayText } from '../i18n/format';
import { useText, type Text } from '../i18n/use-text';

type Tone = 'calm' | 'amber' | 'red' | 'grey';

const ICONS: Record<Tone, ReactNode> = {
  calm: <CheckCircleOutlined aria-hidden />,
  amber: <WarningOutlined aria-hidden />,
  red: <ExclamationCircleOutlined aria-hidden />,
  grey: <ClockCircleOutlined aria-hidden />,
};

/** 'Còn 3 ngày làm việc · đến 12/03': amber under two days, red when overdue, grey while the clock does not run. */
export function DeadlineTag({ deadline }: { readonly deadline: DeadlineView }): ReactNode {
  const t = useText();
  const tone = toneOf(deadline);
  return (
    <span className={`tag tag-${tone}`} title={tooltipOf(deadline, t)}>
      {deadline.state === 'paused' ? <PauseCircleOutlined aria-hidden /> : ICONS[tone]}
      <span>{deadlineText(deadline, t)}</span>
    </span>
  );
}

export function toneOf(deadline: DeadlineView): Tone {
  if (deadline.state === 'overdue') {
    return 'red';
  }
  if (deadline.state === 'none' || deadline.state === 'paused') {
    return 'grey';
  }
  const left = deadline.workingDaysLeft;
  return deadline.state === 'at-risk' || (left !== null && left < 2) ? 'amber' : 'calm';
}

export function deadlineText(deadline: DeadlineView, t: Text): string {
  const { state, dueAt, workingDaysLeft } = deadline;
  if (state === 'paused') {
    return t('deadline.paused');
  }
  if (state === 'none' || dueAt === null) {
    return t('deadline.none');
  }
  const day = shortDayText(dueAt);
  const days = Math.abs(workingDaysLeft ?? 0);
  if (state === 'overdue') {
    return days === 0 ? t('deadline.overdueToday', { day }) : t('deadline.overdue', { days, day });
  }
  return days === 0 ? t('deadline.today', { day }) : t('deadline.left', { days, day });
}

function tooltipOf(deadline: DeadlineView, t: Text): string {
  const legal = deadline.legalDays === null ? t('deadline.noLegal') : t('deadline.legal', { days: deadline.legalDays });
  const rule = deadline.ruleId === null ? '' : ` · ${deadline.ruleId}`;
  const citation = deadline.citation === null ? '' : ` · ${deadline.citation}`;
  const readings = (deadline.readings ?? []).map((reading) => ` · ${t(`deadline.reading.${reading.from}`, { days: reading.elapsedDays })}`);
  return `${legal} · ${t('deadline.elapsed', { days: deadline.elapsedDays })}${readings.join('')}${rule}${citation}`;
}
