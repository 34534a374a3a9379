import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { InspectedUnitView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine, DayLine, TextLine } from '../people/fields';
import { LinesField } from './lines-field';
import { fromLines, toLines } from './points';

type Conclusion = InspectedUnitView['conclusion'];
const RESULTS = ['passed', 'with-shortcomings', 'failed'] as const;

/** The conclusion in the making: the counts suggest, people conclude; what has to be mended has a day. */
export function ConclusionForm({ unit }: { readonly unit: InspectedUnitView }): ReactNode {
  const t = useText();
  const save = useAct('saveConclusion');
  const { conclusion } = unit;
  const [result, setResult] = useState<string>(conclusion.result ?? '');
  const [texts, setTexts] = useState({
    summary: fromLines(conclusion.summary),
    strengths: fromLines(conclusion.strengths),
    shortcomings: fromLines(conclusion.shortcomings),
    awards: fromLines(conclusion.awards),
  });
  const [violations, setViolations] = useState(conclusion.violations);
  const [requests, setRequests] = useState(conclusion.requests);
  const body = {
    version: unit.version,
    result: RESULTS.find((one) => one === result) ?? null,
    summary: toLines(texts.summary),
    strengths: toLines(texts.strengths),
    shortcomings: toLines(texts.shortcomings),
    awards: toLines(texts.awards),
    violations: violations.filter(({ content }) => content.trim() !== ''),
    requests: requests.filter(({ request }) => request.trim() !== ''),
  };
  return (
    <section className="section" aria-label={t('movements.judging.conclusion')}>
      <h2>{t('movements.judging.conclusion')}</h2>
      {unit.suggested === null ? null : (
        <p className="muted">{t('movements.judging.suggested', { result: t(`movements.judging.result.${unit.suggested}`) })}</p>
      )}
      <div className="judge-form">
        <ChoiceLine
          id="result"
          label={t('movements.judging.column.result')}
          value={result}
          none={t('movements.judging.choose')}
          options={RESULTS.map((one) => ({ value: one, label: t(`movements.judging.result.${one}`) }))}
          onChange={setResult}
        />
        {(['summary', 'strengths', 'shortcomings', 'awards'] as const).map((name) => (
          <LinesField
            key={name}
            id={name}
            label={t(`movements.judging.conclude.${name}`)}
            value={texts[name]}
            onChange={(value) => {
              setTexts({ ...texts, [name]: value });
            }}
          />
        ))}
      </div>
      <Violations list={violations} onChange={setViolations} />
      <Requests list={requests} onChange={setRequests} />
      <div className="judge-bar judge-save">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => {
            save.mutate({ params: { id: unit.workId }, body });
          }}
        >
          {t('movements.judging.save')}
        </Button>
        <span className="small muted" role="status">
          {save.isSuccess ? t('movements.judging.saved') : ''}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p className="help">{t('movements.judging.thenTask')}</p>
    </section>
  );
}

interface ListProps<T> {
  readonly list: readonly T[];
  readonly onChange: (list: T[]) => void;
}

function Requests({ list, onChange }: ListProps<Conclusion['requests'][number]>): ReactNode {
  const t = useText();
  const set = (at: number, value: Conclusion['requests'][number]): void => {
    onChange(list.map((one, index) => (index === at ? value : one)));
  };
  return (
    <>
      <h3>{t('movements.judging.followUps')}</h3>
      {list.map((one, at) => (
        <div className="judge-row" key={String(at)}>
          <TextLine
            id={`request-${String(at)}`}
            label={t('movements.judging.request')}
            value={one.request}
            max={2000}
            onChange={(request) => {
              set(at, { ...one, request });
            }}
          />
          <DayLine
            id={`request-due-${String(at)}`}
            label={t('movements.judging.requestDue')}
            value={one.dueOn ?? ''}
            onChange={(day) => {
              set(at, { ...one, dueOn: day === '' ? null : day });
            }}
          />
          <Button
            onClick={() => {
              onChange(list.filter((_, index) => index !== at));
            }}
          >
            {t('movements.judging.drop')}
          </Button>
        </div>
      ))}
      <div className="judge-bar">
        <Button
          onClick={() => {
            onChange([...list, { request: '', dueOn: null }]);
          }}
        >
          {t('movements.judging.addRequest')}
        </Button>
      </div>
    </>
  );
}

function Violations({ list, onChange }: ListProps<Conclusion['violations'][number]>): ReactNode {
  const t = useText();
  return (
    <>
      <h3>{t('movements.judging.violations')}</h3>
      {list.map((one, at) => (
        <div className="judge-row" key={String(at)}>
          {(['content', 'basis', 'responsible'] as const).map((name) => (
            <TextLine
              key={name}
              id={`violation-${name}-${String(at)}`}
              label={t(`movements.judging.violation.${name}`)}
              value={one[name]}
              max={name === 'content' ? 2000 : 300}
              onChange={(value) => {
                onChange(list.map((line, index) => (index === at ? { ...line, [name]: value } : line)));
              }}
            />
          ))}
          <Button
            onClick={() => {
              onChange(list.filter((_, index) => index !== at));
            }}
          >
            {t('movements.judging.drop')}
          </Button>
        </div>
      ))}
      <div className="judge-bar">
        <Button
          onClick={() => {
            onChange([...list, { content: '', basis: '', responsible: '' }]);
          }}
        >
          {t('movements.judging.addViolation')}
        </Button>
      </div>
    </>
  );
}
