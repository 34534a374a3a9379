import { useState, type ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import type { NomineeReport } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import './intake.css';

/** A nominee without an account writes or confirms one report by a one-time link. */
export default function NomineeReportPage(): ReactNode {
  const { token } = useParams({ from: '/xac-nhan/$token' });
  const t = useText();
  const [done, setDone] = useState(false);
  const report = useRead('nomineeReport', { params: { token } }, { enabled: !done });
  return (
    <main className="nominee-report">
      <h1>{t('intake.report.title')}</h1>
      {done ? (
        <p className="note note-green" role="status">
          {t('intake.report.done')}
        </p>
      ) : report.data === undefined ? (
        report.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={report.error} />
        )
      ) : (
        <ReportForm
          token={token}
          report={report.data}
          onDone={() => {
            setDone(true);
          }}
        />
      )}
    </main>
  );
}

interface FormProps {
  readonly token: string;
  readonly report: NomineeReport;
  readonly onDone: () => void;
}

function ReportForm({ token, report, onDone }: FormProps): ReactNode {
  const t = useText();
  const confirm = useAct('confirmNomineeReport');
  const [achievement, setAchievement] = useState(report.achievement);
  const [from, setFrom] = useState(report.achievementFrom ?? '');
  const [to, setTo] = useState(report.achievementTo ?? '');
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [told, setTold] = useState(false);
  const missing = [
    ...(Array.from(achievement.trim()).length < 10 ? ['wizard.missing.achievement'] : []),
    ...(from !== '' && to !== '' && from > to ? ['wizard.missing.period'] : []),
    ...(Array.from(name.trim()).length < 2 ? ['intake.report.missing.name'] : []),
    ...(agreed ? [] : ['intake.report.missing.agreed']),
  ];
  const send = (): void => {
    setTold(true);
    if (missing.length > 0) {
      return;
    }
    const period = { ...(from === '' ? {} : { achievementFrom: from }), ...(to === '' ? {} : { achievementTo: to }) };
    confirm.mutate({ params: { token }, body: { achievement, ...period, name, agreed: true } }, { onSuccess: onDone });
  };
  return (
    <section className="section task-form" aria-label={t('intake.report.title')}>
      <dl className="facts">
        <dt>{t('intake.report.nominee')}</dt>
        <dd>
          <strong>{report.name}</strong>
          {report.title === '' ? '' : ` · ${report.title}`}
        </dd>
        <dt>{t('wizard.award')}</dt>
        <dd>{report.awardName}</dd>
        <dt>{t('wizard.org')}</dt>
        <dd>{report.unitName}</dd>
      </dl>
      <p className="help">{t('intake.report.once', { at: instantText(report.expiresAt) })}</p>
      <div className="field">
        <label className="field-label" htmlFor="report-achievement">
          {t('intake.report.achievement')} <span className="required">*</span>
        </label>
        <Input.TextArea
          id="report-achievement"
          autoSize={{ minRows: 8, maxRows: 24 }}
          maxLength={8000}
          value={achievement}
          onChange={(event) => {
            setAchievement(event.target.value);
          }}
        />
      </div>
      <div className="nominee-fields">
        {(
          [
            ['report-from', 'wizard.achievementFrom', from, setFrom],
            ['report-to', 'wizard.achievementTo', to, setTo],
          ] as const
        ).map(([id, label, value, set]) => (
          <div className="field" key={id}>
            <label className="field-label" htmlFor={id}>
              {t(label)}
            </label>
            <DayField
              id={id}
              value={value}
              withTime={false}
              disabled={false}
              onChange={(next) => {
                set(typeof next === 'string' ? next : '');
              }}
            />
          </div>
        ))}
        <div className="field nominee-name">
          <label className="field-label" htmlFor="report-name">
            {t('intake.report.name')} <span className="required">*</span>
          </label>
          <Input
            id="report-name"
            maxLength={200}
            autoComplete="name"
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </div>
      </div>
      <Checkbox
        checked={agreed}
        onChange={(event) => {
          setAgreed(event.target.checked);
        }}
      >
        {t('intake.report.agree')}
      </Checkbox>
      {told && missing.length > 0 ? (
        <ul className="note note-red missing" role="alert">
          {missing.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      ) : null}
      <ErrorNote error={confirm.error} />
      <div className="wizard-bar">
        <Button type="primary" loading={confirm.isPending} onClick={send}>
          {t('intake.report.send')}
        </Button>
      </div>
    </section>
  );
}
