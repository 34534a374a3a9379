import type { ReactNode } from 'react';
import { CheckCircleOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { IncidentDetail } from '@thidua/contract';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

const TONES = { open: 'red', queued: 'amber', again: 'red', done: 'green' } as const;
const ICONS = {
  open: <WarningOutlined aria-hidden />,
  queued: <ClockCircleOutlined aria-hidden />,
  again: <WarningOutlined aria-hidden />,
  done: <CheckCircleOutlined aria-hidden />,
};

/** What became of an incident: waits, is in the queue, failed again and why, or is done; told as it changes. */
export function RetryState({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const t = useText();
  const { now, queued, lines } = incident;
  const cause = lines.findLast((line) => line.cause !== null)?.cause ?? '';
  const text =
    now === 'queued' && queued !== null && queued.attempts > 0
      ? t('incidents.now.running', { attempts: queued.attempts, retries: queued.retries, at: instantText(queued.nextAt) })
      : t(`incidents.now.${now}`, { cause: t.or(`incidentCause.${cause}.what`, t('incidentCause.unknown.what')) });
  return (
    <p className={`note note-${TONES[now]}`} role="status">
      {ICONS[now]} <span>{text}</span>
    </p>
  );
}

/** How often to look again: quickly while the queue has it. */
export function paceOf(now: IncidentDetail['now'] | undefined): number {
  return now === 'queued' ? 2000 : 10_000;
}
