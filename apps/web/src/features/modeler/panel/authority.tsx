import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { PanelAuthority } from '@thidua/contract';
import type { ModdleObject } from '../../../bpmn/types';
import { useText } from '../../../i18n/use-text';
import { attributeOf, extensionOf, setExtension, writeGroup } from '../extension';
import { Field, Group } from './field';
import { OFFICE_OF_LEVEL, type Part } from './part';
import { givePost } from './performer';

const STEPS = [
  ...['launch', 'review-meeting', 'submission', 'intake', 'supplement', 'appraisal', 'council', 'ballot', 'decision', 'sign', 'numbering'],
  ...['issue', 'forward', 'external', 'notice', 'consultation', 'public-notice', 'party-opinion', 'cluster-vote', 'revocation', 'recovery'],
  ...['correction', 'payment'],
];
const AUTHORITY = 'thidua:Authority';
const POWERS = ['decide', 'submit'];

/** Thẩm quyền và hội đồng: what the step is in law, and for a decision the row of the pack that gives it to somebody. */
export function AuthorityGroup(part: Part): ReactNode {
  const t = useText();
  const { services, element, facts } = part;
  const step = attributeOf(element, 'thidua:Step', 'kind');
  const has = extensionOf(element, AUTHORITY) !== undefined;
  return (
    <Group title={t('panel.group.authority')}>
      <Field id="panel-step" label={t('panel.step')} help={step === 'appraisal' ? t('panel.stepAppraisal') : undefined}>
        <Select
          id="panel-step"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={step === '' ? undefined : step}
          placeholder={t('panel.none')}
          options={STEPS.map((value) => ({ value, label: t(`stepKind.${value}`) }))}
          onChange={(next: string | undefined) => {
            setExtension(services, element, 'thidua:Step', next === undefined ? null : { kind: next });
          }}
        />
      </Field>
      {step === 'decision' || has ? <AwardRow {...part} /> : null}
      {has ? <Power {...part} /> : null}
      {step === 'council' || step === 'ballot' ? (
        <p className="help">
          {t('panel.councilHelp', { pack: facts?.pack ?? '' })} <Link to="/goi-quy-dinh">{t('panel.openPack')}</Link>
        </p>
      ) : null}
    </Group>
  );
}

/** Choosing a row says level, post and power, and gives the task to that post: the law leaves no choice there. */
function AwardRow(part: Part): ReactNode {
  const t = useText();
  const { services, element, facts } = part;
  const read = (name: string): string => attributeOf(element, AUTHORITY, name);
  const rows = facts?.authorities ?? [];
  const level = levelOfProcess(element.businessObject);
  const mine = rows.filter((row) => level === undefined || row.level === level);
  const current = rows.find((row) => row.id === read('citation'));
  const offered = current === undefined || mine.includes(current) ? mine : [current, ...mine];
  const choose = (row: PanelAuthority): void => {
    setExtension(services, element, AUTHORITY, { level: row.level, role: row.role, power: 'decide', citation: row.id });
    const office = OFFICE_OF_LEVEL[row.level];
    if (office !== undefined) {
      givePost(part, writeGroup(office, row.role));
    }
  };
  return (
    <Field id="panel-award-row" label={t('panel.awardRow')} help={current === undefined ? t('panel.awardRowHelp') : `${current.citation}.`}>
      <Select
        id="panel-award-row"
        showSearch={{ optionFilterProp: 'label' }}
        value={current === undefined ? undefined : keyOf(current)}
        placeholder={read('power') === 'submit' ? t('power.submit') : t('panel.none')}
        popupMatchSelectWidth={420}
        options={offered.map((row) => ({ value: keyOf(row), label: `${row.id} · ${row.decider}: ${row.awards.join(', ')}` }))}
        onChange={(next: string) => {
          const row = offered.find((one) => keyOf(one) === next);
          if (row !== undefined) {
            choose(row);
          }
        }}
      />
    </Field>
  );
}

/** One id may have several rows: of different days, or different bodies. */
function keyOf({ id, decider, awards }: PanelAuthority): string {
  return `${id}/${decider}/${awards.join()}`;
}

function Power({ services, element }: Part): ReactNode {
  const t = useText();
  const power = attributeOf(element, AUTHORITY, 'power');
  return (
    <Field id="panel-power" label={t('panel.power')}>
      <Select
        id="panel-power"
        allowClear
        value={power === '' ? undefined : power}
        options={POWERS.map((value) => ({ value, label: t(`power.${value}`) }))}
        onChange={(next: string | undefined) => {
          setExtension(services, element, AUTHORITY, next === undefined ? null : { power: next });
        }}
      />
    </Field>
  );
}

function levelOfProcess(object: ModdleObject | undefined): string | undefined {
  if (object === undefined) {
    return undefined;
  }
  const level = object.$type === 'bpmn:Process' ? object.get('thidua:level') : levelOfProcess(object.$parent);
  return typeof level === 'string' ? level : undefined;
}
