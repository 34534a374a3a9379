import type { ReactNode } from 'react';
import type { ReportTexts } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';

export const SECTIONS = ['leadership', 'results', 'limits', 'causes', 'lessons', 'tasks', 'proposals'] as const;
export type Section = (typeof SECTIONS)[number];

interface Props {
  readonly texts: ReportTexts;
  readonly onChange: (texts: ReportTexts) => void;
  readonly disabled?: boolean;
  /** Shown beneath a section: what others wrote there. */
  readonly beside?: (section: Section) => ReactNode;
  /** What may stay empty lies folded behind what may not. */
  readonly folded?: boolean;
}

/** The sections of a report; one paragraph a line. Only the results must say something. */
export function TextFields({ folded = false, ...props }: Props): ReactNode {
  const t = useText();
  if (!folded) {
    return SECTIONS.map((section) => <TextField key={section} section={section} {...props} />);
  }
  const others = SECTIONS.filter((section) => section !== 'results');
  return (
    <>
      <TextField section="results" {...props} />
      <details className="report-more" open={others.some((section) => (props.texts[section] ?? '') !== '')}>
        <summary>{t('movements.reports.moreWords')}</summary>
        {others.map((section) => (
          <TextField key={section} section={section} {...props} />
        ))}
      </details>
    </>
  );
}

function TextField({
  section,
  texts,
  onChange,
  disabled = false,
  beside,
}: Omit<Props, 'folded'> & { readonly section: Section }): ReactNode {
  const t = useText();
  return (
    <div className="field">
      <label className="field-label" htmlFor={`text-${section}`}>
        {t(`movements.reports.text.${section}`)}
        {section === 'results' ? <span className="required"> *</span> : null}
      </label>
      <textarea
        id={`text-${section}`}
        className="form-input form-area"
        rows={section === 'results' ? 6 : 3}
        maxLength={6000}
        disabled={disabled}
        value={texts[section] ?? ''}
        onChange={(event) => {
          onChange({ ...texts, [section]: event.target.value });
        }}
      />
      {beside?.(section)}
    </div>
  );
}

/** The same, only to be read; sections that say nothing are left out. */
export function TextsShown({ texts }: { readonly texts: ReportTexts }): ReactNode {
  const t = useText();
  return SECTIONS.filter((section) => (texts[section] ?? '') !== '').map((section) => (
    <div key={section}>
      <h3>{t(`movements.reports.text.${section}`)}</h3>
      <p className="prose">{texts[section]}</p>
    </div>
  ));
}
