import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Radio, Select } from 'antd';
import type { ProcedureView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { FieldLabel, TextField } from './text-field';

const KINDS = ['agency', 'party', 'ministry', 'confirmation'] as const;
type Kind = (typeof KINDS)[number];
/** A step of the pack and the question it becomes; a public notice is no question. */
const KIND_OF: Readonly<Partial<Record<ProcedureView['steps'][number]['kind'], Kind>>> = {
  'agency-opinion': 'agency',
  'party-opinion': 'party',
  'ministry-opinion': 'ministry',
  confirmation: 'confirmation',
};

interface Props {
  readonly roundId: string;
  readonly view: ProcedureView;
  readonly onClose: () => void;
}

/** One question to one body; what the pack proposes is offered as it stands there. */
export function AskForm({ roundId, view, onClose }: Props): ReactNode {
  const t = useText();
  const ask = useAct('askOpinions');
  const [kind, setKind] = useState<Kind>('agency');
  const [body, setBody] = useState('');
  const [orgId, setOrgId] = useState('');
  const [subject, setSubject] = useState('');
  const [rowIds, setRowIds] = useState<readonly string[]>([]);
  const proposals = view.steps.flatMap((step) => {
    const of = KIND_OF[step.kind];
    return of === undefined ? [] : step.bodies.map((name) => ({ step, name, of }));
  });
  const rows = view.rows.filter((row) => row.state === 'open' || row.state === 'held');
  const complete = body.trim().length >= 2 && subject.trim().length >= 5;
  return (
    <form
      className="task-form"
      aria-label={t('procedure.ask.title')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {proposals.length === 0 ? null : (
        <div className="field">
          <span className="field-label">{t('procedure.ask.proposed')}</span>
          <div className="bar-buttons">
            {proposals.map(({ step, name, of }) => (
              <Button
                key={`${step.ruleId}-${name}`}
                size="small"
                onClick={() => {
                  setKind(of);
                  setBody(name);
                  setSubject(step.text.slice(0, 1000));
                  setRowIds(step.rows.filter((row) => !row.done).map((row) => row.rowId));
                }}
              >
                {name} ({step.ruleId})
              </Button>
            ))}
          </div>
        </div>
      )}
      <div className="field">
        <span className="field-label" id="ask-kind">
          {t('procedure.ask.kind')}
        </span>
        <Radio.Group
          aria-labelledby="ask-kind"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`procedure.opinionKind.${value}`) }))}
          onChange={(event) => {
            setKind(KINDS.find((known) => known === event.target.value) ?? 'agency');
          }}
        />
      </div>
      <TextField id="ask-body" label={t('procedure.ask.body')} required value={body} onChange={setBody} />
      <div className="field">
        <FieldLabel id="ask-org" label={t('procedure.ask.inside')} required={false} />
        <Select
          id="ask-org"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('procedure.ask.outside')}
          {...(orgId === '' ? {} : { value: orgId })}
          options={view.bodies.map((one) => ({ value: one.orgId, label: one.name }))}
          onChange={(next: string | undefined) => {
            setOrgId(next ?? '');
            setBody(view.bodies.find((one) => one.orgId === next)?.name ?? body);
          }}
        />
      </div>
      <TextField id="ask-subject" label={t('procedure.ask.subject')} required rows={3} max={1000} value={subject} onChange={setSubject} />
      <fieldset className="row-entry">
        <legend>{t('procedure.ask.rows')}</legend>
        {rows.map((row) => (
          <div key={row.rowId}>
            <Checkbox
              checked={rowIds.includes(row.rowId)}
              onChange={(event) => {
                setRowIds(event.target.checked ? [...rowIds, row.rowId] : rowIds.filter((other) => other !== row.rowId));
              }}
            >
              {row.name} · {row.awardName}
            </Checkbox>
          </div>
        ))}
      </fieldset>
      <p className="small muted">{t('procedure.ask.silence', { rule: view.silence.ruleId, citation: view.silence.citation })}</p>
      <ErrorNote error={ask.error} />
      <div className="bar-buttons">
        <Button
          type="primary"
          disabled={!complete}
          loading={ask.isPending}
          onClick={() => {
            const question = {
              kind,
              body: body.trim(),
              subject: subject.trim(),
              ...(orgId === '' ? {} : { orgId }),
              ...(rowIds.length === 0 ? {} : { rowIds: [...rowIds] }),
            };
            ask.mutate({ params: { id: roundId }, body: { questions: [question] } }, { onSuccess: onClose });
          }}
        >
          {t('procedure.ask.send')}
        </Button>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </div>
    </form>
  );
}
