import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useSession } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ReassignDialog } from './reassign-dialog';

interface Props {
  readonly taskId: string;
  readonly name: string;
}

/** 'Giao lại', where an administrator sees an open task; nobody else sees anything. */
export function ReassignButton({ taskId, name }: Props): ReactNode {
  const t = useText();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const [given, setGiven] = useState<string | null>(null);
  if (session.data?.positions.some((position) => position.role === 'admin') !== true) {
    return null;
  }
  return (
    <>
      <Button
        aria-label={t('reassign.actOf', { task: name })}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('reassign.act')}
      </Button>
      {given === null ? null : (
        <span className="small" role="status">
          {given}
        </span>
      )}
      {asking ? (
        <ReassignDialog
          taskId={taskId}
          name={name}
          onClose={() => {
            setAsking(false);
          }}
          onDone={(to) => {
            setAsking(false);
            setGiven(t('reassign.done', { to }));
          }}
        />
      ) : null}
    </>
  );
}
