import type { ReactNode } from 'react';
import type { ProspectView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { VerdictMark } from '../../pieces/verdict';

/** What could be given now and next year by the same rules, the nearest first, with what is missing for it. */
export function Prospects({ prospects }: { readonly prospects: readonly ProspectView[] }): ReactNode {
  const t = useText();
  const years = [...new Set(prospects.map((one) => one.year))];
  return (
    <section className="section" aria-label={t('prospects.title')}>
      <h2>{t('prospects.title')}</h2>
      <p className="why">{t('prospects.help')}</p>
      {years.map((year) => (
        <div key={year}>
          <h3>{t('prospects.year', { year })}</h3>
          <ul className="prospects">
            {prospects
              .filter((one) => one.year === year)
              .map((one) => (
                <ProspectLine key={one.award} prospect={one} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ProspectLine({ prospect }: { readonly prospect: ProspectView }): ReactNode {
  const t = useText();
  const { awardName, verdict, decider, met, failed, missing } = prospect;
  return (
    <li>
      <details>
        <summary>
          <VerdictMark verdict={verdict} /> <strong>{awardName}</strong> <span className="small muted">{decider}</span>
          {verdict === 'missing-data' ? (
            <div className="small">{t('prospects.missing', { what: missing.slice(0, 3).join('; ') })}</div>
          ) : null}
          {verdict === 'not-met' ? <div className="small">{t('prospects.failed', { what: failed[0]?.text ?? '' })}</div> : null}
        </summary>
        <ul className="small">
          {met.map((one) => (
            <li key={`${one.ruleId}/${one.text}`}>
              ✓ {one.text} <span className="muted">({one.citation})</span>
            </li>
          ))}
          {failed.map((one) => (
            <li key={`${one.ruleId}/${one.text}`}>
              ✗ {one.text} <span className="muted">({one.citation})</span>
            </li>
          ))}
          {missing.map((one) => (
            <li key={one}>? {one}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
