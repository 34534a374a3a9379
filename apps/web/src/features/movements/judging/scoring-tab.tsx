import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ScoreBoardList } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { ChoiceLine, TextLine } from '../people/fields';
import type { MovementTabProps } from '../tab-props';
import { pointsShown } from './points';
import './judging.css';

/** Score sheets of the movement: one's own, and those one scores, with the ranks once a table is signed. */
export function ScoringTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const read = useRead('scoreBoards', { params: { id: movement.id } }, { every: 20_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { boards, mine, clusters, may } = read.data;
  return (
    <>
      {may.open || clusters.length > 0 ? <OpenScoring movementId={movement.id} clusters={clusters} own={may.open} /> : null}
      {boards.length + mine.length === 0 ? <EmptyState text={t('movements.judging.noScoring')} /> : null}
      {mine.length === 0 ? null : (
        <section className="section">
          <h2>{t('movements.judging.mySheets')}</h2>
          <MySheets mine={mine} />
        </section>
      )}
      {boards.map((board) => (
        <Board key={board.workId} board={board} />
      ))}
    </>
  );
}

function MySheets({ mine }: { readonly mine: ScoreBoardList['mine'] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['sheet', 'org', 'due', 'total', 'rank'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.judging.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mine.map((one) => (
            <tr key={one.sheetId}>
              <th scope="row">
                <Link to="/phong-trao/viec/$id" params={{ id: one.sheetId }}>
                  {one.title}
                </Link>
              </th>
              <td>{one.orgName}</td>
              <td className="nowrap">{one.dueOn === null ? '' : dayText(one.dueOn)}</td>
              <td className="num">{pointsShown(one.total)}</td>
              <td className="num">{one.rank ?? <span className="tag tag-grey">{t(`movements.status.${one.status}`)}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Board({ board }: { readonly board: ScoreBoardList['boards'][number] }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={board.title}>
      <h2>
        <Link to="/phong-trao/viec/$id" params={{ id: board.workId }}>
          {`${board.title} · ${board.code}`}
        </Link>{' '}
        <span className="tag tag-grey">{t(`movements.status.${board.status}`)}</span>
      </h2>
      <p className="muted">
        {t('movements.judging.handedIn', { count: board.handedIn, all: board.sheets })}
        {board.dueOn === null ? '' : ` · ${t('movements.dueOn', { day: dayText(board.dueOn) })}`}
      </p>
      {board.ranking.length === 0 ? null : (
        <ol className="proof-list">
          {board.ranking.map(({ orgName, total, rank, tied }) => (
            <li key={orgName}>
              <strong>{rank}.</strong> {orgName}: {pointsShown(total)}
              {tied ? <span className="tag tag-amber">{t('movements.judging.tied')}</span> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface OpenProps {
  readonly movementId: string;
  readonly clusters: ScoreBoardList['clusters'];
  /** Whether one may score the bodies of whoever runs the movement. */
  readonly own: boolean;
}

function OpenScoring({ movementId, clusters, own }: OpenProps): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const open = useAct('openScoring');
  const [year, setYear] = useState('');
  const [cluster, setCluster] = useState('');
  const options = clusters.map(({ id, name, year: of }) => ({ value: id, label: `${name}, ${String(of)}` }));
  return (
    <div className="judge-bar">
      <TextLine id="scoring-year" label={t('movements.judging.year')} value={year} max={4} onChange={setYear} />
      <ChoiceLine
        id="scoring-who"
        label={t('movements.judging.whoIsScored')}
        value={cluster}
        none={t(own ? 'movements.judging.ownBodies' : 'movements.judging.choose')}
        options={options}
        onChange={setCluster}
      />
      <Button
        type="primary"
        loading={open.isPending}
        disabled={!/^20\d\d$/.test(year) || (!own && cluster === '')}
        onClick={() => {
          open.mutate(
            { params: { id: movementId }, body: { year: Number(year), clusterId: cluster === '' ? null : cluster } },
            {
              onSuccess: ({ workId }) => {
                void navigate({ to: '/phong-trao/viec/$id', params: { id: workId } });
              },
            },
          );
        }}
      >
        {t('movements.judging.openScoring')}
      </Button>
      <ErrorNote error={open.error} />
    </div>
  );
}
