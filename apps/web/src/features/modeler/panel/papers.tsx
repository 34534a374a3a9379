import type { ReactNode } from 'react';
import { Select } from 'antd';
import type { DiagramElement, ModdleObject, Services } from '../../../bpmn/types';
import { useText } from '../../../i18n/use-text';
import { attributeOf, extensionOf, setExtension } from '../extension';
import { Field, Group } from './field';
import { kindOf, type Part } from './part';

const HEADERS = 'zeebe:TaskHeaders';
/** Jobs that make or issue the papers their header names. */
const PAPER_JOBS: readonly string[] = ['make-papers', 'issue-papers'];

/** Biểu mẫu và văn bản: the form of a step, and the papers it brings about. */
export function PapersGroup(part: Part): ReactNode {
  const t = useText();
  const { element } = part;
  const isTask = kindOf(element) === 'UserTask';
  const makes = PAPER_JOBS.includes(attributeOf(element, 'zeebe:TaskDefinition', 'type'));
  return isTask || makes ? (
    <Group title={t('panel.group.papers')}>
      {isTask ? <FormChoice {...part} /> : null}
      <Papers {...part} makes={makes} />
    </Group>
  ) : null;
}

function FormChoice({ services, element, facts }: Part): ReactNode {
  const t = useText();
  const current = attributeOf(element, 'zeebe:FormDefinition', 'formId');
  const known = [...new Set([...(facts?.forms.map((form) => form.id) ?? []), current])].filter((id) => id !== '').sort();
  return (
    <Field id="panel-form" label={t('panel.form')}>
      <Select
        id="panel-form"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={current === '' ? undefined : current}
        placeholder={t('panel.noForm')}
        options={known.map((value) => ({ value, label: t.or(`formName.${value}`, value) }))}
        onChange={(next: string | undefined) => {
          setExtension(services, element, 'zeebe:FormDefinition', next === undefined ? null : { formId: next });
        }}
      />
    </Field>
  );
}

function Papers({ services, element, facts, makes }: Part & { readonly makes: boolean }): ReactNode {
  const t = useText();
  const written = makes ? headerOf(element, 'kinds') : attributeOf(element, 'thidua:Document', 'kinds');
  const kinds = written.split(/\s+/).filter((kind) => kind !== '');
  const known = new Map(facts?.papers.map(({ kind, title }) => [kind, title]));
  return (
    <Field id="panel-papers" label={t(makes ? 'panel.papersMade' : 'panel.documents')}>
      <Select
        id="panel-papers"
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        value={kinds}
        placeholder={t('panel.noPapers')}
        options={[...new Set([...kinds, ...known.keys()])].map((kind) => ({ value: kind, label: known.get(kind) ?? kind }))}
        onChange={(next: readonly string[]) => {
          const words = next.join(' ');
          setExtension(services, element, 'thidua:Document', words === '' ? null : { kinds: words });
          if (makes) {
            setHeader(services, element, 'kinds', words);
          }
        }}
      />
    </Field>
  );
}

function headersOf(element: DiagramElement): readonly ModdleObject[] {
  return extensionOf(element, HEADERS)?.values ?? [];
}

function headerOf(element: DiagramElement, key: string): string {
  const value = headersOf(element)
    .find((header) => header.get('key') === key)
    ?.get('value');
  return typeof value === 'string' ? value : '';
}

function setHeader(services: Services, element: DiagramElement, key: string, value: string): void {
  const found = headersOf(element).find((header) => header.get('key') === key);
  if (found !== undefined) {
    services.get('modeling').updateModdleProperties(element, found, { value });
    return;
  }
  setExtension(services, element, HEADERS, {});
  const holder = extensionOf(element, HEADERS);
  if (holder !== undefined) {
    const made = services.get('bpmnFactory').create('zeebe:Header', { key, value });
    Object.assign(made, { $parent: holder });
    services.get('modeling').updateModdleProperties(element, holder, { values: [...headersOf(element), made] });
  }
}
