import { useState, type ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { FactView, SubjectEvidence } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { AddFact } from './add-fact';
import { FactScan } from './fact-scan';
import { Prospects } from './prospects';
import './evidence.css';

/** 'Thành tích đã có' of a person or a body: what the register holds, what is missing, and what could be given by it. */
export default function SubjectPage(): ReactNode {
  const t = useText();
  const { id } = useParams({ from: '/frame/thanh-tich/$id' });
  const evidence = useRead('subjectEvidence', { params: { id } });
  const [adding, setAdding] = useState(false);
  const view = evidence.data;
  if (view === undefined) {
    return (
      <div className="page">
        <ErrorNote error={evidence.error} onRetry={() => void evidence.refetch()} />
        {evidence.error === null ? <Loading /> : null}
      </div>
    );
  }
  const { subject, facts, may, yearsWithoutRating } = view;
  return (
    <div className="page">
      <PageHead title={subject.name} line={[t(`kind.${subject.kind}`), subject.orgName].filter((part) => part !== '').join(' · ')}>
        {may.add ? (
          <Button
            type="primary"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('evidence.add')}
          </Button>
        ) : null}
      </PageHead>
      {yearsWithoutRating.length === 0 ? null : (
        <div className="note note-amber" role="status">
          <div>{t('evidence.yearsWithoutRating', { years: yearsWithoutRating.join(', ') })}</div>
        </div>
      )}
      <section className="section" aria-label={t('evidence.facts')}>
        <h2>{t('evidence.factCount', { count: facts.length })}</h2>
        {facts.length === 0 ? <EmptyState text={t('evidence.empty')} /> : <FactTable facts={facts} may={may} />}
      </section>
      <Prospects prospects={view.prospects} />
      {adding ? (
        <AddFact
          view={view}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </div>
  );
}

function FactTable({ facts, may }: { readonly facts: SubjectEvidence['facts']; readonly may: SubjectEvidence['may'] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['year', 'kind', 'what', 'source', 'state'].map((name) => (
              <th key={name} scope="col">
                {t(`evidence.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactRow key={fact.id} fact={fact} mayConfirm={may.confirm} mayAdd={may.add} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FactRowProps {
  readonly fact: FactView;
  readonly mayConfirm: boolean;
  readonly mayAdd: boolean;
}

function FactRow({ fact, mayConfirm, mayAdd }: FactRowProps): ReactNode {
  const t = useText();
  const confirm = useAct('confirmEvidence');
  const cancel = useAct('cancelEvidence');
  const [canceling, setCanceling] = useState(false);
  const params = { id: fact.id };
  return (
    <tr>
      <td className="nowrap">{fact.year}</td>
      <td className="nowrap">{t(`evidence.kind.${fact.kind}`)}</td>
      <td>
        {fact.text}
        {fact.note === null ? null : <div className="small muted">{fact.note}</div>}
        <ErrorNote error={confirm.error} />
      </td>
      <td className="small">{t(`evidence.source.${fact.source}`)}</td>
      <td>
        <span className={`tag tag-${fact.confirmed ? 'calm' : 'amber'}`}>
          {t(fact.confirmed ? 'evidence.confirmed' : 'evidence.waiting')}
        </span>
        <FactScan fact={fact} mayAttach={mayAdd} />
        <div className="bar-buttons fact-acts">
          {mayConfirm && !fact.confirmed ? (
            <Button
              size="small"
              type="primary"
              loading={confirm.isPending}
              onClick={() => {
                confirm.mutate({ params, body: { kind: fact.kind } });
              }}
            >
              {t('evidence.confirm')}
            </Button>
          ) : null}
          {fact.mayCancel ? (
            <Button
              size="small"
              onClick={() => {
                setCanceling(true);
              }}
            >
              {t('evidence.cancel')}
            </Button>
          ) : null}
        </div>
        {canceling ? (
          <ReasonDialog
            title={`${t('evidence.cancel')}: ${fact.text}`}
            verb={t('evidence.cancel')}
            label={t('evidence.cancelReason')}
            danger
            pending={cancel.isPending}
            error={cancel.error}
            onClose={() => {
              setCanceling(false);
            }}
            onDo={(reason) => {
              cancel.mutate(
                { params, body: { kind: fact.kind, reason } },
                {
                  onSuccess: () => {
                    setCanceling(false);
                  },
                },
              );
            }}
          />
        ) : null}
      </td>
    </tr>
  );
}
