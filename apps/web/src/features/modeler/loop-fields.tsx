import type { ReactNode } from 'react';
import type { ModdleObject } from '../../bpmn/types';
import { useText } from '../../i18n/use-text';
import { TextField } from './committed';
import { attributeOf, setExtension } from './extension';
import type { Part } from './panel/part';

const ZEEBE = 'zeebe:LoopCharacteristics';

/** Over what a marked activity runs several times. */
export function LoopFields(part: Part): ReactNode {
  const { services, element } = part;
  const t = useText();
  const loop = element.businessObject.get('loopCharacteristics') as ModdleObject | undefined; // absent without a marker
  if (loop?.$type === 'bpmn:StandardLoopCharacteristics') {
    const condition = loop.get('loopCondition') as (ModdleObject & { readonly body?: string }) | undefined;
    return (
      <TextField
        id="panel-loop-condition"
        label={t('loop.condition')}
        help={t('trigger.conditionHelp')}
        value={condition?.body ?? ''}
        feel={part}
        onCommit={(body) => {
          const made = body === '' ? undefined : services.get('bpmnFactory').create('bpmn:FormalExpression', { body });
          services.get('modeling').updateModdleProperties(element, loop, { loopCondition: made });
        }}
      />
    );
  }
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') {
    return null;
  }
  const owner = { businessObject: loop };
  return ['inputCollection', 'inputElement'].map((name) => (
    <TextField
      key={name}
      id={`panel-loop-${name}`}
      label={t(`loop.${name}`)}
      value={attributeOf(owner, ZEEBE, name)}
      {...(name === 'inputCollection' ? { feel: part } : {})}
      onCommit={(next) => {
        setExtension(services, element, ZEEBE, { [name]: next === '' ? undefined : next }, loop);
      }}
    />
  ));
}
