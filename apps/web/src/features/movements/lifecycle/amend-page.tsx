import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PageHead } from '../../../pieces/page-head';
import { WhyDisabled } from '../../../pieces/why-disabled';
import { ChangesTable } from './changes-table';

/** The difference between the plan in force and the draft, before it goes to the signature. */
export default function AmendPage(): ReactNode {
  const { id, draft } = useParams({ from: '/frame/phong-trao/dieu-chinh/$id/$draft' });
  const t = useText();
  const navigate = useNavigate();
  const read = useRead('amendmentProposal', { params: { id, draft } });
  const amend = useAct('amendMovement');
  const [reason, setReason] = useState('');
  const [issued, setIssued] = useState(false);
  if (read.data === undefined) {
    return (
      <div className="page">{read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />}</div>
    );
  }
  const { changes } = read.data;
  const why = changes.length === 0 ? 'nothingChanges' : Array.from(reason.trim()).length < 5 ? 'amendReason' : null;
  return (
    <div className="page">
      <PageHead
        title={t('movements.lifecycle.amendTitle')}
        line={<span>{t('movements.lifecycle.changeCount', { count: changes.length })}</span>}
      />
      {changes.length === 0 ? <EmptyState text={t('movements.lifecycle.why.nothingChanges')} /> : <ChangesTable changes={changes} />}
      <section className="section" aria-label={t('movements.lifecycle.amendReason')}>
        <label className="field-label" htmlFor="amend-reason">
          {t('movements.lifecycle.amendReason')}
        </label>
        <textarea
          id="amend-reason"
          className="form-input form-area"
          rows={3}
          maxLength={600}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <label>
          <input
            type="checkbox"
            checked={issued}
            onChange={(event) => {
              setIssued(event.target.checked);
            }}
          />{' '}
          {t('movements.lifecycle.amendIssued')}
        </label>
        <p>
          <Button
            type="primary"
            disabled={why !== null}
            loading={amend.isPending}
            onClick={() => {
              amend.mutate(
                { params: { id }, body: { draftId: draft, reason: reason.trim(), alreadyIssued: issued } },
                {
                  onSuccess: ({ workId }) => {
                    void navigate({ to: '/phong-trao/viec/$id', params: { id: workId } });
                  },
                },
              );
            }}
          >
            {t('movements.lifecycle.amend')}
          </Button>
        </p>
        <WhyDisabled reason={why === null ? null : t(`movements.lifecycle.why.${why}`)} />
        <ErrorNote error={amend.error} />
      </section>
    </div>
  );
}
