import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorBoard } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { ContestForm } from './contest-form';
import { IndicatorSetForm } from './indicator-set-form';
import { IssueForm, ValuesForm } from './indicator-values';

/** Bộ chỉ tiêu with what every body reached, and contests: both stand in the register that appraisal reads. */
export function IndicatorsSection({ movementId }: { readonly movementId: string }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState<'set' | 'contest' | null>(null);
  const read = useRead('movementIndicators', { params: { id: movementId } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const board = read.data;
  const close = (): void => {
    setOpen(null);
  };
  return (
    <section className="section" aria-label={t('movements.people.indicators')}>
      <h2>{t('movements.people.indicators')}</h2>
      <p className="small muted">{t('movements.people.indicatorsHelp')}</p>
      {board.sets.map((set) => (
        <IndicatorSet key={set.id} set={set} orgs={board.orgs} />
      ))}
      {board.contests.length === 0 ? null : <Contests contests={board.contests} />}
      {open === 'set' ? <IndicatorSetForm movementId={movementId} issuers={board.issuers} onDone={close} /> : null}
      {open === 'contest' ? <ContestForm movementId={movementId} orgs={board.orgs} onDone={close} /> : null}
      {open === null ? (
        <div className="people-bar">
          {board.issuers.length === 0 ? null : (
            <Button
              onClick={() => {
                setOpen('set');
              }}
            >
              {t('movements.people.newSet')}
            </Button>
          )}
          {board.may.contest ? (
            <Button
              onClick={() => {
                setOpen('contest');
              }}
            >
              {t('movements.people.newContest')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

type SetView = IndicatorBoard['sets'][number];

function IndicatorSet({ set, orgs }: { readonly set: SetView; readonly orgs: IndicatorBoard['orgs'] }): ReactNode {
  const t = useText();
  return (
    <>
      <h3>{set.title}</h3>
      <p className="small muted">
        {set.orgName}
        {set.paper === null
          ? ` · ${t('movements.people.setDraft')}`
          : ` · ${t('movements.people.setIssued', { number: set.paper.number, day: dayText(set.paper.date) })}`}
      </p>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('movements.people.column.body')}</th>
              {set.lines.map((line) => (
                <th key={line.code} scope="col">
                  {line.name} ({line.unit})
                  {line.target === null ? null : (
                    <div className="small muted">
                      {t(`movements.people.target.${line.better}`, { target: line.target.toLocaleString('vi-VN') })}
                    </div>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {set.bodies.map((body) => (
              <tr key={body.orgId}>
                <td>{body.orgName}</td>
                {set.lines.map((line) => {
                  const value = body.values.find((one) => one.code === line.code);
                  return (
                    <td key={line.code} className="number">
                      {value === undefined ? '' : value.value.toLocaleString('vi-VN')}
                      {value?.met === false ? <span className="tag tag-red">{t('movements.people.notMet')}</span> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {set.may.issue ? <IssueForm setId={set.id} /> : null}
      {set.may.value ? <ValuesForm set={set} orgs={orgs} /> : null}
    </>
  );
}

function Contests({ contests }: Pick<IndicatorBoard, 'contests'>): ReactNode {
  const t = useText();
  return (
    <>
      <h3>{t('movements.people.contests')}</h3>
      <ul>
        {contests.map((contest) => (
          <li key={contest.id}>
            {t('movements.people.contestLine', { name: contest.name, organiser: contest.organiser, day: dayText(contest.heldOn) })}
            <ul>
              {contest.results.map((result) => (
                <li key={`${result.name} ${result.prize}`}>
                  {`${result.prize}: ${result.name}`}
                  {result.inRegister ? <span className="tag tag-calm">{t('movements.people.inRegister')}</span> : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
