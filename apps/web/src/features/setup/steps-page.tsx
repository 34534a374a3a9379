import type { ReactNode } from 'react';
import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Progress } from 'antd';
import type { SetupProgress, SetupStep } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Gaps } from './gaps';
import { RegisterImport } from './register-import';
import './setup.css';

type State = SetupProgress['steps'][number]['state'];

const ICONS: Readonly<Record<State, ReactNode>> = {
  done: <CheckCircleFilled className="setup-done" aria-hidden />,
  partly: <ClockCircleOutlined className="setup-partly" aria-hidden />,
  open: <MinusCircleOutlined className="setup-open" aria-hidden />,
};

/** The way from two administrators to the first decision; what is there is read anew each time, so it may be left and taken up again. */
export default function StepsPage(): ReactNode {
  const t = useText();
  const progress = useRead('setupProgress', {}, { every: 4000 });
  const told = progress.data;
  return (
    <div className="page setup-page">
      <PageHead
        title={t('setup.title')}
        line={told === undefined ? null : t('setup.line', { province: told.provinceName, ...doneOf(told) })}
      />
      <ErrorNote error={progress.error} onRetry={() => void progress.refetch()} />
      {told === undefined ? (
        progress.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          {told.mode === 'demo' ? <p className="note note-amber">{t('setup.isDemo')}</p> : null}
          <ol className="setup-steps">
            {told.steps.map(({ step, state }, at) => (
              <li key={step} id={`buoc-${step}`} className={`section setup-step setup-step-${state}`}>
                <h2>
                  {ICONS[state]} {at + 1}. {t(`setup.step.${step}.title`)} <span className="setup-state">{t(`setup.state.${state}`)}</span>
                </h2>
                <Step step={step} told={told} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function doneOf({ steps }: SetupProgress): { readonly done: number; readonly total: number } {
  return { done: steps.filter((one) => one.state === 'done').length, total: steps.length };
}

function Step({ step, told }: { readonly step: SetupStep; readonly told: SetupProgress }): ReactNode {
  const t = useText();
  const { counts, law } = told;
  switch (step) {
    case 'province':
      return <Province told={told} />;
    case 'organisations':
      return (
        <>
          <p>{t('setup.step.organisations.count', { communes: counts.communes, units: counts.units })}</p>
          <RegisterImport kind="organisations" />
          <p>
            <Link to="/to-chuc">{t('setup.step.organisations.byHand')}</Link>
          </p>
        </>
      );
    case 'people':
      return (
        <>
          <p>
            {t('setup.step.people.count', {
              people: counts.people,
              accounts: counts.accounts,
              entered: counts.entered,
              councils: counts.councils,
            })}
          </p>
          <Gaps gaps={told.gaps} />
          <RegisterImport kind="people" />
          <RegisterImport kind="rosters" />
          <RegisterImport kind="delegations" />
          <p>
            <Link to="/nhan-su">{t('setup.step.people.byHand')}</Link> · <Link to="/hoi-dong">{t('setup.step.people.councils')}</Link> ·{' '}
            <Link to="/nhap-danh-muc">{t('setup.step.people.codes')}</Link>
          </p>
        </>
      );
    case 'law':
      return (
        <>
          <p>
            {law.pack === null
              ? t('setup.step.law.none')
              : t('setup.step.law.inForce', { title: law.title ?? law.pack, rows: law.rows, open: law.unconfirmed })}
          </p>
          <p>
            <Link to="/goi-quy-dinh">{t('setup.step.law.go')}</Link>
          </p>
        </>
      );
    case 'movement':
      return <p>{t(counts.movements === 0 ? 'setup.step.movement.how' : 'setup.step.movement.count', { count: counts.movements })}</p>;
    case 'dossier':
      return <p>{t(counts.decided === 0 ? 'setup.step.dossier.how' : 'setup.step.dossier.count', { count: counts.decided })}</p>;
  }
}

function Province({ told }: { readonly told: SetupProgress }): ReactNode {
  const t = useText();
  const { done, total, finished, failure } = told.processes;
  return (
    <>
      <p>{t('setup.step.province.who', { province: told.provinceName, count: told.counts.administrators })}</p>
      {finished ? (
        <p>{t('setup.step.province.ready')}</p>
      ) : (
        <div role="status" className="setup-processes">
          <Progress
            percent={total === null ? 0 : Math.round((done / total) * 100)}
            size="small"
            aria-label={t('setup.step.province.processes')}
          />
          <span className="small muted">
            {total === null ? t('setup.step.province.waiting') : t('setup.step.province.running', { done, total })}
          </span>
        </div>
      )}
      {failure === null ? null : (
        <p className="note note-red" role="alert">
          {t('setup.step.province.failed', { why: failure })}
        </p>
      )}
    </>
  );
}
