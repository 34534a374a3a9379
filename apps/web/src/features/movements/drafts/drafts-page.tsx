import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PlanDraftSummary } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PageHead } from '../../../pieces/page-head';
import { UploadField } from '../../../pieces/upload-field';
import './drafts.css';

/** Drafts of one's bodies, and how to begin another: from a file, from a movement, from nothing. */
export default function DraftsPage(): ReactNode {
  const t = useText();
  const read = useRead('planDrafts');
  const { data } = read;
  return (
    <div className="page">
      <PageHead title={t('movements.drafts.title')} line={<span>{t('movements.drafts.lead')}</span>} />
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {data === undefined ? read.error === null ? <Loading /> : null : null}
      {data === undefined ? null : (
        <>
          {data.bodies.length === 0 ? null : <NewDraft bodies={data.bodies} />}
          {data.drafts.length === 0 ? <EmptyState text={t('movements.drafts.empty')} /> : <DraftTable drafts={data.drafts} />}
        </>
      )}
    </div>
  );
}

function NewDraft({ bodies }: { readonly bodies: readonly { readonly orgId: string; readonly name: string }[] }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const make = useAct('newPlanDraft');
  const index = useRead('movementIndex');
  const [orgId, setOrgId] = useState(bodies[0]?.orgId ?? '');
  const [movementId, setMovementId] = useState('');
  const open = ({ id }: { readonly id: string }): void => {
    void navigate({ to: '/phong-trao/du-thao/$id', params: { id } });
  };
  const begin = (kind: 'blank' | 'copy' | 'amendment'): void => {
    make.mutate({ body: { orgId, kind, movementId: kind === 'blank' ? null : movementId } }, { onSuccess: open });
  };
  return (
    <section className="section" aria-labelledby="draft-new">
      <h2 id="draft-new">{t('movements.drafts.new')}</h2>
      {bodies.length === 1 ? null : (
        <div className="field">
          <label className="field-label" htmlFor="draft-body">
            {t('movements.drafts.body')}
          </label>
          <select
            id="draft-body"
            className="form-input"
            value={orgId}
            onChange={(event) => {
              setOrgId(event.target.value);
            }}
          >
            {bodies.map((body) => (
              <option key={body.orgId} value={body.orgId}>
                {body.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <UploadField
        id="draft-file"
        label={t('movements.drafts.upload')}
        rule="plan"
        route="uploadPlan"
        input={{ query: { orgId } }}
        onDone={open}
      />
      <div className="field">
        <label className="field-label" htmlFor="draft-copy">
          {t('movements.drafts.fromMovement')}
        </label>
        <div className="draft-field-acts">
          <select
            id="draft-copy"
            className="form-input"
            value={movementId}
            onChange={(event) => {
              setMovementId(event.target.value);
            }}
          >
            <option value="">{t('movements.drafts.none')}</option>
            {(index.data?.movements ?? []).map((movement) => (
              <option key={movement.id} value={movement.id}>
                {`${movement.name} - ${movement.orgName}`}
              </option>
            ))}
          </select>
          {(['copy', 'amendment'] as const).map((kind) => (
            <Button
              key={kind}
              disabled={movementId === ''}
              loading={make.isPending}
              onClick={() => {
                begin(kind);
              }}
            >
              {t(`movements.drafts.begin.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
      <Button
        loading={make.isPending}
        onClick={() => {
          begin('blank');
        }}
      >
        {t('movements.drafts.begin.blank')}
      </Button>
      <ErrorNote error={make.error} />
    </section>
  );
}

function DraftTable({ drafts }: { readonly drafts: readonly PlanDraftSummary[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['plan', 'body', 'source', 'progress', 'state'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.drafts.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <tr key={draft.id}>
              <td>
                <Link to="/phong-trao/du-thao/$id" params={{ id: draft.id }}>
                  {draft.title === '' ? t('movements.drafts.untitled') : draft.title}
                </Link>
              </td>
              <td>{draft.orgName}</td>
              <td>{draft.fileName ?? t(`movements.drafts.source.${draft.source}`)}</td>
              <td>{t('movements.drafts.progress', { done: draft.all - draft.open, all: draft.all })}</td>
              <td>{t(`movements.drafts.draftState.${draft.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
