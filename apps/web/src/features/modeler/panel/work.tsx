import type { ReactNode } from 'react';
import { Select } from 'antd';
import { useText } from '../../../i18n/use-text';
import { attributeOf, setExtension } from '../extension';
import { Field, Group } from './field';
import { kindOf, type Part } from './part';

/** What a system step does, and which process a call starts: chosen from what there is. */
export function WorkGroup(part: Part): ReactNode {
  const t = useText();
  switch (kindOf(part.element)) {
    case 'ServiceTask':
      return (
        <Group title={t('panel.group.work')}>
          <JobChoice {...part} />
        </Group>
      );
    case 'CallActivity':
      return (
        <Group title={t('panel.group.work')}>
          <CallChoice {...part} />
        </Group>
      );
    default:
      return null;
  }
}

function JobChoice({ services, element, facts }: Part): ReactNode {
  const t = useText();
  const current = attributeOf(element, 'zeebe:TaskDefinition', 'type');
  const known = [...new Set([...(facts?.jobTypes ?? []), current])].filter((type) => type !== '');
  return (
    <Field id="panel-job" label={t('work.TaskDefinition.type')}>
      <Select
        id="panel-job"
        showSearch={{ optionFilterProp: 'label' }}
        value={current === '' ? undefined : current}
        placeholder={t('panel.none')}
        options={known.map((value) => ({ value, label: t.or(`jobType.${value}`, value) }))}
        onChange={(type: string) => {
          setExtension(services, element, 'zeebe:TaskDefinition', { type });
        }}
      />
    </Field>
  );
}

/** The chosen process is pinned to its version in force where it has a tag: a later one changes no running approval. */
function CallChoice({ services, element, facts }: Part): ReactNode {
  const t = useText();
  const current = attributeOf(element, 'zeebe:CalledElement', 'processId');
  const known = facts?.callable ?? [];
  return (
    <Field id="panel-called" label={t('work.CalledElement.processId')}>
      <Select
        id="panel-called"
        showSearch={{ optionFilterProp: 'label' }}
        value={current === '' ? undefined : current}
        placeholder={t('panel.none')}
        options={known.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(processId: string) => {
          const tag = known.find((one) => one.key === processId)?.versionTag ?? null;
          setExtension(services, element, 'zeebe:CalledElement', {
            processId,
            bindingType: tag === null ? 'deployment' : 'versionTag',
            versionTag: tag ?? undefined,
          });
        }}
      />
    </Field>
  );
}
