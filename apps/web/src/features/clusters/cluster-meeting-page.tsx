import { useState, type ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ClusterMeetingView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { WhyDisabled } from '../../pieces/why-disabled';
import './clusters.css';

/** One turn of a cluster's vote: the ballot while it is open, who has voted (never for whom), the votes once it is over. */
export default function ClusterMeetingPage(): ReactNode {
  const { id } = useParams({ from: '/frame/cum-khoi/luot/$id' });
  const t = useText();
  const meeting = useRead('clusterMeeting', { params: { id } }, { every: 10_000 });
  if (meeting.data === undefined) {
    return (
      <div className="page">
        {meeting.error === null ? <Loading /> : <ErrorNote error={meeting.error} onRetry={() => void meeting.refetch()} />}
      </div>
    );
  }
  const view = meeting.data;
  const voted = view.roll.filter((one) => one.voted).length;
  return (
    <div className="page">
      <PageHead
        title={view.clusterName}
        line={t('clusters.turn', { turn: view.turn, voted, of: view.roll.length, total: view.total, until: instantText(view.closesAt) })}
      />
      {view.myBallot === 'open' ? <Ballot view={view} /> : <p className="note note-blue">{t(`clusters.ballot.${view.myBallot}`)}</p>}
      {view.votes === null ? null : <Votes votes={view.votes} total={view.total} />}
      <section className="section" aria-label={t('clusters.roll')}>
        <h2>{t('clusters.roll')}</h2>
        <ul className="cluster-roll">
          {view.roll.map((one) => (
            <li key={one.orgName}>
              <span>{`${one.orgName}, ${one.fullName}`}</span>
              <span className={one.voted ? 'tag tag-calm' : 'tag tag-grey'}>
                {t(one.voted ? 'clusters.hasVoted' : 'clusters.notVoted')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Ballot({ view }: { readonly view: ClusterMeetingView }): ReactNode {
  const t = useText();
  const task = useRead('task', { params: { id: view.myTaskId ?? '' } }, { enabled: view.myTaskId !== null });
  const cast = useAct('castClusterBallot');
  const [choice, setChoice] = useState<string | null>(null);
  return (
    <form
      className="cluster-ballot"
      aria-label={t('clusters.vote')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <p className="note note-blue">{t('clusters.secret')}</p>
      <fieldset>
        <legend>{t('clusters.choose')}</legend>
        {view.candidates.map((candidate) => (
          <label key={candidate.orgId} className={candidate.own ? 'cluster-choice muted' : 'cluster-choice'}>
            <input
              type="radio"
              name="candidate"
              value={candidate.orgId}
              disabled={candidate.own}
              checked={choice === candidate.orgId}
              onChange={() => {
                setChoice(candidate.orgId);
              }}
            />
            <span>
              {candidate.name}
              {candidate.own ? ` (${t('clusters.own')})` : null}
            </span>
          </label>
        ))}
      </fieldset>
      <ErrorNote error={cast.error ?? task.error} />
      <Button
        type="primary"
        disabled={choice === null || task.data?.status !== 'open'}
        loading={cast.isPending}
        onClick={() => {
          if (task.data !== undefined && choice !== null) {
            cast.mutate({ params: { id: view.id }, body: { taskId: task.data.id, taskVersion: task.data.version, orgId: choice } });
          }
        }}
      >
        {t('clusters.send')}
      </Button>
      <WhyDisabled reason={choice === null ? t('clusters.chooseOne') : null} />
    </form>
  );
}

function Votes({ votes, total }: { readonly votes: NonNullable<ClusterMeetingView['votes']>; readonly total: number }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['rank', 'member', 'votes', 'result'].map((name) => (
              <th key={name} scope="col">
                {t(`clusters.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {votes.map((line) => (
            <tr key={line.orgId}>
              <td>{line.rank ?? ''}</td>
              <td>{line.name}</td>
              <td>{`${String(line.yes)}/${String(total)}`}</td>
              <td>{line.leader ? t('clusters.leads') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
