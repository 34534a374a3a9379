import { useMemo, type ReactNode } from 'react';
import { Button, InputNumber, Select } from 'antd';
import type { DiagramElement } from '../../../bpmn/types';
import { useText } from '../../../i18n/use-text';
import { bodyOf, questionsAt, readCondition, writeCondition, type Condition, type Operator, type Question } from './condition';
import { Field, Group } from './field';
import { keepOutcome } from './insert-step';
import { kindOf, type Part } from './part';

/** Writes the condition of a way; '' takes it away. */
export function giveCondition({ services, element }: Part, body: string): void {
  const made = body === '' ? undefined : services.get('bpmnFactory').create('bpmn:FormalExpression', { body });
  services.get('modeling').updateProperties(element, { conditionExpression: made });
}

/** Khi nào đi đường này: what is asked, how it compares, with what. FEEL stands under Nâng cao alone. */
export function ConditionGroup(part: Part): ReactNode {
  const t = useText();
  const { element } = part;
  const source = element.source;
  if (kindOf(element) !== 'SequenceFlow' || source === undefined || !/^(Exclusive|Inclusive)Gateway$/.test(kindOf(source))) {
    return null;
  }
  if ((source.outgoing ?? []).length < 2) {
    return null;
  }
  return (
    <Group title={t('panel.group.condition')}>
      {isDefault(source, element) ? <p className="help">{t('panel.isDefault')}</p> : <Asked {...part} source={source} />}
    </Group>
  );
}

function isDefault(source: DiagramElement, flow: DiagramElement): boolean {
  return source.businessObject.get('default') === flow.businessObject;
}

function Asked({ source, ...part }: Part & { readonly source: DiagramElement }): ReactNode {
  const t = useText();
  const { services, element, facts } = part;
  const body = bodyOf(element);
  const condition = readCondition(body);
  const questions = useMemo(() => questionsAt(services, element, facts), [services, element, facts]);
  const question = questions.find(({ name }) => name === condition?.name);
  const choose = (name: string): void => {
    const next = questions.find((one) => one.name === name);
    if (next !== undefined) {
      if (next.isNew && next.step !== undefined) {
        keepOutcome(services, next.step, next.name);
      }
      giveCondition(part, writeCondition({ name, operator: '=', value: firstValue(next) }));
    }
  };
  const change = (over: Partial<Condition>): void => {
    if (condition !== null) {
      giveCondition(part, writeCondition({ ...condition, ...over }));
    }
  };
  if (body !== '' && condition === null) {
    return <p className="help">{t('panel.conditionFeel')}</p>;
  }
  const labelOf = ({ step, label, name, gateway }: Question): string => {
    if (step !== undefined) {
      return label === undefined ? t('panel.askButton', { step: nameOf(step) }) : t('panel.askAnswer', { label, step: nameOf(step) });
    }
    return gateway === undefined ? name : t('panel.askGateway', { question: gateway });
  };
  const known = [...new Map(questions.map((one) => [one.name, labelOf(one)]))].map(([value, label]) => ({ value, label }));
  const there = condition === null || question !== undefined;
  return (
    <>
      <Field id="panel-ask" label={t('panel.ask')}>
        <Select
          id="panel-ask"
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={420}
          value={condition?.name}
          placeholder={t('panel.none')}
          options={there ? known : [...known, { value: condition.name, label: condition.name }]}
          onChange={choose}
        />
      </Field>
      {condition === null ? null : (
        <>
          <Field id="panel-compare" label={t('panel.compare')}>
            <Select
              id="panel-compare"
              value={condition.operator}
              options={operatorsFor(condition).map((value) => ({ value, label: t(`panel.operator.${OPERATOR_WORDS[value]}`) }))}
              onChange={(operator: Operator) => {
                change({ operator });
              }}
            />
          </Field>
          <Value condition={condition} question={question} onChange={change} />
        </>
      )}
      <Button
        size="small"
        onClick={() => {
          giveCondition(part, '');
          services.get('modeling').updateProperties(source, { default: element.businessObject });
        }}
      >
        {t('panel.makeDefault')}
      </Button>
    </>
  );
}

const nameOf = (step: DiagramElement | undefined): string => step?.businessObject.name ?? step?.id ?? '';

const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  '=': 'is',
  '!=': 'isNot',
  '>': 'more',
  '>=': 'least',
  '<': 'less',
  '<=': 'most',
};

function operatorsFor({ value }: Condition): readonly Operator[] {
  return typeof value === 'number' ? ['=', '!=', '>', '>=', '<', '<='] : ['=', '!='];
}

function firstValue({ kind, choices }: Question): Condition['value'] {
  return kind === 'number' ? 0 : kind === 'yes-no' ? true : (choices[0]?.value ?? '');
}

interface ValueProps {
  readonly condition: Condition;
  readonly question: Question | undefined;
  readonly onChange: (over: Partial<Condition>) => void;
}

function Value({ condition: { value }, question, onChange }: ValueProps): ReactNode {
  const t = useText();
  if (typeof value === 'number') {
    return (
      <Field id="panel-value" label={t('panel.value')}>
        <InputNumber<number>
          key={value}
          id="panel-value"
          defaultValue={value}
          changeOnBlur
          onBlur={(event) => {
            const typed = Number(event.target.value.replace(',', '.'));
            if (event.target.value.trim() !== '' && Number.isFinite(typed) && typed !== value) {
              onChange({ value: typed });
            }
          }}
        />
      </Field>
    );
  }
  const yesNo = typeof value === 'boolean';
  const choices = question?.choices ?? [];
  const texts = yesNo || choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: undefined }];
  const options = yesNo
    ? ['true', 'false'].map((one) => ({ value: one, label: t(`panel.yesNo.${one}`) }))
    : texts.map((choice) => ({ value: choice.value, label: choice.label ?? choice.value }));
  return (
    <Field id="panel-value" label={t('panel.value')}>
      <Select
        id="panel-value"
        value={String(value)}
        options={options}
        onChange={(next: string) => {
          onChange({ value: yesNo ? next === 'true' : next });
        }}
      />
    </Field>
  );
}
