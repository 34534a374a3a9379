import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorView, ReportFigure, ReportTexts, ReportView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { FigureField } from './figure-fields';
import { withEntry } from './figure-words';
import { OwnFile } from './own-file';
import { TextFields } from './text-fields';

interface Content {
  readonly figures: Readonly<Record<string, ReportFigure>>;
  readonly texts: ReportTexts;
  readonly ownFile: boolean;
}

/** So long nobody types before what was typed is kept. */
const QUIET_MS = 900;

/** A unit's report: figures first, then words or the unit's own file. It keeps itself; half of it may be kept, sending asks for the whole. */
export function FillForm({ report }: { readonly report: ReportView }): ReactNode {
  const t = useText();
  const { content, change, keep, save, state } = useKept(report);
  const set = (indicator: IndicatorView, figure: ReportFigure | undefined): void => {
    change({ ...content, figures: withEntry(content.figures, indicator.id, figure) });
  };
  const faults = new Map((save.data?.problems ?? report.problems).map((problem) => [problem.indicator, problem.fault]));
  const line = (indicator: IndicatorView): ReactNode => (
    <FigureLine
      key={indicator.id}
      indicator={indicator}
      figure={content.figures[indicator.id]}
      fault={state === 'kept' ? faults.get(indicator.id) : undefined}
      onChange={(figure) => {
        set(indicator, figure);
      }}
    />
  );
  const told = (indicator: IndicatorView): boolean => content.figures[indicator.id] !== undefined;
  const inWords = report.indicators.filter((one) => one.type === 'text' && !one.required);
  return (
    <section className="section report-form" aria-label={t('movements.reports.fill')}>
      <h2>{t('movements.reports.fill')}</h2>
      <p className="muted">
        {report.dueOn === null
          ? t('movements.reports.askedNoDay', { org: report.askedByName })
          : t('movements.reports.askedBy', { org: report.askedByName, day: dayText(report.dueOn) })}
      </p>
      <h3>{t('movements.reports.figures')}</h3>
      {report.indicators.filter((one) => !inWords.includes(one)).map(line)}
      {inWords.length === 0 ? null : (
        <details className="report-more" open={inWords.some(told)}>
          <summary>{t('movements.reports.byCriteria', { count: inWords.length })}</summary>
          {inWords.map(line)}
        </details>
      )}
      <h3>{t('movements.reports.words')}</h3>
      <label className="report-check">
        <input
          type="checkbox"
          checked={content.ownFile}
          onChange={(event) => {
            change({ ...content, ownFile: event.target.checked });
          }}
        />{' '}
        {t('movements.reports.ownFile')}
      </label>
      {content.ownFile ? (
        <OwnFile report={report} />
      ) : (
        <TextFields
          texts={content.texts}
          folded
          onChange={(texts) => {
            change({ ...content, texts });
          }}
        />
      )}
      <div className="report-foot">
        <Button loading={save.isPending} onClick={keep}>
          {t('movements.reports.save')}
        </Button>
        <span className="small muted" role="status">
          {t(`movements.reports.kept.${state}`)}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p className="help">{t('movements.reports.thenFinish')}</p>
    </section>
  );
}

interface Kept {
  readonly content: Content;
  readonly change: (content: Content) => void;
  readonly keep: () => void;
  readonly save: ReturnType<typeof useAct<'saveReport'>>;
  readonly state: 'none' | 'waiting' | 'kept';
}

/** Keeps what is typed a moment after the last key, one saving at a time. */
function useKept(report: ReportView): Kept {
  const save = useAct('saveReport');
  const [content, setContent] = useState<Content>({ figures: report.figures, texts: report.texts, ownFile: report.ownFile });
  const [state, setState] = useState<Kept['state']>(report.savedAt === null ? 'none' : 'kept');
  const version = useRef(report.version);
  const newest = useRef(content);
  version.current = Math.max(version.current, report.version);
  const keep = (): void => {
    const kept = newest.current;
    const body = { version: version.current, ...kept, figures: { ...kept.figures } };
    save.mutate(
      { params: { id: report.id }, body },
      {
        onSuccess: (answer) => {
          version.current = Math.max(version.current, answer.version);
          setState(newest.current === kept ? 'kept' : 'waiting');
        },
      },
    );
  };
  const { isPending, isError } = save;
  useEffect(() => {
    if (state !== 'waiting' || isPending || isError) {
      return undefined;
    }
    const timer = setTimeout(keep, QUIET_MS);
    return () => {
      clearTimeout(timer);
    };
  });
  return {
    content,
    change: (next) => {
      newest.current = next;
      setContent(next);
      setState('waiting');
      if (isError) {
        save.reset();
      }
    },
    keep,
    save,
    state,
  };
}

interface LineProps {
  readonly indicator: IndicatorView;
  readonly figure: ReportFigure | undefined;
  readonly fault: string | undefined;
  readonly onChange: (figure: ReportFigure | undefined) => void;
}

function FigureLine({ indicator, figure, fault, onChange }: LineProps): ReactNode {
  const t = useText();
  return (
    <div className="field">
      <label className="field-label" htmlFor={`figure-${indicator.id}`}>
        {indicator.name}
        {indicator.required ? <span className="required"> *</span> : null}
      </label>
      <FigureField indicator={indicator} figure={figure} onChange={onChange} />
      {indicator.target === null ? null : <p className="help">{t('movements.reports.target', { target: indicator.target })}</p>}
      {fault === undefined || fault === 'required' ? null : <p className="field-error">{t(`movements.reports.fault.${fault}`)}</p>}
    </div>
  );
}
