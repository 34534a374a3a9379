import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { Outcome, TaskView } from '@thidua/contract';
import type { FormProblem, FormSchema } from '@thidua/contract/forms';
import { useText } from '../../i18n/use-text';

const ReasonDialog = lazy(async () => ({ default: (await import('../../pieces/reason-dialog')).ReasonDialog }));

export interface Choice {
  readonly outcome: string | null;
  readonly reason: string | null;
}

interface Props {
  readonly task: TaskView;
  readonly schema: FormSchema;
  /** What stands in the form's own `reason` field, when it has one. */
  readonly reason: string;
  readonly pending: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onProblems: (problems: readonly FormProblem[]) => void;
}

/** Outcomes as buttons with verbs; Enter never decides. A reason is asked for where the outcome must carry one. */
export function OutcomeBar({ task, schema, reason, pending, onChoose, onProblems }: Props): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState<Outcome | null>(null);
  const reasonField = schema.components.find((field) => field.key === 'reason');

  const choose = (outcome: Outcome): void => {
    if (!outcome.needsReason) {
      onChoose({ outcome: outcome.value, reason: null });
    } else if (reasonField === undefined) {
      setAsking(outcome);
    } else if (reason === '') {
      onProblems([{ path: 'reason', code: 'required', label: reasonField.label ?? t('reason.label'), detail: {} }]);
    } else {
      onChoose({ outcome: outcome.value, reason: null });
    }
  };

  if (task.outcomes.length === 0) {
    return (
      <div className="outcomes">
        <Button
          type="primary"
          loading={pending}
          onClick={() => {
            onChoose({ outcome: null, reason: null });
          }}
        >
          {t.or(`verb.${task.formId ?? task.step ?? ''}`, task.name)}
        </Button>
      </div>
    );
  }
  return (
    <div className="outcomes" role="group" aria-label={t('task.outcomes')}>
      {task.outcomes.map((outcome) => (
        <Button
          key={outcome.value}
          type={outcome.kind === 'primary' ? 'primary' : 'default'}
          danger={outcome.kind === 'danger'}
          disabled={pending}
          onClick={() => {
            choose(outcome);
          }}
        >
          {outcome.label}
        </Button>
      ))}
      {asking === null ? null : (
        <Suspense fallback={null}>
          <ReasonDialog
            title={`${asking.label}: ${task.code}`}
            verb={asking.label}
            label={t('reason.label')}
            danger={asking.kind === 'danger'}
            pending={pending}
            onClose={() => {
              setAsking(null);
            }}
            onDo={(text) => {
              onChoose({ outcome: asking.value, reason: text });
              setAsking(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
