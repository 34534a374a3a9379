import type { ReactNode } from 'react';
import type { PlanDraftView } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { UploadField } from '../../../pieces/upload-field';
import { linesText } from './field-card';
import type { LineRange } from './source-text';

interface Props {
  readonly draft: PlanDraftView;
  readonly onShow: (line: LineRange) => void;
  readonly onShowParent: (line: LineRange) => void;
}

/** Kiểm tra căn cứ: what does not fit the plan itself, its parent, or the law and the map of its day. */
export function FindingsPanel({ draft, onShow, onShowParent }: Props): ReactNode {
  const t = useText();
  const errors = draft.findings.filter((finding) => finding.severity === 'error').length;
  const place = (line: LineRange, show: (line: LineRange) => void): ReactNode => (
    <button
      key={`${String(line.from)}-${String(line.to)}`}
      type="button"
      className="draft-link"
      onClick={() => {
        show(line);
      }}
    >
      {linesText(line, t)}
    </button>
  );
  return (
    <section className="section" aria-labelledby="draft-findings">
      <h2 id="draft-findings">{t('movements.drafts.findings')}</h2>
      <p className="small muted">
        {draft.findings.length === 0
          ? t('movements.drafts.noFindings')
          : t('movements.drafts.findingCount', { errors, notes: draft.findings.length - errors })}
      </p>
      <ul className="draft-findings">
        {draft.findings.map((finding) => (
          <li
            key={`${finding.code}-${String(finding.line.from)}-${finding.quote}`}
            className={`draft-finding draft-finding-${finding.severity}`}
          >
            <div>
              <span className={`tag ${finding.severity === 'error' ? 'tag-red' : 'tag-amber'}`}>
                {t(`movements.drafts.severity.${finding.severity}`)}
              </span>{' '}
              {finding.says}
            </div>
            <div className="draft-places">
              <q>{short(finding.quote)}</q>
              {[finding.line, ...finding.also].map((line) => place(line, onShow))}
            </div>
            {finding.parent === null ? null : (
              <div className="draft-places">
                <span className="small muted">{t('movements.drafts.parentSays')}</span>
                <q>{short(finding.parent.quote)}</q>
                {place(finding.parent.line, onShowParent)}
              </div>
            )}
          </li>
        ))}
      </ul>
      {draft.lines.length === 0 || !draft.may.edit ? null : (
        <UploadField
          id="draft-parent"
          label={t(draft.parent === null ? 'movements.drafts.parentUpload' : 'movements.drafts.parentAgain', {
            name: draft.parent?.name ?? '',
          })}
          rule="plan"
          route="uploadPlanParent"
          input={{ params: { id: draft.id } }}
        />
      )}
    </section>
  );
}

function short(quote: string): string {
  return quote.length > 160 ? `${quote.slice(0, 157)}…` : quote;
}
