import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { MovementList, SessionView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { PageHead } from '../../pieces/page-head';
import { AchievementStep } from './achievement-step';
import { CheckStep } from './check-step';
import { menuOf, missingIn, STEPS, type Draft, type OnPaper, type Secrecy, type Step } from './draft';
import { NomineeStep } from './nominee-step';
import { OccasionStep, type ProposingBody } from './occasion-step';
import { SecretPanel } from './secret-panel';
import { Stepper } from './stepper';
import { useLaunch } from './use-launch';
import './wizard.css';

interface Props {
  readonly session: SessionView;
  readonly movements: MovementList;
  readonly bodies: readonly ProposingBody[];
  /** Nhập thay: the receiving office types what came in on paper. */
  readonly onPaper: boolean;
}

/** Occasion, nominees with awards of the body's menu, achievements, check and launch; a state secret stops it all. */
export function Wizard({ session, movements, bodies, onPaper }: Props): ReactNode {
  const t = useText();
  const today = session.clock.now;
  const empty: Draft = {
    orgId: bodies[0]?.orgId ?? '',
    movementId: movements.movements[0]?.id ?? null,
    underMovementId: null,
    occasion: null,
    year: Number(dayText(today).slice(-4)),
    title: '',
    route: 'upper',
    simplified: null,
    rows: [],
  };
  const [step, setStep] = useState<Step>('occasion');
  const [told, setTold] = useState(false);
  const [secrecy, setSecrecy] = useState<Secrecy>('none');
  const [draft, setDraft] = useState<Draft>(empty);
  const [paper, setPaper] = useState<OnPaper>({ deliveredOn: dayText(today).split('/').reverse().join('-') });
  const query = { orgId: draft.orgId, occasion: draft.occasion ?? ('annual' as const), year: draft.year, route: draft.route };
  const under = draft.underMovementId === null ? {} : { underMovementId: draft.underMovementId };
  const asked = draft.movementId === null ? query : { ...query, ...under, movementId: draft.movementId };
  const menu = useRead('intakeMenu', { query: asked }, { enabled: draft.occasion !== null && draft.orgId !== '' && secrecy === 'none' });
  const awards = menuOf(menu.data);
  const { launch, pending, error } = useLaunch(draft, onPaper ? paper : null);
  if (secrecy !== 'none') {
    return (
      <div className="page">
        <PageHead title={t('wizard.title')} line={t(`secrecy.${secrecy}`)} />
        <SecretPanel
          secrecy={secrecy}
          orgId={draft.orgId}
          year={draft.year}
          onBack={() => {
            setSecrecy('none');
          }}
        />
      </div>
    );
  }
  const missing = [
    ...missingIn(step, draft, awards),
    ...(onPaper && step === 'occasion' && paper.deliveredOn === '' ? ['wizard.missing.deliveredOn'] : []),
  ];
  const at = STEPS.indexOf(step);
  const go = (to: number): void => {
    setTold(false);
    setStep(STEPS[to] ?? step);
    window.scrollTo({ top: 0 });
  };
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
  };
  const choose = (next: Secrecy): void => {
    // Nothing typed so far stays in the page.
    setDraft({ ...empty, orgId: draft.orgId });
    setSecrecy(next);
  };
  return (
    <div className="page">
      <PageHead title={t(onPaper ? 'intake.entry.title' : 'wizard.title')} line={t('wizard.line', { step: at + 1, total: STEPS.length })} />
      <Stepper step={step} onGo={go} />
      {step === 'occasion' ? (
        <OccasionStep
          draft={draft}
          movements={movements}
          bodies={bodies}
          menu={menu.data}
          paper={onPaper ? paper : null}
          onChange={change}
          onPaper={(part) => {
            setPaper({ ...paper, ...part });
          }}
          onSecrecy={choose}
        />
      ) : null}
      {step === 'nominees' ? (
        <NomineeStep
          draft={draft}
          menu={awards}
          orgName={bodies.find((one) => one.orgId === draft.orgId)?.orgName ?? ''}
          onChange={change}
        />
      ) : null}
      {step === 'achievements' ? <AchievementStep draft={draft} movements={movements} onChange={change} /> : null}
      {step === 'check' ? <CheckStep draft={draft} movements={movements} menu={menu.data} bodies={bodies} /> : null}
      {told && missing.length > 0 ? (
        <ul className="note note-red missing" role="alert">
          {missing.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      ) : null}
      <ErrorNote error={error ?? menu.error} />
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
          <Button type="primary" loading={pending} onClick={launch}>
            {t(onPaper ? 'intake.entry.enter' : 'wizard.launch')}
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
