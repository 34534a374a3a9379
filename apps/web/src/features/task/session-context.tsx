import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { TaskView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { isRecord } from '../../forms/form-data';
import type { JsonValue } from '../../forms/json';
import { useText } from '../../i18n/use-text';

/** For the council's secretary: the agenda with its thresholds before the session, the roll during the count. */
export function SessionContext({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  const known = task.context['sessionId'] ?? task.context['session'];
  const needsSession = task.formId === 'kiem-phieu';
  const round = useRead(
    'round',
    { params: { id: task.roundId ?? '' } },
    { enabled: needsSession && typeof known !== 'string' && task.roundId !== null },
  );
  const sessionId = typeof known === 'string' ? known : (round.data?.sessionId ?? null);
  const agenda = task.context['agenda'];
  const list: readonly JsonValue[] = Array.isArray(agenda) ? agenda : [];
  const items = list.filter(isRecord);
  if (task.formId === 'mo-phien' && items.length > 0) {
    return (
      <section className="agenda" aria-label={t('session.agenda')}>
        <h2>{t('session.agenda')}</h2>
        <ul>
          {items.map((item, index) => (
            <li key={text(item['rowId']) || index} className={item['feasible'] === false ? 'infeasible' : ''}>
              <strong>{text(item['name'])}</strong>
              {agendaLine(item)}
              {item['feasible'] === false ? <span className="field-error"> {t('session.infeasible')}</span> : null}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  if (needsSession && sessionId !== null) {
    return (
      <p className="note note-blue">
        <Link to="/phien-hop/$id" params={{ id: sessionId }}>
          {t('session.open')}
        </Link>
      </p>
    );
  }
  return null;
}

/** Award and threshold, as far as the server tells them. */
function agendaLine(item: Readonly<Record<string, JsonValue>>): string {
  return ['awardName', 'ruleText', 'sentence']
    .map((key) => text(item[key]))
    .filter((part) => part !== '')
    .map((part) => ` · ${part}`)
    .join('');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
