import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useText } from '../../i18n/use-text';
import { TextField } from './committed';
import { attributeOf, setExtension } from './extension';
import type { Part } from './panel/part';

/** Attributes of one extension element that a kind of task cannot run without. */
const FIELDS: Readonly<Record<string, { readonly type: string; readonly names: readonly string[] }>> = {
  ScriptTask: { type: 'zeebe:Script', names: ['expression', 'resultVariable'] },
  BusinessRuleTask: { type: 'zeebe:CalledDecision', names: ['decisionId', 'resultVariable'] },
};

export function WorkFields(part: Part): ReactNode {
  const { services, element } = part;
  const t = useText();
  const fields = FIELDS[element.type.replace('bpmn:', '')];
  if (fields === undefined) {
    return null;
  }
  const { type, names } = fields;
  return (
    <>
      {names.map((name) => (
        <TextField
          key={name}
          id={`panel-${type.replace(':', '-')}-${name}`}
          label={t(`work.${type.replace('zeebe:', '')}.${name}`)}
          value={attributeOf(element, type, name)}
          {...(name === 'expression' ? { feel: part } : {})}
          onCommit={(next) => {
            const rest = names.some((other) => other !== name && attributeOf(element, type, other) !== '');
            setExtension(services, element, type, next === '' && !rest ? null : { [name]: next === '' ? undefined : next });
          }}
        />
      ))}
      <ForeignScript {...part} />
    </>
  );
}

/** A script in another language, left by an import: shown, and taken out by one press. */
function ForeignScript({ services, element }: Part): ReactNode {
  const t = useText();
  const script = element.type === 'bpmn:ScriptTask' ? element.businessObject.get('script') : undefined;
  return typeof script !== 'string' ? null : (
    <div className="field">
      <p className="field-label">{t('work.foreignScript')}</p>
      <code className="mark-value">{script}</code>
      <Button
        size="small"
        onClick={() => {
          services.get('modeling').updateProperties(element, { script: undefined, scriptFormat: undefined });
        }}
      >
        {t('work.dropScript')}
      </Button>
    </div>
  );
}
