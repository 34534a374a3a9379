import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { WhyDisabled } from '../../../pieces/why-disabled';
import type { MovementTabProps } from '../tab-props';

/** A movement ends after its final review; before it only with a reason that whoever signed the plan agrees to. */
export function ClosingTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const read = useRead('movementClosing', { params: { id: movement.id } });
  const close = useAct('closeMovement');
  const [reason, setReason] = useState('');
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { afterFinal, openWorks, underWay, mayClose } = read.data;
  const short = !afterFinal && reason.trim() === '';
  const why = openWorks.length > 0 ? 'closingOpen' : short ? 'closingReason' : null;
  return (
    <>
      <p>
        {movement.state === 'closed'
          ? t('movements.lifecycle.isClosed')
          : t(`movements.lifecycle.${afterFinal ? 'afterFinal' : 'beforeFinal'}`)}
      </p>
      {underWay === null ? null : (
        <p>
          <Link to="/phong-trao/viec/$id" params={{ id: underWay }}>
            {t('movements.lifecycle.closingUnderWay')}
          </Link>
        </p>
      )}
      {openWorks.length === 0 || movement.state === 'closed' ? null : (
        <section className="section" aria-label={t('movements.lifecycle.inTheWay')}>
          <h2>{t('movements.lifecycle.inTheWay')}</h2>
          <ul>
            {openWorks.map((work) => (
              <li key={work.workId}>
                <Link to="/phong-trao/viec/$id" params={{ id: work.workId }}>
                  {work.code}
                </Link>{' '}
                {work.title} · {work.orgName}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayClose ? (
        <section className="section" aria-label={t('movements.lifecycle.close')}>
          <h2>{t('movements.lifecycle.close')}</h2>
          {afterFinal ? null : (
            <>
              <label className="field-label" htmlFor="closing-reason">
                {t('movements.lifecycle.closingReason')}
              </label>
              <textarea
                id="closing-reason"
                className="form-input form-area"
                rows={3}
                maxLength={1000}
                value={reason}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            </>
          )}
          <p>
            <Button
              type="primary"
              danger
              disabled={why !== null}
              loading={close.isPending}
              onClick={() => {
                close.mutate({ params: { id: movement.id }, body: { reason: afterFinal ? null : reason.trim() } });
              }}
            >
              {t('movements.lifecycle.closeNamed', { name: movement.name })}
            </Button>
          </p>
          <WhyDisabled reason={why === null ? null : t(`movements.lifecycle.why.${why}`)} />
          <ErrorNote error={close.error} />
        </section>
      ) : null}
    </>
  );
}
