import { useState, type ReactNode } from 'react';
import { Input, Select } from 'antd';
import type { PanelOffice } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { attributeOf, extensionOf, readGroup, setExtension, writeGroup } from '../extension';
import { Field, Group } from './field';
import { ROLES, type Part } from './part';

const ASSIGNMENT = 'zeebe:AssignmentDefinition';

/** Người thực hiện: a post of a body, who sits in it today, and whose hands it must not be. */
export function PerformerGroup(part: Part): ReactNode {
  const t = useText();
  const { element } = part;
  const assignee = attributeOf(element, ASSIGNMENT, 'assignee');
  const groups = attributeOf(element, ASSIGNMENT, 'candidateGroups');
  return (
    <Group title={t('panel.group.performer')}>
      {assignee === '' ? (
        <PostPicker key={groups} {...part} groups={groups} />
      ) : (
        <Field id="panel-assignee" label={t('panel.assignee')} help={t('panel.assigneeHelp')}>
          <Input id="panel-assignee" disabled value={assignee} />
        </Field>
      )}
      <FourEyes {...part} />
    </Group>
  );
}

/** Makes the post the performer; with null nobody is. */
export function givePost({ services, element }: Part, group: string | null): void {
  if (extensionOf(element, 'zeebe:UserTask') === undefined) {
    setExtension(services, element, 'zeebe:UserTask', {});
  }
  setExtension(services, element, ASSIGNMENT, group === null ? null : { candidateGroups: group });
}

function PostPicker({ groups, ...part }: Part & { readonly groups: string }): ReactNode {
  const t = useText();
  const { facts } = part;
  const group = readGroup(groups);
  const [office, setOffice] = useState(group?.office);
  const [role, setRole] = useState(group?.role);
  const place = facts?.offices.find((one) => one.variable === office);
  const choose = (nextOffice: string | undefined, nextRole: string | undefined): void => {
    setOffice(nextOffice);
    setRole(nextRole);
    if (nextOffice === undefined && nextRole === undefined) {
      givePost(part, null);
    } else if (nextOffice !== undefined && nextRole !== undefined) {
      givePost(part, writeGroup(nextOffice, nextRole));
    }
  };
  if (groups !== '' && group === null) {
    return <p className="help">{t('panel.severalPosts')}</p>;
  }
  return (
    <>
      <Field id="panel-office" label={t('panel.office')}>
        <Select
          id="panel-office"
          allowClear
          value={office}
          placeholder={t('panel.none')}
          options={officesFor(part).map((value) => ({
            value,
            label: t.or(`office.${value}`, t('panel.officeByVariable', { name: value })),
          }))}
          onChange={(next: string | undefined) => {
            choose(next, next === undefined ? undefined : role);
          }}
        />
      </Field>
      <Field id="panel-role" label={t('panel.role')}>
        <Select
          id="panel-role"
          allowClear
          value={role}
          placeholder={t('panel.none')}
          options={rolesFor(place, role).map((value) => ({ value, label: t.or(`role.${value}`, value) }))}
          onChange={(next: string | undefined) => {
            choose(next === undefined ? undefined : office, next);
          }}
        />
      </Field>
      {groups === '' ? (
        <p className="field-error">{t('panel.noPerformer')}</p>
      ) : (
        <WhoSits place={place} role={role} another={sharesPost(part)} />
      )}
    </>
  );
}

/** Bodies the province has, and those this diagram finds in variables of its own. */
function officesFor({ services, facts }: Part): readonly string[] {
  const tasks = services.get('elementRegistry').filter((one) => one.type === 'bpmn:UserTask');
  const used = tasks.flatMap((task) => readGroup(attributeOf(task, ASSIGNMENT, 'candidateGroups'))?.office ?? []);
  const there = facts?.offices.filter((one) => one.bodies > 0).map((one) => one.variable) ?? [];
  return [...new Set([...there, ...used])];
}

/** Posts somebody holds there come first. */
function rolesFor(place: PanelOffice | undefined, chosen: string | undefined): readonly string[] {
  const held = place?.posts.map((post) => post.role).filter((role) => role !== 'admin') ?? [];
  return [...new Set([...held, ...ROLES, ...(chosen === undefined ? [] : [chosen])])];
}

/** Who would get the task if it came up today. */
interface Seat {
  readonly place: PanelOffice | undefined;
  readonly role: string | undefined;
  /** It must be somebody else than in an earlier step of the same post. */
  readonly another: boolean;
}

function WhoSits({ place, role, another }: Seat): ReactNode {
  const t = useText();
  if (place === undefined || role === undefined) {
    return null;
  }
  const post = place.posts.find((one) => one.role === role);
  if (post === undefined) {
    return <p className="field-error">{t('panel.nobodySits', { count: place.bodies })}</p>;
  }
  const names = post.holders.map(({ person, org }) => `${person} (${org})`).join('; ');
  const empty = place.bodies - post.held;
  return (
    <>
      <p className="help">
        {t('panel.sits', { names })}
        {post.held > post.holders.length ? ` ${t('panel.sitsMore', { count: post.held - post.holders.length })}` : ''}.
        {empty > 0 ? ` ${t('panel.seatsEmpty', { count: empty })}` : ''}
      </p>
      {another && post.alone > 0 ? <p className="field-error">{t('panel.alone', { count: post.alone, bodies: place.bodies })}</p> : null}
    </>
  );
}

function fourEyesOf(element: Part['element']): readonly string[] {
  return attributeOf(element, 'thidua:FourEyes', 'tasks')
    .split(/\s+/)
    .filter((id) => id !== '');
}

/** A step whose doer may not act here is for the same post. */
function sharesPost({ services, element }: Part): boolean {
  const groups = attributeOf(element, ASSIGNMENT, 'candidateGroups');
  return fourEyesOf(element).some((id) => {
    const step = services.get('elementRegistry').get(id);
    return step !== undefined && attributeOf(step, ASSIGNMENT, 'candidateGroups') === groups;
  });
}

/** Kiểm tra chéo: persons who acted in these steps may not act here. */
function FourEyes({ services, element }: Part): ReactNode {
  const t = useText();
  const tasks = services.get('elementRegistry').filter((one) => one.type === 'bpmn:UserTask' && one.id !== element.id);
  const chosen = fourEyesOf(element);
  return (
    <Field id="panel-four-eyes" label={t('panel.fourEyes')} help={t('panel.fourEyesHelp')}>
      <Select
        id="panel-four-eyes"
        mode="multiple"
        value={chosen}
        placeholder={t('panel.fourEyesNone')}
        showSearch={{ optionFilterProp: 'label' }}
        options={tasks.map((task) => ({ value: task.id, label: task.businessObject.name ?? task.id }))}
        onChange={(next: readonly string[]) => {
          setExtension(services, element, 'thidua:FourEyes', next.length === 0 ? null : { tasks: next.join(' ') });
        }}
      />
    </Field>
  );
}
