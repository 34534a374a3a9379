import type { ReactNode } from 'react';
import { Select } from 'antd';
import type { PanelFacts } from '@thidua/contract';
import type { DiagramElement, Services } from '../../../bpmn/types';
import { useText } from '../../../i18n/use-text';
import { TextField } from '../committed';
import { Advanced } from './advanced';
import { AddSteps } from './add-steps';
import { AuthorityGroup } from './authority';
import { ConditionGroup } from './condition-fields';
import { Field } from './field';
import { LimitGroup } from './limit';
import { PapersGroup } from './papers';
import { kindOf, ROLES, type Part } from './part';
import { PerformerGroup } from './performer';
import { WorkGroup } from './work';

interface Props {
  readonly services: Services;
  readonly element: DiagramElement;
  readonly facts: PanelFacts | undefined;
}

/** What can be set on the selected element, in Vietnamese and in four groups; every change is a command that can be undone. */
export function Panel({ services, element, facts }: Props): ReactNode {
  const t = useText();
  const kind = kindOf(element);
  const part: Part = { services, element, facts };
  return (
    <section className="panel" aria-label={t('panel.title')}>
      <div className="panel-head">
        <h2>{t.or(`elementType.${kind}`, kind)}</h2>
        <span className="small muted">{element.id}</span>
      </div>
      <TextField
        id="panel-name"
        label={t('panel.name')}
        value={element.businessObject.name ?? ''}
        onCommit={(name) => {
          services.get('modeling').updateProperties(element, { name });
        }}
      />
      <AddSteps {...part} />
      {kind === 'UserTask' ? (
        <>
          <PerformerGroup {...part} />
          <LimitGroup {...part} />
          <AuthorityGroup {...part} />
        </>
      ) : null}
      <ConditionGroup {...part} />
      <WorkGroup {...part} />
      <PapersGroup {...part} />
      {kind === 'Lane' ? <LaneRole {...part} /> : null}
      <Advanced {...part} />
    </section>
  );
}

function LaneRole({ services, element }: Part): ReactNode {
  const t = useText();
  const value = element.businessObject.get('thidua:role');
  return (
    <Field id="panel-lane-role" label={t('panel.role')}>
      <Select
        id="panel-lane-role"
        value={typeof value === 'string' ? value : undefined}
        options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(role: string) => {
          services.get('modeling').updateProperties(element, { 'thidua:role': role });
        }}
      />
    </Field>
  );
}
