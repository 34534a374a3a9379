import type { ReactNode } from 'react';
import type { VerdictView } from '@thidua/contract';
import { useText } from '../i18n/use-text';

const SIGN = { met: '✓', 'not-met': '✗', 'missing-data': '?', warning: '!' } as const;
const TONE = { met: 'calm', 'not-met': 'red', 'missing-data': 'amber', warning: 'amber' } as const;

/** ✓ đạt / ✗ chưa đạt / ? thiếu dữ liệu; 'vì sao' opens rule, data and citation. */
export function Verdict({ verdict }: { readonly verdict: VerdictView }): ReactNode {
  const t = useText();
  return (
    <details className="verdict">
      <summary>
        <span className={`tag tag-${TONE[verdict.verdict]}`}>
          <span aria-hidden>{SIGN[verdict.verdict]}</span> {t(`verdict.${verdict.verdict}`)}
        </span>{' '}
        <span className="small">
          {verdict.ruleId} · <span className="link-like">{t('verdict.why')}</span>
        </span>
      </summary>
      <p className="small">
        {verdict.text}
        <br />
        <span className="muted">
          {t('authority.citation')}: {verdict.citation}
        </span>
      </p>
    </details>
  );
}

/** The mark alone, for a table cell. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictView['verdict'] }): ReactNode {
  const t = useText();
  return (
    <span className={`tag tag-${TONE[verdict]}`}>
      <span aria-hidden>{SIGN[verdict]}</span> {t(`verdict.${verdict}`)}
    </span>
  );
}
