import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Input, Select } from 'antd';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { useFiling } from '../people/ground-paper';

interface Post {
  readonly id: string;
  readonly orgId: string;
  readonly title: string;
  readonly fullName: string;
  readonly own: boolean;
}

const CAPACITIES = ['KT', 'TL', 'TUQ', 'Q'] as const;
const STEPS = ['sign', 'decision', 'intake', 'appraisal', 'numbering'] as const;

interface Props {
  readonly posts: readonly Post[];
  /** An administrator writes down what a paper of others says: any post may lend. */
  readonly recording?: boolean;
  readonly onDone: () => void;
}

/** Lends one of one's own posts to another of the same body: by a paper, for steps, until a day. */
export function GrantForm({ posts, recording = false, onDone }: Props): ReactNode {
  const t = useText();
  const grant = useAct('grantDelegation');
  const filing = useFiling('delegation', onDone);
  const own = posts.filter((post) => post.own);
  const [fromPosition, setFrom] = useState(own[0]?.id ?? '');
  const [toPosition, setTo] = useState<string | undefined>(undefined);
  const [capacity, setCapacity] = useState<(typeof CAPACITIES)[number]>('KT');
  const [paper, setPaper] = useState('');
  const [days, setDays] = useState({ from: '', to: '' });
  const [steps, setSteps] = useState<readonly string[]>([]);
  const org = own.find((post) => post.id === fromPosition)?.orgId;
  const label = (post: Post): { value: string; label: string } => ({ value: post.id, label: `${post.title}, ${post.fullName}` });
  const complete = toPosition !== undefined && paper.trim().length >= 3 && days.from !== '';
  const send = (): void => {
    if (filing.made !== null) {
      filing.go(filing.made);
      return;
    }
    const bounds = { ...(days.to === '' ? {} : { to: days.to }), ...(steps.length === 0 ? {} : { steps: [...steps] }) };
    grant.mutate(
      { body: { fromPosition, toPosition: toPosition ?? '', capacity, paper: paper.trim(), from: days.from, ...bounds } },
      {
        onSuccess: ({ delegationId }) => {
          filing.go(delegationId);
        },
      },
    );
  };
  const day = (name: 'from' | 'to'): ReactNode => (
    <div className="field">
      <label className="field-label" htmlFor={`grant-${name}`}>
        {t(`delegations.field.${name}`)}
      </label>
      <DayField
        id={`grant-${name}`}
        value={days[name]}
        withTime={false}
        disabled={false}
        onChange={(value) => {
          setDays({ ...days, [name]: typeof value === 'string' ? value : '' });
        }}
      />
    </div>
  );
  return (
    <Dialog
      title={t(recording ? 'delegations.record' : 'delegations.grant')}
      onClose={onDone}
      foot={
        <>
          <Button onClick={onDone}>{t('action.close')}</Button>
          <Button type="primary" disabled={!complete} loading={grant.isPending || filing.pending} onClick={send}>
            {t(recording ? 'delegations.record' : 'delegations.grant')}
          </Button>
        </>
      }
    >
      <div className="task-form">
        <div className="field">
          <label className="field-label" htmlFor="grant-post">
            {t('delegations.field.post')}
          </label>
          <Select id="grant-post" value={fromPosition} options={own.map(label)} onChange={setFrom} />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="grant-taker">
            {t('delegations.field.taker')}
          </label>
          <Select
            id="grant-taker"
            value={toPosition}
            options={posts.filter((post) => post.orgId === org && (recording ? post.id !== fromPosition : !post.own)).map(label)}
            onChange={setTo}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="grant-capacity">
            {t('delegations.column.capacity')}
          </label>
          <Select
            id="grant-capacity"
            value={capacity}
            options={CAPACITIES.map((one) => ({ value: one, label: t(`delegations.capacity.${one}`) }))}
            onChange={setCapacity}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="grant-paper">
            {t('delegations.column.paper')}
          </label>
          <Input
            id="grant-paper"
            value={paper}
            maxLength={300}
            onChange={(event) => {
              setPaper(event.target.value);
            }}
          />
        </div>
        {filing.field}
        {day('from')}
        {day('to')}
        <fieldset className="field">
          <legend className="field-label">{t('delegations.field.steps')}</legend>
          <Checkbox.Group
            value={[...steps]}
            options={STEPS.map((step) => ({ value: step, label: t(`stepKind.${step}`) }))}
            onChange={(values) => {
              setSteps(values);
            }}
          />
        </fieldset>
        <p className="muted small">{t('delegations.law')}</p>
        <ErrorNote error={grant.error} />
      </div>
    </Dialog>
  );
}
