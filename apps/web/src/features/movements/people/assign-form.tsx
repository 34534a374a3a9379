import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DutyList } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { WhyDisabled } from '../../../pieces/why-disabled';
import { useYear } from './use-year';
import { ChoiceLine, DayLine, MoneyLine, TextLine, moneyOf } from './fields';
import { useRoleText } from './role-text';

export interface AssignDraft {
  readonly role: string;
  readonly orgId: string;
  readonly asked: string;
}

const ROLES = ['budget', 'communication', 'standing-office', 'villages', 'units', 'front', 'indicators', 'other'] as const;

interface Props {
  readonly movementId: string;
  readonly orgs: DutyList['orgs'];
  readonly draft: AssignDraft;
  readonly onDone: () => void;
}

/** A duty of the plan for one body: the plan's words may be shortened, its day is set where the plan has none. */
export function AssignForm({ movementId, orgs, draft, onDone }: Props): ReactNode {
  const t = useText();
  const roleText = useRoleText();
  const assign = useAct('assignDuty');
  const [role, setRole] = useState(draft.role);
  const [orgId, setOrgId] = useState(draft.orgId);
  const [asked, setAsked] = useState(draft.asked);
  const [dueOn, setDueOn] = useState('');
  const [planned, setPlanned] = useState('');
  const [year, setYear] = useState(useYear());
  const why = orgId === '' ? 'org' : asked.trim().length < 5 ? 'asked' : null;
  const roles = [...new Set<string>([...ROLES, draft.role])];
  return (
    <section className="section" aria-label={t('movements.people.assignTitle')}>
      <h2>{t('movements.people.assignTitle')}</h2>
      <div className="people-form">
        <ChoiceLine
          id="duty-role"
          label={t('movements.people.roleLabel')}
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: roleText(value) }))}
        />
        <ChoiceLine
          id="duty-org"
          label={t('movements.people.dutyOrg')}
          value={orgId}
          onChange={setOrgId}
          none={t('movements.people.chooseOrg')}
          options={orgs.map((org) => ({
            value: org.id,
            label: org.cooperation ? `${org.name} (${t('movements.people.cooperation')})` : org.name,
          }))}
        />
        <TextLine id="duty-asked" label={t('movements.people.askedLabel')} value={asked} onChange={setAsked} rows={3} max={1000} />
        <DayLine id="duty-due" label={t('movements.people.dueLabel')} value={dueOn} onChange={setDueOn} />
        <TextLine
          id="duty-year"
          label={t('movements.people.year')}
          value={year}
          max={4}
          onChange={(value) => {
            setYear(value.replace(/\D/g, ''));
          }}
        />
        {role === 'budget' ? (
          <MoneyLine id="duty-planned" label={t('movements.people.plannedLabel')} value={planned} onChange={setPlanned} />
        ) : null}
      </div>
      <div className="people-bar">
        <Button onClick={onDone}>{t('action.close')}</Button>
        <Button
          type="primary"
          disabled={why !== null || !/^20\d\d$/.test(year)}
          loading={assign.isPending}
          onClick={() => {
            const body = { role, orgId, asked, dueOn: dueOn === '' ? null : dueOn, planned: role === 'budget' ? moneyOf(planned) : null };
            assign.mutate({ params: { id: movementId }, body: { ...body, year: Number(year) } }, { onSuccess: onDone });
          }}
        >
          {t('movements.people.assign')}
        </Button>
      </div>
      <WhyDisabled reason={why === null ? null : t(`movements.people.why.${why}`)} />
      <ErrorNote error={assign.error} />
    </section>
  );
}
