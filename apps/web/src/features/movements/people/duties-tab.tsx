import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DutyList } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText, moneyText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { MovementTabProps } from '../tab-props';
import { AssignForm, type AssignDraft } from './assign-form';
import { IndicatorsSection } from './indicators-section';
import { useRoleText } from './role-text';

/** What the plan gives to whom, who has been told, what was spent; below it indicators and contests. */
export function DutiesTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const [draft, setDraft] = useState<AssignDraft | null>(null);
  const read = useRead('movementDuties', { params: { id: movement.id } }, { every: 20_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { duties, roles, orgs, totals, may } = read.data;
  return (
    <>
      <p className="people-figures">
        <span>{t('movements.people.dutyOpen', { count: totals.open })}</span>
        {totals.late === 0 ? null : <span className="tag tag-red">{t('movements.people.dutyLate', { count: totals.late })}</span>}
        <span>{t('movements.people.money', { planned: moneyText(totals.planned), spent: moneyText(totals.spent) })}</span>
      </p>
      {duties.length === 0 ? <EmptyState text={t('movements.people.noDuties')} /> : <DutyTable duties={duties} />}
      {may.assign ? (
        draft === null ? (
          <PlanRoles roles={roles} onAssign={setDraft} />
        ) : (
          <AssignForm
            movementId={movement.id}
            orgs={orgs}
            draft={draft}
            onDone={() => {
              setDraft(null);
            }}
          />
        )
      ) : null}
      <IndicatorsSection movementId={movement.id} />
    </>
  );
}

function DutyTable({ duties }: Pick<DutyList, 'duties'>): ReactNode {
  const t = useText();
  const roleText = useRoleText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['asked', 'org', 'due', 'planned', 'spent', 'state'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.people.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.id}>
              <td>
                <Link to="/phong-trao/viec/$id" params={{ id: duty.id }}>
                  {duty.asked}
                </Link>
                <div className="small muted">{duty.cooperation ? t('movements.people.cooperation') : roleText(duty.role)}</div>
              </td>
              <td>{duty.orgName}</td>
              <td>{duty.dueOn === null ? '' : dayText(duty.dueOn)}</td>
              <td className="number">{duty.planned === null ? '' : moneyText(duty.planned)}</td>
              <td className="number">{duty.spent === null ? '' : moneyText(duty.spent)}</td>
              <td>
                <span className={`tag ${duty.late ? 'tag-red' : 'tag-grey'}`}>
                  {duty.late ? t('movements.late') : t(`movements.status.${duty.status}`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlanRoles({ roles, onAssign }: Pick<DutyList, 'roles'> & { readonly onAssign: (draft: AssignDraft) => void }): ReactNode {
  const t = useText();
  const roleText = useRoleText();
  return (
    <section className="section" aria-label={t('movements.people.planRoles')}>
      <h2>{t('movements.people.planRoles')}</h2>
      {roles.length === 0 ? <p className="small muted">{t('movements.people.noRoles')}</p> : null}
      <ul className="people-roles">
        {roles.map((role) => (
          <li key={`${role.role} ${String(role.line)}`}>
            <div>
              <strong>{roleText(role.role)}</strong>: {role.body}
              <p className="small muted people-quote">{t('movements.people.planSays', { line: role.line, quote: role.quote })}</p>
            </div>
            {role.assigned ? (
              <span className="tag tag-calm">{t('movements.people.assigned')}</span>
            ) : (
              <Button
                size="small"
                onClick={() => {
                  onAssign({ role: role.role, orgId: role.orgId ?? '', asked: role.quote });
                }}
              >
                {t('movements.people.assign')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        onClick={() => {
          onAssign({ role: 'other', orgId: '', asked: '' });
        }}
      >
        {t('movements.people.assignOther')}
      </Button>
    </section>
  );
}
