import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PackSummary, ProposalView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { ChangeTable } from './change-table';
import { LawProblems } from './law-problems';
import { OverlayForm } from './overlay-form';
import { SheetImport } from './sheet-import';

/** Rows the province has set or wants to set itself: proposed by one, in force by another. */
export function Proposals({ pack, today }: { readonly pack: PackSummary | undefined; readonly today: string }): ReactNode {
  const t = useText();
  const read = useRead('lawProposals');
  const list = read.data?.proposals ?? [];
  return (
    <section className="section" aria-label={t('law.proposals')}>
      <h2>{t('law.proposals')}</h2>
      <p className="why">{t('law.proposalsLine')}</p>
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data !== undefined && list.length === 0 ? <EmptyState text={t('law.noProposals')} /> : null}
      {list.map((one) => (
        <Proposal key={one.id} proposal={one} />
      ))}
      {pack === undefined ? null : <SheetImport pack={pack} today={today} />}
      {pack === undefined || pack.overlays.length === 0 ? null : <OverlayForm key={pack.id} pack={pack} today={today} />}
    </section>
  );
}

const TONES: Readonly<Record<ProposalView['status'], string>> = {
  proposed: 'blue',
  'in-force': 'calm',
  declined: 'red',
  withdrawn: 'grey',
};

function Proposal({ proposal }: { readonly proposal: ProposalView }): ReactNode {
  const t = useText();
  const settle = useAct('settleLawProposal');
  const withdraw = useAct('withdrawLawProposal');
  const [asking, setAsking] = useState(false);
  const params = { id: proposal.id };
  return (
    <article className="law-proposal">
      <header>
        <strong>{proposal.summary}</strong>
        <span className={`tag tag-${TONES[proposal.status]}`}>{t(`law.proposalState.${proposal.status}`)}</span>
      </header>
      <div className="small">
        <a href={addressOf('lawFile', { sha256: proposal.fileSha256 })} target="_blank" rel="noreferrer">
          {t('law.paper', { number: proposal.number, day: dayText(proposal.date) })}
        </a>
        , {proposal.body}; {t('law.proposedByAt', { by: proposal.proposedBy, at: instantText(proposal.proposedAt) })}
        {proposal.settledBy === null
          ? null
          : `; ${t('law.settledBy', { by: proposal.settledBy, at: instantText(proposal.settledAt ?? '') })}`}
      </div>
      {proposal.status === 'proposed' ? <ChangeTable changes={proposal.changes} /> : null}
      {proposal.status !== 'proposed' ? null : proposal.whyNotSettle === null ? (
        <div className="bar-buttons">
          <Button
            type="primary"
            loading={settle.isPending}
            onClick={() => {
              settle.mutate({ params, body: { accept: true } });
            }}
          >
            {t('law.enforce')}
          </Button>
          <Button
            danger
            loading={settle.isPending}
            onClick={() => {
              settle.mutate({ params, body: { accept: false } });
            }}
          >
            {t('law.decline')}
          </Button>
        </div>
      ) : (
        <div className="bar-buttons">
          <Button
            danger
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('law.withdraw')}
          </Button>
          <span className="why">{proposal.whyNotSettle}</span>
        </div>
      )}
      {asking ? (
        <ReasonDialog
          title={t('law.withdrawProposal', { summary: proposal.summary })}
          verb={t('law.withdraw')}
          label={t('law.reason')}
          danger
          pending={withdraw.isPending}
          error={withdraw.error}
          onDo={(reason) => {
            withdraw.mutate({ params, body: { reason } });
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
      <ErrorNote error={settle.error} />
      <LawProblems error={settle.error} />
    </article>
  );
}
