import { useState, type ReactNode } from 'react';
import { Select } from 'antd';
import { useText } from '../../../i18n/use-text';
import { attributeOf, setExtension } from '../extension';
import { LoopFields } from '../loop-fields';
import { TriggerFields } from '../trigger-fields';
import { WorkFields } from '../work-fields';
import { bodyOf, readCondition } from './condition';
import { giveCondition } from './condition-fields';
import { FeelField } from './feel-field';
import { Field } from './field';
import { kindOf, LEVELS, ROLES, type Part } from './part';
import { givePost } from './performer';

const ASSIGNMENT = 'zeebe:AssignmentDefinition';

/** Nâng cao: expressions, with the names that exist at this place; and what only diagrams with a different idea need. */
export function Advanced(part: Part): ReactNode {
  const t = useText();
  const { element } = part;
  const kind = kindOf(element);
  const [open, setOpen] = useState(() => startsOpen(part));
  if (kind === 'Lane' || kind === 'Participant' || kind === 'Process' || kind === 'Collaboration') {
    return null;
  }
  return (
    <details
      className="panel-advanced"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('panel.advanced')}</summary>
      {open ? (
        <>
          {kind === 'UserTask' ? <Expressions {...part} /> : null}
          {kind === 'SequenceFlow' ? <Condition {...part} /> : null}
          <WorkFields {...part} />
          <TriggerFields {...part} />
          <LoopFields {...part} />
        </>
      ) : null}
    </details>
  );
}

/** Where there is nothing else to set, or nothing else says who does it, it lies open. */
function startsOpen({ element }: Part): boolean {
  const kind = kindOf(element);
  return kind === 'SequenceFlow' ? bodyOf(element) !== '' && readCondition(bodyOf(element)) === null : kind !== 'UserTask';
}

function Expressions(part: Part): ReactNode {
  const t = useText();
  const { services, element } = part;
  const assignee = attributeOf(element, ASSIGNMENT, 'assignee');
  return (
    <>
      {assignee === '' ? (
        <FeelField
          {...part}
          id="panel-groups"
          label={t('panel.expression')}
          value={attributeOf(element, ASSIGNMENT, 'candidateGroups')}
          onCommit={(next) => {
            givePost(part, next === '' ? null : next);
          }}
        />
      ) : (
        <FeelField
          {...part}
          id="panel-assignee-expression"
          label={t('panel.assigneeExpression')}
          value={assignee}
          onCommit={(next) => {
            setExtension(services, element, ASSIGNMENT, next === '' ? null : { assignee: next });
          }}
        />
      )}
      <ByHand {...part} name="level" values={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))} label={t('panel.level')} />
      <ByHand
        {...part}
        name="role"
        values={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        label={t('panel.authorityRole')}
      />
    </>
  );
}

interface ByHandProps extends Part {
  readonly name: 'level' | 'role';
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

function ByHand({ services, element, name, label, values }: ByHandProps): ReactNode {
  const t = useText();
  const value = attributeOf(element, 'thidua:Authority', name);
  const id = `panel-authority-${name}`;
  return (
    <Field id={id} label={label}>
      <Select
        id={id}
        allowClear
        value={value === '' ? undefined : value}
        placeholder={t('panel.none')}
        options={[...values]}
        onChange={(next: string | undefined) => {
          setExtension(services, element, 'thidua:Authority', { [name]: next });
        }}
      />
    </Field>
  );
}

function Condition(part: Part): ReactNode {
  const t = useText();
  return (
    <FeelField
      {...part}
      id="panel-condition"
      label={t('panel.condition')}
      help={t('panel.conditionHelp')}
      value={bodyOf(part.element)}
      onCommit={(body) => {
        giveCondition(part, body);
      }}
    />
  );
}
