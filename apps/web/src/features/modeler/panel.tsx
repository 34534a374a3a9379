import { useState, type ReactNode } from 'react';
import { Input, InputNumber, Select } from 'antd';
import type { DiagramElement, ModdleObject, Services } from '../../bpmn/types';
import { useText } from '../../i18n/use-text';
import { Committed } from './committed';
import { attributeOf, extensionOf, readGroup, setExtension, writeGroup } from './extension';
import { LoopFields } from './loop-fields';
import { TriggerFields } from './trigger-fields';
import { WorkFields } from './work-fields';

const OFFICES = ['unit', 'commune', 'department', 'province'];
const ROLES = [
  'clerk',
  'head',
  'board-chair',
  'appraiser',
  'council-secretary',
  'council-member',
  'chair',
  'deputy-chair',
  'director',
  'records-clerk',
];
const STEPS = [
  'launch',
  'review-meeting',
  'submission',
  'intake',
  'supplement',
  'appraisal',
  'council',
  'ballot',
  'decision',
  'sign',
  'numbering',
  'issue',
  'forward',
  'external',
  'notice',
  'consultation',
  'public-notice',
  'party-opinion',
  'cluster-vote',
  'revocation',
  'recovery',
  'correction',
  'payment',
];
const LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'];
const POWERS = ['decide', 'submit'];

interface Props {
  readonly services: Services;
  readonly element: DiagramElement;
  /** Changes with every command, so that undo shows here too. */
  readonly turn: number;
}

/** What can be set on the selected element, in Vietnamese; every change is a command that can be undone. */
export function Panel({ services, element, turn }: Props): ReactNode {
  const t = useText();
  const kind = element.type.replace('bpmn:', '');
  const shared = { services, element };
  return (
    <section className="panel" aria-label={t('panel.title')} key={`${element.id}/${String(turn)}`}>
      <h2>{t.or(`elementType.${kind}`, kind)}</h2>
      <p className="small muted">{element.id}</p>
      <NameField {...shared} />
      {kind === 'UserTask' ? (
        <>
          <Assignee {...shared} />
          <Deadline {...shared} />
          <FormChoice {...shared} />
          <Legal {...shared} />
        </>
      ) : null}
      <WorkFields {...shared} />
      <TriggerFields {...shared} />
      <LoopFields {...shared} />
      {kind === 'SequenceFlow' ? <Condition {...shared} /> : null}
      {kind === 'Lane' ? <LaneRole {...shared} /> : null}
    </section>
  );
}

type Part = Omit<Props, 'turn'>;

function NameField({ services, element }: Part): ReactNode {
  const t = useText();
  return (
    <div className="field">
      <label className="field-label" htmlFor="panel-name">
        {t('panel.name')}
      </label>
      <Committed
        id="panel-name"
        value={element.businessObject.name ?? ''}
        onCommit={(name) => {
          services.get('modeling').updateProperties(element, { name });
        }}
      />
    </div>
  );
}

function Assignee({ services, element }: Part): ReactNode {
  const t = useText();
  const groups = attributeOf(element, 'zeebe:AssignmentDefinition', 'candidateGroups');
  const assignee = attributeOf(element, 'zeebe:AssignmentDefinition', 'assignee');
  const group = readGroup(groups);
  const [office, setOffice] = useState(group?.office);
  const [role, setRole] = useState(group?.role);
  const write = (next: string): void => {
    if (extensionOf(element, 'zeebe:UserTask') === undefined) {
      setExtension(services, element, 'zeebe:UserTask', {});
    }
    setExtension(services, element, 'zeebe:AssignmentDefinition', next === '' ? null : { candidateGroups: next });
  };
  const choose = (nextOffice: string | undefined, nextRole: string | undefined): void => {
    setOffice(nextOffice);
    setRole(nextRole);
    if (nextOffice === undefined && nextRole === undefined) {
      write('');
    } else if (nextOffice !== undefined && nextRole !== undefined) {
      write(writeGroup(nextOffice, nextRole));
    }
  };
  if (assignee !== '') {
    return (
      <div className="field">
        <label className="field-label" htmlFor="panel-assignee">
          {t('panel.assignee')}
        </label>
        <Input id="panel-assignee" disabled value={assignee} />
        <p className="help">{t('panel.assigneeHelp')}</p>
      </div>
    );
  }
  return (
    <fieldset className="panel-group">
      <legend className="field-label">{t('panel.performer')}</legend>
      <label htmlFor="panel-office">{t('panel.office')}</label>
      <Select
        id="panel-office"
        allowClear
        value={office}
        placeholder={t('panel.none')}
        options={OFFICES.map((value) => ({ value, label: t(`office.${value}`) }))}
        onChange={(next: string | undefined) => {
          choose(next, next === undefined ? undefined : role);
        }}
      />
      <label htmlFor="panel-role">{t('panel.role')}</label>
      <Select
        id="panel-role"
        allowClear
        value={role}
        placeholder={t('panel.none')}
        options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(next: string | undefined) => {
          choose(next === undefined ? undefined : office, next);
        }}
      />
      {groups === '' ? <p className="field-error">{t('panel.noPerformer')}</p> : null}
      <details className="small" open={groups !== '' && group === null}>
        <summary>{t('panel.expression')}</summary>
        <label className="visually-hidden" htmlFor="panel-groups">
          {t('panel.expression')}
        </label>
        <Committed id="panel-groups" value={groups} onCommit={write} />
      </details>
    </fieldset>
  );
}

