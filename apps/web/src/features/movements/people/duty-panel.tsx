import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DutyView } from '@thidua/contract';
import { addressOf } from '../../../api/client';
import { useAct, useRead } from '../../../api/queries';
import { dayText, moneyText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { ReasonDialog } from '../../../pieces/reason-dialog';
import { UploadField } from '../../../pieces/upload-field';
import type { WorkPanelProps } from '../panel-props';
import { DayLine, MoneyLine, TextLine, moneyOf } from './fields';
import { useRoleText } from './role-text';

/** A duty of the plan: what is asked and where the plan says so, what was done, what it cost, and the paper that shows it. */
export function DutyPanel({ work, onChanged }: WorkPanelProps): ReactNode {
  const t = useText();
  const read = useRead('movementDuty', { params: { id: work.id } }, { every: 15_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const duty = read.data;
  const { takenBack, sentBack } = work.facts;
  const reason: unknown = typeof sentBack === 'object' && sentBack !== null ? Reflect.get(sentBack, 'reason') : undefined;
  return (
    <>
      <Asked duty={duty} />
      {typeof takenBack === 'string' ? <p>{t('movements.people.takenBack', { reason: takenBack })}</p> : null}
      {typeof reason === 'string' && duty.status === 'open' ? (
        <p className="people-quote">{t('movements.people.sentBack', { reason })}</p>
      ) : null}
      {duty.may.report ? <ReportForm key={duty.version} duty={duty} /> : <Done duty={duty} />}
      {duty.may.run && (duty.status === 'open' || duty.status === 'submitted') ? <TakeBack duty={duty} onDone={onChanged} /> : null}
    </>
  );
}

function Asked({ duty }: { readonly duty: DutyView }): ReactNode {
  const t = useText();
  const roleText = useRoleText();
  return (
    <dl className="facts">
      <dt>{t(duty.cooperation ? 'movements.people.cooperationAsked' : 'movements.people.askedLabel')}</dt>
      <dd>
        <span className="prose">{duty.asked}</span>
        {duty.planQuote === null || duty.planLine === null ? null : (
          <p className="small muted people-quote">{t('movements.people.planSays', { line: duty.planLine, quote: duty.planQuote })}</p>
        )}
      </dd>
      <dt>{t('movements.people.roleLabel')}</dt>
      <dd>{roleText(duty.role)}</dd>
      {duty.fund === null ? null : (
        <>
          <dt>{t('movements.people.fund')}</dt>
          <dd>
            {t('movements.people.fundIs', {
              year: duty.fund.year,
              org: duty.fund.orgName,
              allotted: moneyText(duty.fund.allotted),
              left: moneyText(duty.fund.left),
            })}
            {(duty.planned ?? 0) > duty.fund.left ? <span className="tag tag-red">{t('movements.people.overFund')}</span> : null}
          </dd>
        </>
      )}
    </dl>
  );
}

function Done({ duty }: { readonly duty: DutyView }): ReactNode {
  const t = useText();
  return (
    <dl className="facts">
      <dt>{t('movements.people.doneText')}</dt>
      <dd>
        <span className="prose">{duty.doneText}</span>
        {duty.doneOn === null ? '' : ` (${dayText(duty.doneOn)})`}
      </dd>
      {duty.planned === null && duty.spent === null ? null : (
        <>
          <dt>{t('movements.people.moneyLabel')}</dt>
          <dd>{t('movements.people.money', { planned: moneyText(duty.planned ?? 0), spent: moneyText(duty.spent ?? 0) })}</dd>
        </>
      )}
      <FileLine duty={duty} />
    </dl>
  );
}

function FileLine({ duty }: { readonly duty: DutyView }): ReactNode {
  const t = useText();
  return duty.fileName === null ? null : (
    <>
      <dt>{t('movements.people.file')}</dt>
      <dd>
        <a href={addressOf('dutyFile', { id: duty.id })} download>
          {duty.fileName}
        </a>
      </dd>
    </>
  );
}

function ReportForm({ duty }: { readonly duty: DutyView }): ReactNode {
  const t = useText();
  const save = useAct('reportDuty');
  const [doneText, setDone] = useState(duty.doneText);
  const [doneOn, setDoneOn] = useState(duty.doneOn ?? '');
  const [planned, setPlanned] = useState(duty.planned === null ? '' : String(duty.planned));
  const [spent, setSpent] = useState(duty.spent === null ? '' : String(duty.spent));
  return (
    <section className="section" aria-label={t('movements.people.report')}>
      <h2>{t('movements.people.report')}</h2>
      <div className="people-form">
        <TextLine id="duty-done" label={t('movements.people.doneText')} value={doneText} onChange={setDone} rows={4} max={4000} />
        <DayLine id="duty-done-on" label={t('movements.people.doneOn')} value={doneOn} onChange={setDoneOn} />
        {duty.role === 'budget' ? (
          <>
            <MoneyLine id="duty-planned" label={t('movements.people.plannedLabel')} value={planned} onChange={setPlanned} />
            <MoneyLine id="duty-spent" label={t('movements.people.spentLabel')} value={spent} onChange={setSpent} />
          </>
        ) : null}
      </div>
      <div className="people-bar">
        <Button
          loading={save.isPending}
          onClick={() => {
            const money = { planned: moneyOf(planned), spent: moneyOf(spent) };
            const body = { version: duty.version, doneText, doneOn: doneOn === '' ? null : doneOn, ...money };
            save.mutate({ params: { id: duty.id }, body });
          }}
        >
          {t('movements.people.save')}
        </Button>
        {duty.missing.length === 0 ? (
          <span className="small muted">{t('movements.people.readyToEnd')}</span>
        ) : (
          <span className="small muted">
            {t('movements.people.missing', { fields: duty.missing.map((field) => t(`movements.people.field.${field}`)).join(', ') })}
          </span>
        )}
      </div>
      <ErrorNote error={save.error} />
      <UploadField
        id="duty-file"
        label={t('movements.people.fileUpload')}
        rule="evidence"
        route="uploadDutyFile"
        input={{ params: { id: duty.id } }}
      />
      {duty.fileName === null ? null : (
        <dl className="facts">
          <FileLine duty={duty} />
        </dl>
      )}
    </section>
  );
}

function TakeBack({ duty, onDone }: { readonly duty: DutyView; readonly onDone: () => void }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const back = useAct('takeDutyBack');
  return (
    <p>
      <Button
        danger
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('movements.people.dutyBack')}
      </Button>
      {open ? (
        <ReasonDialog
          title={t('movements.people.dutyBackOf', { org: duty.orgName })}
          verb={t('movements.people.dutyBack')}
          label={t('movements.people.reason')}
          danger
          pending={back.isPending}
          error={back.error}
          onClose={() => {
            setOpen(false);
          }}
          onDo={(reason) => {
            back.mutate(
              { params: { id: duty.id }, body: { reason } },
              {
                onSuccess: () => {
                  setOpen(false);
                  onDone();
                },
              },
            );
          }}
        />
      ) : null}
    </p>
  );
}
