import type { ReactNode } from 'react';
import type { AnswerOf } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

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
  const causes = (list?.causes ?? []).map(({ cause, count }) => ({
    value: cause,
    text: `${t.or(`incidentCause.${cause}.what`, cause)} (${String(count)})`,
  }));
  const processes = (list?.processes ?? []).map(({ key, name, count }) => ({ value: key, text: `${name} (${String(count)})` }));
  return (
    <div className="incident-filters" role="search" aria-label={t('incidents.filter.title')}>
      <label>
        <span className="field-label">{t('incidents.filter.state')}</span>
        <select
          className="form-input"
          value={asked.state}
          onChange={(event) => {
            onAsk({ ...asked, state: event.target.value === 'resolved' ? 'resolved' : 'open', cause: '', process: '' });
          }}
        >
          <option value="open">{t('incidents.filter.open')}</option>
          <option value="resolved">{t('incidents.filter.resolved')}</option>
        </select>
      </label>
      <Choice
        label={t('incidents.filter.cause')}
        value={asked.cause}
        options={causes}
        onChoose={(cause) => {
          onAsk({ ...asked, cause });
        }}
      />
      <Choice
        label={t('incidents.filter.process')}
        value={asked.process}
        options={processes}
        onChoose={(process) => {
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

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps): ReactNode {
  const t = useText();
  return (
    <label>
      <span className="field-label">{label}</span>
      <select
        className="form-input"
        value={value}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        <option value="">{t('incidents.filter.any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
