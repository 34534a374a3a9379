import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RosterView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { DayInput, TextInput } from '../people/fields';
import { GroundPaper } from '../people/ground-paper';
import '../people/keeping.css';
import { RosterForm } from './roster-form';

/** 'Hội đồng': which council is in force where, by which decision, with whom; and its successor by the next one. */
export default function RostersPage(): ReactNode {
  const t = useText();
  const found = useRead('rosters');
  const [base, setBase] = useState<RosterView | 'new' | null>(null);
  const [past, setPast] = useState(false);
  const list = found.data?.rosters;
  const shown = list?.filter((one) => past || one.state !== 'over') ?? [];
  return (
    <div className="page">
      <PageHead
        title={t('rosters.title')}
        line={list === undefined ? t('loading') : t('rosters.line', { count: list.filter((one) => one.state === 'now').length })}
      >
        <Link to="/nhap-danh-muc" className="ant-btn-like">
          {t('staff.import')}
        </Link>
        <Button
          type="primary"
          onClick={() => {
            setBase('new');
          }}
        >
          {t('rosters.add')}
        </Button>
      </PageHead>
      {base === null ? null : (
        <RosterForm
          base={base === 'new' ? null : base}
          onClose={() => {
            setBase(null);
          }}
        />
      )}
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {list === undefined ? found.error === null ? <Loading /> : null : null}
      {list !== undefined && shown.length === 0 ? <EmptyState text={t('rosters.empty')} /> : null}
      {shown.map((one) => (
        <Roster
          key={one.id}
          one={one}
          onRenew={() => {
            setBase(one);
          }}
        />
      ))}
      {list?.some((one) => one.state === 'over') === true ? (
        <Button
          onClick={() => {
            setPast(!past);
          }}
        >
          {t(past ? 'rosters.hidePast' : 'rosters.showPast')}
        </Button>
      ) : null}
    </div>
  );
}

function Roster({ one, onRenew }: { readonly one: RosterView; readonly onRenew: () => void }): ReactNode {
  const t = useText();
  const [ending, setEnding] = useState(false);
  const days = one.to === null ? t('staff.since', { from: dayText(one.from) }) : `${dayText(one.from)} – ${dayText(one.to)}`;
  return (
    <details className="section">
      <summary>
        <strong>{one.name}</strong>, {one.orgName}{' '}
        <span className={`tag tag-${one.state === 'now' ? 'calm' : one.state === 'later' ? 'amber' : 'grey'}`}>
          {t(`rosters.state.${one.state}`)}
        </span>
        <div className="muted small">
          {one.establishedBy} · {days} · {t('rosters.count', { count: one.members.length })}
          {one.endedBy === null ? '' : ` · ${t('rosters.endedBy', { paper: one.endedBy })}`}
        </div>
      </summary>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['name', 'title', 'seat', 'standing'].map((name) => (
                <th key={name} scope="col">
                  {t(`rosters.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.members.map((member) => (
              <tr key={member.personId}>
                <td>{member.fullName}</td>
                <td>{member.title}</td>
                <td>{t(`rosters.seat.${member.role}`)}</td>
                <td>{member.standing ? t('rosters.isStanding') : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="bar-buttons keep-more">
        <GroundPaper kind="roster" id={one.id} paper={one.establishedBy} hasPaper={one.hasPaper} mayFile />
        {one.state === 'over' ? null : (
          <>
            <Button size="small" onClick={onRenew}>
              {t('rosters.renew')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setEnding(true);
              }}
            >
              {t('rosters.end')}
            </Button>
          </>
        )}
      </div>
      {ending ? (
        <EndRoster
          one={one}
          onClose={() => {
            setEnding(false);
          }}
        />
      ) : null}
    </details>
  );
}

function EndRoster({ one, onClose }: { readonly one: RosterView; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const end = useAct('endRoster');
  const [lastDay, setDay] = useState('');
  const [paper, setPaper] = useState('');
  return (
    <Dialog
      title={t('rosters.endWhat', { name: one.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={lastDay === '' || paper.trim().length < 3}
            loading={end.isPending}
            onClick={() => {
              end.mutate({ params: { id: one.id }, body: { lastDay, paper: paper.trim() } }, { onSuccess: onClose });
            }}
          >
            {t('rosters.end')}
          </Button>
        </>
      }
    >
      <div className="keep-stack">
        <DayInput id="roster-last" label={t('staff.field.lastDay')} value={lastDay} onChange={setDay} />
        <TextInput id="roster-end-paper" label={t('staff.field.paper')} value={paper} onChange={setPaper} />
      </div>
      <ErrorNote error={end.error} />
    </Dialog>
  );
}
