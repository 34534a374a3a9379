import type { ReactNode } from 'react';
import type { AnswerOf } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { ChoiceField } from '../../pieces/choice-field';

export interface Asked {
  readonly state: 'open' | 'resolved';
  readonly cause: string;
  readonly process: string;
  readonly q: string;
}

interface Props {
  readonly asked: Asked;
  readonly list: AnswerOf<'incidents'> | undefined;
  readonly onAsk: (asked: Asked) => void;
}

/** Standing still or settled, by cause and process with their counts, and by code or title. */
export function IncidentFilters({ asked, list, onAsk }: Props): ReactNode {
  const t = useText();
  const any = ['', t('incidents.filter.any')] as const;
  const causes = (list?.causes ?? []).map(
    ({ cause, count }) => [cause, `${t.or(`incidentCause.${cause}.what`, cause)} (${String(count)})`] as const,
  );
  const processes = (list?.processes ?? []).map(({ key, name, count }) => [key, `${name} (${String(count)})`] as const);
  return (
    <div className="incident-filters" role="search" aria-label={t('incidents.filter.title')}>
      <ChoiceField
        label={t('incidents.filter.state')}
        value={asked.state}
        options={[
          ['open', t('incidents.filter.open')],
          ['resolved', t('incidents.filter.resolved')],
        ]}
        onChange={(state) => {
          onAsk({ ...asked, state: state === 'resolved' ? 'resolved' : 'open', cause: '', process: '' });
        }}
      />
      <ChoiceField
        label={t('incidents.filter.cause')}
        value={asked.cause}
        options={[any, ...causes]}
        onChange={(cause) => {
          onAsk({ ...asked, cause });
        }}
      />
      <ChoiceField
        label={t('incidents.filter.process')}
        value={asked.process}
        options={[any, ...processes]}
        onChange={(process) => {
          onAsk({ ...asked, process });
        }}
      />
      <label>
        <span className="field-label">{t('incidents.filter.text')}</span>
        <input
          className="form-input"
          type="search"
          maxLength={100}
          value={asked.q}
          onChange={(event) => {
            onAsk({ ...asked, q: event.target.value });
          }}
        />
      </label>
    </div>
  );
}
