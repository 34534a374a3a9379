import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRead, useSession } from '../../api/queries';
import { standingPositions } from '../../frame/roles';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { StateTag } from '../../pieces/state-tag';
import { OpenRound } from './open-round';

/** The đợt xét this person's offices take part in. */
export default function RoundsPage(): ReactNode {
  const t = useText();
  const session = useSession();
  const rounds = useRead('rounds', {}, { every: 20_000 });
  const [opening, setOpening] = useState(false);
  const positions = session.data === undefined ? [] : standingPositions(session.data);
  const list = rounds.data?.rounds;
  return (
    <div className="page">
      <PageHead title={t('rounds.title')} line={list === undefined ? t('loading') : t('rounds.line', { count: list.length })}>
        {positions.length === 0 ? null : (
          <Button
            type="primary"
            onClick={() => {
              setOpening(true);
            }}
          >
            {t('rounds.open')}
          </Button>
        )}
      </PageHead>
      {opening ? (
        <OpenRound
          positions={positions}
          onClose={() => {
            setOpening(false);
          }}
        />
      ) : null}
      <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} />
      {list === undefined ? (
        rounds.error === null ? (
          <Loading />
        ) : null
      ) : list.length === 0 ? (
        <EmptyState text={t('rounds.empty')} />
      ) : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['code', 'title', 'org', 'status', 'dossiers', 'rows', 'closes'].map((name) => (
                  <th key={name} scope="col">
                    {t(`rounds.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((round) => (
                <tr key={round.id}>
                  <th scope="row" className="nowrap">
                    <Link to="/dot-xet/$id" params={{ id: round.id }}>
                      {round.code}
                    </Link>
                  </th>
                  <td>{round.title}</td>
                  <td>{round.orgName}</td>
                  <td>
                    <StateTag group="round" state={round.status} />
                  </td>
                  <td className="num">{round.dossierCount}</td>
                  <td className="num">{round.rowCount}</td>
                  <td className="nowrap">{instantText(round.closesAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
