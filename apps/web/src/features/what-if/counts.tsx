import type { ReactNode } from 'react';
import type { DryRunView, WhatIfVerdict } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { VERDICTS, VerdictTag } from './verdict';

interface Props {
  readonly run: DryRunView;
  readonly chosen: WhatIfVerdict | null;
  readonly onChoose: (verdict: WhatIfVerdict | null) => void;
}

/** How many of each verdict; pressing one shows those alone. Every instance is counted once, so they add up to what runs. */
export function Counts({ run, chosen, onChoose }: Props): ReactNode {
  const t = useText();
  const parts = VERDICTS.filter((verdict) => run.counts[verdict] > 0).map((verdict) => String(run.counts[verdict]));
  return (
    <>
      <div className="what-if-counts" role="group" aria-label={t('whatIf.counts')}>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="what-if-count"
            aria-pressed={chosen === verdict}
            disabled={run.counts[verdict] === 0}
            onClick={() => {
              onChoose(chosen === verdict ? null : verdict);
            }}
          >
            <strong>{run.counts[verdict]}</strong>
            <VerdictTag verdict={verdict} />
            <span className="small muted">{t(`whatIf.means.${verdict}`)}</span>
          </button>
        ))}
      </div>
      <p className="small muted">
        {parts.length > 1 ? t('whatIf.sum', { parts: parts.join(' + '), total: run.total }) : t('whatIf.total', { total: run.total })}
        {run.lateAtOnce === 0 ? '' : ` ${t('whatIf.lateAtOnce', { count: run.lateAtOnce })}`}
      </p>
    </>
  );
}
