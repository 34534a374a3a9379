import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DelegationView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { GroundPaper } from '../people/ground-paper';

/** One of the register says more: in which body, and when it was taken on. */
type Lent = DelegationView & { readonly orgName?: string; readonly acceptedAt?: string | null };

/** Who signs for whom, by which paper, in what, until when. */
export function DelegationTable({ list }: { readonly list: readonly Lent[] }): ReactNode {
  const t = useText();
  if (list.length === 0) {
    return <EmptyState text={t('delegations.empty')} />;
  }
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['capacity', 'from', 'to', 'paper', 'days', 'scope', 'state', 'acts'].map((name) => (
              <th key={name} scope="col">
                {t(`delegations.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <Line key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ one }: { readonly one: Lent }): ReactNode {
  const t = useText();
  const accept = useAct('acceptDelegation');
  const scope = [...(one.scope.steps ?? []).map((step) => t.or(`stepKind.${step}`, step)), ...(one.scope.awards ?? [])];
  const { orgName, acceptedAt = null } = one;
  return (
    <tr>
      <td>{`${one.capacity}.`}</td>
      <td>
        {`${one.fromTitle}, ${one.fromName}`}
        {orgName === undefined ? null : <div className="muted small">{orgName}</div>}
      </td>
      <td>{`${one.toTitle}, ${one.toName}`}</td>
      <td>
        <div>{one.paper}</div>
        <GroundPaper kind="delegation" id={one.id} paper={one.paper} hasPaper={one.hasPaper} mayFile={one.mayFile} />
      </td>
      <td>{one.to === null ? t('delegations.since', { from: dayText(one.from) }) : `${dayText(one.from)} – ${dayText(one.to)}`}</td>
      <td>{scope.length === 0 ? t('delegations.whole') : scope.join(', ')}</td>
      <td>
        {t(`delegations.state.${one.state}`)}
        {acceptedAt === null ? null : <div className="muted small">{t('delegations.takenOn', { at: instantText(acceptedAt) })}</div>}
      </td>
      <td>
        {one.mayAccept ? (
          <Button
            size="small"
            loading={accept.isPending}
            onClick={() => {
              accept.mutate({ params: { id: one.id } });
            }}
          >
            {t('delegations.accept')}
          </Button>
        ) : null}
        {one.mayEnd ? <End id={one.id} /> : null}
        <ErrorNote error={accept.error} />
      </td>
    </tr>
  );
}

function End({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const end = useAct('endDelegation');
  const [ending, setEnding] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setEnding(true);
        }}
      >
        {t('delegations.end')}
      </Button>
      {ending ? (
        <ReasonDialog
          title={t('delegations.endTitle')}
          verb={t('delegations.end')}
          label={t('delegations.endWhy')}
          pending={end.isPending}
          error={end.error}
          onClose={() => {
            setEnding(false);
          }}
          onDo={(reason) => {
            end.mutate({ params: { id }, body: { reason } });
          }}
        />
      ) : null}
    </>
  );
}
