import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { MovementList, SessionView } from '@thidua/contract';
import { useAct, useRead, useSession } from '../../api/queries';
import { launchingPositions } from '../../frame/roles';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { AchievementStep } from './achievement-step';
import { CheckStep } from './check-step';
import { launchOf, menuOf, missingIn, STEPS, type Draft, type Step } from './draft';
import { NomineeStep } from './nominee-step';
import { OccasionStep } from './occasion-step';
import './wizard.css';

/** Lập đề nghị khen thưởng: occasion, nominees with awards of the plan's menu, achievements, check and launch. */
export default function WizardPage(): ReactNode {
  const t = useText();
  const session = useSession();
  const movements = useRead('movements');
  if (session.data === undefined || movements.data === undefined) {
    return (
      <div className="page">
        {movements.error === null ? <Loading /> : <ErrorNote error={movements.error} onRetry={() => void movements.refetch()} />}
      </div>
    );
  }
  if (launchingPositions(session.data).length === 0) {
    return (
      <div className="page">
        <PageHead title={t('wizard.title')} />
        <EmptyState text={t('wizard.notClerk')} />
      </div>
    );
  }
  return <Wizard session={session.data} movements={movements.data} />;
}

function Wizard({ session, movements }: { readonly session: SessionView; readonly movements: MovementList }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const launch = useAct('launchDossier');
  const positions = launchingPositions(session);
  const [step, setStep] = useState<Step>('occasion');
  const [told, setTold] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    orgId: positions[0]?.orgId ?? '',
    movementId: movements.movements[0]?.id ?? null,
    occasion: null,
    year: Number(dayText(session.clock.now).slice(-4)),
    title: '',
    rows: [],
  });
  const menu = menuOf(draft, movements);
  const missing = missingIn(step, draft, menu);
  const at = STEPS.indexOf(step);
  const go = (to: number): void => {
    setTold(false);
    setStep(STEPS[to] ?? step);
    window.scrollTo({ top: 0 });
  };
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
  };
  return (
    <div className="page">
      <PageHead title={t('wizard.title')} line={t('wizard.line', { step: at + 1, total: STEPS.length })} />
      <Stepper step={step} onGo={go} />
      {step === 'occasion' ? <OccasionStep draft={draft} movements={movements} positions={positions} onChange={change} /> : null}
      {step === 'nominees' ? <NomineeStep draft={draft} menu={menu} onChange={change} /> : null}
      {step === 'achievements' ? <AchievementStep draft={draft} movements={movements} onChange={change} /> : null}
      {step === 'check' ? <CheckStep draft={draft} movements={movements} menu={menu} positions={positions} /> : null}
      {told && missing.length > 0 ? (
        <ul className="note note-red missing" role="alert">
          {missing.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      ) : null}
      <ErrorNote error={launch.error} />
      <div className="wizard-bar">
        {at === 0 ? null : (
          <Button
            onClick={() => {
              go(at - 1);
            }}
          >
            {t('wizard.back')}
          </Button>
        )}
        {step === 'check' ? (
          <Button
            type="primary"
            loading={launch.isPending}
            onClick={() => {
              launch.mutate(
                { body: launchOf(draft) },
                {
                  onSuccess: (answer) =>
                    void (answer.firstTaskId === null
                      ? navigate({ to: '/ho-so/$id', params: { id: answer.dossierId } })
                      : navigate({ to: '/viec/$id', params: { id: answer.firstTaskId } })),
                },
              );
            }}
          >
            {t('wizard.launch')}
          </Button>
        ) : (
          <Button
            type="primary"
            onClick={() => {
              if (missing.length > 0) {
                setTold(true);
              } else {
                go(at + 1);
              }
            }}
          >
            {t('wizard.next')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Stepper({ step, onGo }: { readonly step: Step; readonly onGo: (to: number) => void }): ReactNode {
  const t = useText();
  const current = STEPS.indexOf(step);
  return (
    <ol className="stepper" aria-label={t('wizard.steps')}>
      {STEPS.map((name, index) => (
        <li key={name} aria-current={name === step ? 'step' : undefined} className={index < current ? 'stepper-done' : ''}>
          <button
            type="button"
            disabled={index >= current}
            onClick={() => {
              onGo(index);
            }}
          >
            <span aria-hidden>{index + 1}</span> {t(`wizard.step.${name}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}