function Deadline({ services, element }: Part): ReactNode {
  const t = useText();
  const days = attributeOf(element, 'thidua:Deadline', 'workingDays');
  const row = attributeOf(element, 'thidua:Deadline', 'row');
  const set = (next: number | null): void => {
    setExtension(services, element, 'thidua:Deadline', next === null ? null : { workingDays: String(next) });
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor="panel-deadline">
        {t('panel.deadline')}
      </label>
      <InputNumber
        id="panel-deadline"
        min={1}
        max={250}
        precision={0}
        value={days === '' ? null : Number(days)}
        changeOnBlur
        onBlur={(event) => {
          const typed = event.target.value.trim();
          if (typed !== days) {
            set(typed === '' ? null : Number(typed));
          }
        }}
        onStep={(next) => {
          set(next);
        }}
      />
      <p className="help">{row === '' ? t('panel.deadlineHelp') : t('panel.deadlineRow', { row })}</p>
    </div>
  );
}

function FormChoice({ services, element }: Part): ReactNode {
  const t = useText();
  const current = attributeOf(element, 'zeebe:FormDefinition', 'formId');
  const tasks = services.get('elementRegistry').filter((other) => other.type === 'bpmn:UserTask');
  const known = [...new Set([current, ...tasks.map((task) => attributeOf(task, 'zeebe:FormDefinition', 'formId'))])]
    .filter((id) => id !== '')
    .sort();
  return (
    <div className="field">
      <label className="field-label" htmlFor="panel-form">
        {t('panel.form')}
      </label>
      <Select
        id="panel-form"
        allowClear
        value={current === '' ? undefined : current}
        placeholder={t('panel.noForm')}
        options={known.map((value) => ({ value, label: t.or(`formName.${value}`, value) }))}
        onChange={(next: string | undefined) => {
          setExtension(services, element, 'zeebe:FormDefinition', next === undefined ? null : { formId: next });
        }}
      />
    </div>
  );
}

function Legal({ services, element }: Part): ReactNode {
  const t = useText();
  const set = (type: string, name: string) => (next: string | undefined) => {
    setExtension(services, element, type, next === undefined && type === 'thidua:Step' ? null : { [name]: next });
  };
  const choice = (type: string, name: string, label: string, options: readonly { value: string; label: string }[]): ReactNode => {
    const value = attributeOf(element, type, name);
    const id = `panel-${type.replace(':', '-')}-${name}`;
    return (
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <Select
          id={id}
          allowClear
          value={value === '' ? undefined : value}
          placeholder={t('panel.none')}
          options={[...options]}
          onChange={set(type, name)}
        />
      </div>
    );
  };
  return (
    <>
      {choice(
        'thidua:Step',
        'kind',
        t('panel.step'),
        STEPS.map((value) => ({ value, label: t(`stepKind.${value}`) })),
      )}
      <details>
        <summary>{t('panel.authority')}</summary>
        {choice(
          'thidua:Authority',
          'level',
          t('panel.level'),
          LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
        )}
        {choice(
          'thidua:Authority',
          'role',
          t('panel.role'),
          ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
        )}
        {choice(
          'thidua:Authority',
          'power',
          t('panel.power'),
          POWERS.map((value) => ({ value, label: t(`power.${value}`) })),
        )}
        <AttributeField services={services} element={element} type="thidua:Document" name="kinds" label={t('panel.documents')} />
      </details>
    </>
  );
}

interface AttributeProps extends Part {
  readonly type: string;
  readonly name: string;
  readonly label: string;
}

function AttributeField({ services, element, type, name, label }: AttributeProps): ReactNode {
  const id = `panel-${type.replace(':', '-')}-${name}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Committed
        id={id}
        value={attributeOf(element, type, name)}
        onCommit={(next) => {
          setExtension(services, element, type, next === '' ? null : { [name]: next });
        }}
      />
    </div>
  );
}

function Condition({ services, element }: Part): ReactNode {
  const t = useText();
  // Untyped by moddle: a flow's conditionExpression is a FormalExpression with a body, or absent.
  const expression = element.businessObject.get('conditionExpression') as (ModdleObject & { readonly body?: string }) | undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor="panel-condition">
        {t('panel.condition')}
      </label>
      <Committed
        id="panel-condition"
        value={expression?.body ?? ''}
        onCommit={(body) => {
          const made = body === '' ? undefined : services.get('bpmnFactory').create('bpmn:FormalExpression', { body });
          services.get('modeling').updateProperties(element, { conditionExpression: made });
        }}
      />
      <p className="help">{t('panel.conditionHelp')}</p>
    </div>
  );
}

function LaneRole({ services, element }: Part): ReactNode {
  const t = useText();
  const value = element.businessObject.get('thidua:role');
  return (
    <div className="field">
      <label className="field-label" htmlFor="panel-lane-role">
        {t('panel.role')}
      </label>
      <Select
        id="panel-lane-role"
        value={typeof value === 'string' ? value : undefined}
        options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(role: string) => {
          services.get('modeling').updateProperties(element, { 'thidua:role': role });
        }}
      />
    </div>
  );
}
