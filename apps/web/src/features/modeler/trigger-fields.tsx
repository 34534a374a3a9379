import { useState, type ReactNode } from 'react';
import { Select } from 'antd';
import type { ModdleObject } from '../../bpmn/types';
import { useText } from '../../i18n/use-text';
import { TextField } from './committed';
import { attributeOf, setExtension } from './extension';
import type { Part } from './panel/part';
import { REFERENCES, referTo, referred } from './references';

interface HolderPart extends Part {
  /** The event definition, or the task that names a message itself. */
  readonly holder: ModdleObject;
}

/** What an event waits for or brings about, and what a task that sends or receives is about. */
export function TriggerFields(part: Part): ReactNode {
  const { element } = part;
  const { businessObject, type } = element;
  const holders = /Event$/.test(type)
    ? (businessObject.get('eventDefinitions') as readonly ModdleObject[])
    : REFERENCES[type] === undefined
      ? []
      : [businessObject];
  return holders.map((holder, index) => <Trigger key={`${holder.$type}/${String(index)}`} {...part} holder={holder} />);
}

function Trigger(part: HolderPart): ReactNode {
  const { holder } = part;
  if (REFERENCES[holder.$type] !== undefined) {
    return <Referring {...part} />;
  }
  if (holder.$type === 'bpmn:TimerEventDefinition') {
    return <Timer {...part} />;
  }
  return holder.$type === 'bpmn:ConditionalEventDefinition' ? <Conditional {...part} /> : <Link {...part} />;
}

function Referring({ holder, ...part }: HolderPart): ReactNode {
  const { services, element } = part;
  const t = useText();
  const reference = REFERENCES[holder.$type];
  if (reference === undefined) {
    return null;
  }
  const { ref } = reference;
  const declared = referred(holder, reference);
  const codeName = ref === 'errorRef' ? 'errorCode' : ref === 'escalationRef' ? 'escalationCode' : null;
  return (
    <>
      <TextField
        id={`panel-${ref}-name`}
        label={t(`trigger.${ref}`)}
        value={declared?.name ?? ''}
        onCommit={(name) => {
          referTo(services, element, holder, reference, name);
        }}
      />
      {codeName === null || declared === undefined ? null : (
        <TextField
          id={`panel-${ref}-code`}
          label={t('trigger.code')}
          value={textOf(declared, codeName)}
          onCommit={(code) => {
            services.get('modeling').updateModdleProperties(element, declared, { [codeName]: code === '' ? undefined : code });
          }}
        />
      )}
      {ref !== 'messageRef' || declared === undefined ? null : <CorrelationKey {...part} message={declared} />}
    </>
  );
}

/** Of a message waited for it stands with the message; one that is sent says it itself. */
function CorrelationKey({ message, ...part }: Part & { readonly message: ModdleObject }): ReactNode {
  const { services, element } = part;
  const t = useText();
  const sends = /^bpmn:(IntermediateThrowEvent|EndEvent|SendTask)$/.test(element.type);
  const owner = { businessObject: sends ? element.businessObject : message };
  const type = sends ? 'thidua:Publish' : 'zeebe:Subscription';
  return (
    <TextField
      id="panel-correlation-key"
      label={t('trigger.correlationKey')}
      help={t('trigger.correlationHelp')}
      value={attributeOf(owner, type, 'correlationKey')}
      feel={part}
      onCommit={(key) => {
        setExtension(services, element, type, key === '' ? null : { correlationKey: key }, owner.businessObject);
      }}
    />
  );
}

const TIMES = ['timeDate', 'timeDuration', 'timeCycle'] as const;

function Timer({ holder, ...part }: HolderPart): ReactNode {
  const { services, element } = part;
  const t = useText();
  const written = TIMES.find((name) => holder.get(name) !== undefined);
  const [current, setCurrent] = useState<(typeof TIMES)[number]>(written ?? 'timeDuration');
  const write = (name: string, body: string): void => {
    const made = body === '' ? undefined : services.get('bpmnFactory').create('bpmn:FormalExpression', { body });
    const cleared = Object.fromEntries(TIMES.map((one) => [one, undefined]));
    services.get('modeling').updateModdleProperties(element, holder, { ...cleared, [name]: made });
  };
  const body = written === undefined ? '' : bodyOf(holder, written);
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor="panel-timer-kind">
          {t('trigger.timer')}
        </label>
        <Select
          id="panel-timer-kind"
          value={current}
          options={TIMES.map((value) => ({ value, label: t(`trigger.${value}`) }))}
          onChange={setCurrent}
        />
      </div>
      <TextField
        id="panel-timer"
        label={t(`trigger.${current}`)}
        help={t(`trigger.${current}Help`)}
        value={body}
        feel={part}
        onCommit={(next) => {
          write(current, next);
        }}
      />
    </>
  );
}

function Conditional({ holder, ...part }: HolderPart): ReactNode {
  const { services, element } = part;
  const t = useText();
  return (
    <TextField
      id="panel-event-condition"
      label={t('trigger.condition')}
      help={t('trigger.conditionHelp')}
      value={bodyOf(holder, 'condition')}
      feel={part}
      onCommit={(body) => {
        const made = body === '' ? undefined : services.get('bpmnFactory').create('bpmn:FormalExpression', { body });
        services.get('modeling').updateModdleProperties(element, holder, { condition: made });
      }}
    />
  );
}

function Link({ services, element, holder }: HolderPart): ReactNode {
  const t = useText();
  return holder.$type !== 'bpmn:LinkEventDefinition' ? null : (
    <TextField
      id="panel-link"
      label={t('trigger.link')}
      value={holder.name ?? ''}
      onCommit={(name) => {
        services.get('modeling').updateModdleProperties(element, holder, { name });
      }}
    />
  );
}

function textOf(object: ModdleObject, name: string): string {
  const value = object.get(name);
  return typeof value === 'string' ? value : '';
}

function bodyOf(object: ModdleObject, name: string): string {
  const expression = object.get(name) as (ModdleObject & { readonly body?: string }) | undefined; // a FormalExpression or absent
  return expression?.body ?? '';
}
