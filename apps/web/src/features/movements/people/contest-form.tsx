import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorBoard } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine, DayLine, TextLine } from './fields';

const SCOPES = ['unit', 'commune', 'province', 'nation', 'world'] as const;

interface Props {
  readonly movementId: string;
  readonly orgs: IndicatorBoard['orgs'];
  readonly onDone: () => void;
}

/** A hội thi with its winners, 'giải: tên' a line each; a body we know by that name has the prize in the register. */
export function ContestForm({ movementId, orgs, onDone }: Props): ReactNode {
  const t = useText();
  const record = useAct('recordContest');
  const [texts, setTexts] = useState({ name: '', organiser: '', heldOn: '', number: '', date: '', body: '', results: '' });
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('commune');
  const set = (change: Partial<typeof texts>): void => {
    setTexts({ ...texts, ...change });
  };
  const results = texts.results.split('\n').flatMap((line) => {
    const [prize = '', ...rest] = line.split(':').map((part) => part.trim());
    const name = rest.join(': ');
    const body = orgs.find((org) => org.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'));
    return prize.length < 2 || name.length < 2
      ? []
      : [{ name, prize, kind: body === undefined ? ('individual' as const) : ('collective' as const), subjectId: body?.id ?? null }];
  });
  const text = (field: keyof typeof texts, rows?: number): ReactNode => (
    <TextLine
      id={`contest-${field}`}
      label={t(`movements.people.contest.${field}`)}
      value={texts[field]}
      onChange={(value) => {
        set({ [field]: value });
      }}
      {...(rows === undefined ? {} : { rows, max: 6000, hint: t('movements.people.contest.resultsHint') })}
    />
  );
  const day = (field: 'heldOn' | 'date'): ReactNode => (
    <DayLine
      id={`contest-${field}`}
      label={t(`movements.people.contest.${field}`)}
      value={texts[field]}
      onChange={(value) => {
        set({ [field]: value });
      }}
    />
  );
  const { name, organiser, heldOn, number, date, body } = texts;
  const ready =
    name.trim().length >= 5 && organiser.trim().length >= 2 && heldOn !== '' && number !== '' && date !== '' && body.trim().length >= 2;
  return (
    <>
      <div className="people-form">
        {text('name')}
        {text('organiser')}
        {day('heldOn')}
        <ChoiceLine
          id="contest-scope"
          label={t('movements.people.contest.scope')}
          value={scope}
          onChange={(value) => {
            setScope(SCOPES.find((one) => one === value) ?? 'commune');
          }}
          options={SCOPES.map((value) => ({ value, label: t(`movements.people.scopeOf.${value}`) }))}
        />
        {text('number')}
        {day('date')}
        {text('body')}
        {text('results', 4)}
      </div>
      <div className="people-bar">
        <Button onClick={onDone}>{t('action.close')}</Button>
        <Button
          type="primary"
          disabled={!ready || results.length === 0}
          loading={record.isPending}
          onClick={() => {
            const asked = { name, organiser, heldOn, scope, paper: { number, date, body }, results };
            record.mutate({ params: { id: movementId }, body: asked }, { onSuccess: onDone });
          }}
        >
          {t('movements.people.recordContest')}
        </Button>
      </div>
      <ErrorNote error={record.error} />
    </>
  );
}
