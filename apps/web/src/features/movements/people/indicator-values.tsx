import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorBoard } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine, DayLine, TextLine } from './fields';

/** The paper that issues a set; nothing in it changes afterwards. */
export function IssueForm({ setId }: { readonly setId: string }): ReactNode {
  const t = useText();
  const issue = useAct('issueIndicators');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  return (
    <>
      <div className="people-form">
        <TextLine id={`issue-number-${setId}`} label={t('movements.people.paperNumber')} value={number} onChange={setNumber} max={60} />
        <DayLine id={`issue-date-${setId}`} label={t('movements.people.paperDate')} value={date} onChange={setDate} />
      </div>
      <div className="people-bar">
        <Button
          disabled={number.trim() === '' || date === ''}
          loading={issue.isPending}
          onClick={() => {
            issue.mutate({ params: { id: setId }, body: { number, date } });
          }}
        >
          {t('movements.people.issueSet')}
        </Button>
      </div>
      <ErrorNote error={issue.error} />
    </>
  );
}

interface ValuesProps {
  readonly set: IndicatorBoard['sets'][number];
  readonly orgs: IndicatorBoard['orgs'];
}

/** What one body reached. */
export function ValuesForm({ set, orgs }: ValuesProps): ReactNode {
  const t = useText();
  const record = useAct('recordIndicators');
  const [orgId, setOrgId] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const left = orgs.filter((org) => !set.bodies.some((body) => body.orgId === org.id));
  const given = set.lines.flatMap((line) => {
    const value = numberOf(values[line.code] ?? '');
    return value === null ? [] : [{ code: line.code, value }];
  });
  return (
    <>
      <div className="people-form">
        <ChoiceLine
          id={`values-org-${set.id}`}
          label={t('movements.people.column.body')}
          value={orgId}
          onChange={setOrgId}
          none={t('movements.people.chooseOrg')}
          options={left.map((org) => ({ value: org.id, label: org.name }))}
        />
        {set.lines.map((line) => (
          <TextLine
            key={line.code}
            id={`values-${set.id}-${line.code}`}
            label={`${line.name} (${line.unit})`}
            value={values[line.code] ?? ''}
            max={20}
            onChange={(value) => {
              setValues({ ...values, [line.code]: value });
            }}
          />
        ))}
      </div>
      <div className="people-bar">
        <Button
          disabled={orgId === '' || given.length === 0}
          loading={record.isPending}
          onClick={() => {
            record.mutate(
              { params: { id: set.id }, body: { orgId, values: given } },
              {
                onSuccess: () => {
                  setOrgId('');
                  setValues({});
                },
              },
            );
          }}
        >
          {t('movements.people.recordValues')}
        </Button>
      </div>
      <ErrorNote error={record.error} />
    </>
  );
}

/** '86,5' and '1.200' as people write them; null for what is no number. */
export function numberOf(text: string): number | null {
  const plain = text
    .trim()
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
