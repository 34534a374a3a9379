import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorView, ReportCallView, ReportFigure, ReportTexts } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { FigureField } from './figure-fields';
import { withEntry } from './figure-words';
import { TextFields, type Section } from './text-fields';

type Adjustments = Readonly<Record<string, { readonly figure: ReportFigure; readonly reason: string }>>;

/** The compiled report: words with what every body wrote beside them, and totals set otherwise for a reason. */
export function CompileForm({ call, onReload }: { readonly call: ReportCallView; readonly onReload: () => void }): ReactNode {
  const t = useText();
  const save = useAct('saveCompilation');
  const [texts, setTexts] = useState<ReportTexts>(call.texts);
  const [adjustments, setAdjustments] = useState<Adjustments>(
    Object.fromEntries(call.figures.flatMap((line) => (line.adjusted === null ? [] : [[line.indicator.id, line.adjusted]]))),
  );
  const touched = texts !== call.texts;
  const ready = Object.values(adjustments).every((one) => one.reason.trim().length >= 5);
  return (
    <section className="section report-form" aria-label={t('movements.reports.compile')}>
      <h2>{t('movements.reports.compile')}</h2>
      <TextFields
        texts={texts}
        onChange={setTexts}
        beside={(section) => (
          <Said
            call={call}
            section={section}
            onTake={(words) => {
              const before = texts[section] ?? '';
              setTexts({ ...texts, [section]: before === '' ? words : `${before}\n${words}` });
            }}
          />
        )}
      />
      <h3>{t('movements.reports.adjust')}</h3>
      <p className="muted">{t('movements.reports.adjustHelp')}</p>
      {call.figures.map(({ indicator }) => (
        <Adjusting
          key={indicator.id}
          indicator={indicator}
          adjustment={adjustments[indicator.id]}
          onChange={(next) => {
            setAdjustments(withEntry(adjustments, indicator.id, next));
          }}
        />
      ))}
      <div className="report-foot">
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => {
            const body = { version: call.version, texts, adjustments: { ...adjustments } };
            save.mutate({ params: { id: call.id }, body }, { onSuccess: onReload });
          }}
        >
          {t('movements.reports.saveCompiled')}
        </Button>
        <span className="small muted" role="status">
          {touched ? t('movements.reports.unsaved') : ''}
        </span>
      </div>
      <ErrorNote error={save.error} />
    </section>
  );
}

interface SaidProps {
  readonly call: ReportCallView;
  readonly section: Section;
  readonly onTake: (words: string) => void;
}

/** What each body wrote for a section, to be taken over word for word. */
function Said({ call, section, onTake }: SaidProps): ReactNode {
  const t = useText();
  const said = call.said.flatMap((one) => {
    const words = one.texts[section] ?? '';
    return words === '' ? [] : [{ id: one.reportId, orgName: one.orgName, words }];
  });
  return said.length === 0 ? null : (
    <details>
      <summary>{t('movements.reports.saidCount', { count: said.length })}</summary>
      <ul className="plain">
        {said.map((one) => (
          <li key={one.id}>
            <strong>{one.orgName}</strong>
            <div className="prose">{one.words}</div>
            <Button
              size="small"
              onClick={() => {
                onTake(one.words);
              }}
            >
              {t('movements.reports.take', { org: one.orgName })}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface AdjustingProps {
  readonly indicator: IndicatorView;
  readonly adjustment: Adjustments[string] | undefined;
  readonly onChange: (next: Adjustments[string] | undefined) => void;
}

function Adjusting({ indicator, adjustment, onChange }: AdjustingProps): ReactNode {
  const t = useText();
  const empty: ReportFigure =
    indicator.type === 'number' ? { value: 0 } : indicator.type === 'percent' ? { part: 0, whole: 0 } : { text: '' };
  return (
    <div className="report-adjust">
      <label>
        <input
          type="checkbox"
          checked={adjustment !== undefined}
          onChange={(event) => {
            onChange(event.target.checked ? { figure: empty, reason: '' } : undefined);
          }}
        />{' '}
        {indicator.name}
      </label>
      {adjustment === undefined ? null : (
        <>
          <FigureField
            indicator={indicator}
            idPrefix="adjust"
            figure={adjustment.figure}
            onChange={(figure) => {
              onChange({ ...adjustment, figure: figure ?? empty });
            }}
          />
          <input
            className="form-input"
            aria-label={t('movements.reports.adjustReason', { name: indicator.name })}
            placeholder={t('movements.reports.adjustWhy')}
            maxLength={500}
            value={adjustment.reason}
            onChange={(event) => {
              onChange({ ...adjustment, reason: event.target.value });
            }}
          />
        </>
      )}
    </div>
  );
}
