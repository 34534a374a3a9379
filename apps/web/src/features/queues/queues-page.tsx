import type { ReactNode } from 'react';
import { CheckCircleOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { QueueView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText, type Text } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Timers } from './timers';

const COLUMNS = ['queue', 'waiting', 'oldest', 'running', 'later', 'retried', 'failed', 'state'] as const;
const NUMBERS: readonly string[] = ['waiting', 'running', 'later', 'retried', 'failed'];
const TONES = { calm: 'calm', slow: 'amber', stuck: 'red' } as const;
const ICONS = {
  calm: <CheckCircleOutlined aria-hidden />,
  slow: <ClockCircleOutlined aria-hidden />,
  stuck: <WarningOutlined aria-hidden />,
};

/** Hàng đợi: how much work waits where and for how long, and which timers are due; what stands still is told first. */
export default function QueuesPage(): ReactNode {
  const t = useText();
  const read = useRead('queues', {}, { every: 10_000 });
  const list = read.data?.queues;
  const stuck = list?.filter((queue) => queue.state === 'stuck').length ?? 0;
  return (
    <div className="page">
      <PageHead
        title={t('queues.title')}
        line={
          read.data === undefined
            ? t('loading')
            : t(stuck === 0 ? 'queues.calmLine' : 'queues.stuckLine', { count: stuck, at: instantText(read.data.at) })
        }
      >
        <Link className="ant-btn-like" to="/su-co">
          {t('incidents.title')}
        </Link>
      </PageHead>
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {list === undefined ? read.error === null ? <Loading /> : null : <Queues queues={list} />}
      <p className="why">
        {t('queues.refreshed')} {t('queues.bell')}
      </p>
      <Timers />
    </div>
  );
}

const ORDER = { stuck: 0, slow: 1, calm: 2 } as const;

function Queues({ queues }: { readonly queues: readonly QueueView[] }): ReactNode {
  const t = useText();
  const shown = queues.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('queues.title')}>
      <table className="data">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" className={NUMBERS.includes(name) ? 'num' : undefined}>
                {t(`queues.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((queue) => (
            <tr key={`${queue.group}/${queue.name}`}>
              <th scope="row">
                {t(`queues.group.${queue.group}`)}
                {queue.name === '' ? null : <div className="small muted">{nameOf(queue, t)}</div>}
              </th>
              <td className="num">{queue.waiting}</td>
              <td className="nowrap">{queue.oldestSeconds === null ? '–' : ageText(queue.oldestSeconds, t)}</td>
              <td className="num">{queue.running}</td>
              <td className="num">
                {queue.later}
                {queue.nextAt === null ? null : (
                  <div className="small muted nowrap">{t('queues.next', { at: instantText(queue.nextAt) })}</div>
                )}
              </td>
              <td className="num">{queue.retried}</td>
              <td className="num">{queue.failed === 0 ? 0 : <span className="tag tag-red">{queue.failed}</span>}</td>
              <td>
                <span className={`tag tag-${TONES[queue.state]}`}>
                  {ICONS[queue.state]} {t(`queues.state.${queue.state}`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Kinds of messages, causes and types of jobs in words; what has none keeps its name. */
function nameOf({ group, name }: QueueView, t: ReturnType<typeof useText>): string {
  switch (group) {
    case 'outbox':
      return t(`queues.outbox.${name}`);
    case 'incident':
      return t.or(`incidentCause.${name}.what`, name);
    case 'job':
      return t.or(`jobType.${name}`, name);
    default:
      return name;
  }
}

function ageText(seconds: number, t: Text): string {
  if (seconds < 60) {
    return t('queues.seconds', { count: seconds });
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? t('queues.minutes', { count: minutes }) : t('queues.hours', { count: Math.floor(minutes / 60) });
}
