import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorView, ReportFormView } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';

const TYPES = ['number', 'percent', 'text'] as const;
const AUDIENCES = ['agency', 'enterprise', 'front'] as const;

/** The form of figures: what every report of the movement counts, beside the plan's lines it stands on. */
export function FormEditor({ movementId }: { readonly movementId: string }): ReactNode {
  const t = useText();
  const form = useRead('reportForm', { params: { id: movementId } });
  const [editing, setEditing] = useState(false);
  if (form.data === undefined) {
    return <ErrorNote error={form.error} />;
  }
  const { indicators, fixed, may, version } = form.data;
  return (
    <section className="section report-form" aria-label={t('movements.reports.form')}>
      <h2>{t('movements.reports.form')}</h2>
      <p className="muted">{t(fixed ? 'movements.reports.formFixed' : 'movements.reports.formOpen', { version })}</p>
      {editing ? (
        <Editor
          movementId={movementId}
          form={form.data}
          onDone={() => {
            setEditing(false);
          }}
        />
      ) : (
        <>
          <Lines indicators={indicators} />
          {may.edit ? (
            <Button
              onClick={() => {
                setEditing(true);
              }}
            >
              {t('movements.reports.editForm')}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}

function Lines({ indicators }: { readonly indicators: readonly IndicatorView[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data" aria-label={t('movements.reports.form')}>
        <thead>
          <tr>
            {['indicator', 'type', 'target', 'asked', 'source'].map((column) => (
              <th key={column} scope="col">
                {t(`movements.reports.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.name}
                {one.required ? <span className="required"> *</span> : null}
              </th>
              <td>
                {one.unit === '' ? t(`movements.reports.type.${one.type}`) : `${t(`movements.reports.type.${one.type}`)} (${one.unit})`}
              </td>
              <td>{one.target ?? ''}</td>
              <td>
                {one.audiences.length === 0
                  ? t('movements.reports.everybody')
                  : one.audiences.map((audience) => t(`movements.reports.audience.${audience}`)).join(', ')}
              </td>
              <td className="nowrap" title={one.source?.quote}>
                {one.source === null ? '' : t('movements.reports.line', { line: one.source.from })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EditorProps {
  readonly movementId: string;
  readonly form: ReportFormView;
  readonly onDone: () => void;
}

function Editor({ movementId, form, onDone }: EditorProps): ReactNode {
  const t = useText();
  const save = useAct('saveReportForm');
  const [lines, setLines] = useState<readonly IndicatorView[]>(form.indicators);
  const change = (id: string, next: Partial<IndicatorView>): void => {
    setLines(lines.map((line) => (line.id === id ? { ...line, ...next } : line)));
  };
  const ready = lines.length > 0 && lines.every((line) => line.name.trim().length >= 3);
  return (
    <>
      {lines.map((line, at) => (
        <EditorLine
          key={line.id}
          line={line}
          number={at + 1}
          onChange={(next) => {
            change(line.id, next);
          }}
          onDrop={() => {
            setLines(lines.filter((one) => one.id !== line.id));
          }}
        />
      ))}
      <div className="report-foot">
        <Button
          onClick={() => {
            setLines([
              ...lines,
              { id: freeId(lines), name: '', type: 'number', unit: '', target: null, required: false, audiences: [], source: null },
            ]);
          }}
        >
          {t('movements.reports.addLine')}
        </Button>
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => {
            const indicators = lines.map(({ id, name, type, unit, target, required, audiences }) => ({
              ...{ id, name, type, unit, required, audiences },
              target: target === '' ? null : target,
            }));
            save.mutate({ params: { id: movementId }, body: { version: form.version, indicators } }, { onSuccess: onDone });
          }}
        >
          {t('movements.reports.saveForm')}
        </Button>
        <Button onClick={onDone}>{t('action.close')}</Button>
      </div>
      <ErrorNote error={save.error} />
    </>
  );
}

interface LineProps {
  readonly line: IndicatorView;
  readonly number: number;
  readonly onChange: (next: Partial<IndicatorView>) => void;
  readonly onDrop: () => void;
}

function EditorLine({ line, number, onChange, onDrop }: LineProps): ReactNode {
  const t = useText();
  return (
    <fieldset className="report-line">
      <legend className="visually-hidden">{t('movements.reports.lineOf', { number })}</legend>
      <input
        className="form-input report-line-name"
        aria-label={t('movements.reports.column.indicator')}
        maxLength={300}
        value={line.name}
        onChange={(event) => {
          onChange({ name: event.target.value });
        }}
      />
      <select
        className="form-input"
        aria-label={t('movements.reports.column.type')}
        value={line.type}
        onChange={(event) => {
          onChange({ type: TYPES.find((one) => one === event.target.value) ?? 'number' });
        }}
      >
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`movements.reports.type.${type}`)}
          </option>
        ))}
      </select>
      <input
        className="form-input"
        aria-label={t('movements.reports.unit')}
        placeholder={t('movements.reports.unit')}
        maxLength={30}
        value={line.unit}
        onChange={(event) => {
          onChange({ unit: event.target.value });
        }}
      />
      <input
        className="form-input"
        aria-label={t('movements.reports.column.target')}
        placeholder={t('movements.reports.column.target')}
        maxLength={60}
        value={line.target ?? ''}
        onChange={(event) => {
          onChange({ target: event.target.value });
        }}
      />
      <select
        className="form-input"
        aria-label={t('movements.reports.column.asked')}
        value={line.audiences.length === 1 ? line.audiences[0] : ''}
        onChange={(event) => {
          const audience = AUDIENCES.find((one) => one === event.target.value);
          onChange({ audiences: audience === undefined ? [] : [audience] });
        }}
      >
        <option value="">{t('movements.reports.everybody')}</option>
        {AUDIENCES.map((audience) => (
          <option key={audience} value={audience}>
            {t(`movements.reports.audience.${audience}`)}
          </option>
        ))}
      </select>
      <label className="nowrap">
        <input
          type="checkbox"
          checked={line.required}
          onChange={(event) => {
            onChange({ required: event.target.checked });
          }}
        />{' '}
        {t('movements.reports.required')}
      </label>
      <Button size="small" aria-label={t('movements.reports.dropLine', { number })} onClick={onDrop}>
        {t('movements.reports.drop')}
      </Button>
    </fieldset>
  );
}

/** An id that no line has: figures are kept under it. */
function freeId(lines: readonly IndicatorView[]): string {
  const taken = new Set(lines.map((line) => line.id));
  let at = 1;
  while (taken.has(`rieng-${String(at)}`)) {
    at += 1;
  }
  return `rieng-${String(at)}`;
}
