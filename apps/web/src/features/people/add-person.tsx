import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Select } from 'antd';
import type { OrganisationSummary, PostRole } from '@thidua/contract';
import { ApiError } from '../../api/api-error';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { BodyPicker, DayInput, Field, RolePicker, TextInput } from './fields';

interface Props {
  readonly bodies: readonly OrganisationSummary[];
  readonly onClose: () => void;
}

/** A person with a first post. */
export function AddPerson({ bodies, onClose }: Props): ReactNode {
  const t = useText();
  const add = useAct('addPerson');
  const [fullName, setName] = useState('');
  const [born, setBorn] = useState('');
  const [gender, setGender] = useState<'nam' | 'nu' | null>(null);
  const [namesake, setNamesake] = useState(false);
  const [post, setPost] = useState<Post>({ orgId: null, role: null, title: '', from: '' });
  const known = add.error instanceof ApiError && add.error.code === 'person-known';
  const complete = fullName.trim().length >= 2 && postOf(post) !== null;
  const send = (): void => {
    const first = postOf(post);
    const about = { ...(born === '' ? {} : { born }), ...(gender === null ? {} : { gender }), ...(namesake ? { namesake } : {}) };
    add.mutate({ body: { fullName: fullName.trim(), ...about, ...(first === null ? {} : { post: first }) } }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t('staff.add')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button type="primary" disabled={!complete} loading={add.isPending} onClick={send}>
            {t('staff.add')}
          </Button>
        </>
      }
    >
      <div className="keep-form">
        <TextInput id="person-name" label={t('staff.field.name')} value={fullName} most={120} onChange={setName} wide />
        <DayInput id="person-born" label={t('staff.field.born')} value={born} onChange={setBorn} />
        <Field id="person-gender" label={t('staff.field.gender')}>
          <Select
            id="person-gender"
            value={gender}
            allowClear
            options={(['nam', 'nu'] as const).map((one) => ({ value: one, label: t(`staff.gender.${one}`) }))}
            onChange={(next: 'nam' | 'nu' | undefined) => {
              setGender(next ?? null);
            }}
          />
        </Field>
        <PostFields bodies={bodies} post={post} onChange={setPost} />
      </div>
      {known ? (
        <Checkbox
          checked={namesake}
          onChange={(event) => {
            setNamesake(event.target.checked);
          }}
        >
          {t('staff.namesake')}
        </Checkbox>
      ) : null}
      <ErrorNote error={add.error} />
    </Dialog>
  );
}

export interface Post {
  readonly orgId: string | null;
  readonly role: PostRole | null;
  readonly title: string;
  readonly from: string;
}

/** Null while something is missing. */
export function postOf({ orgId, role, title, from }: Post): { orgId: string; role: PostRole; title: string; from: string } | null {
  return orgId === null || role === null || title.trim().length < 2 || from === '' ? null : { orgId, role, title: title.trim(), from };
}

interface PostProps {
  readonly bodies: readonly OrganisationSummary[];
  readonly post: Post;
  readonly onChange: (post: Post) => void;
}

export function PostFields({ bodies, post, onChange }: PostProps): ReactNode {
  const t = useText();
  return (
    <>
      <BodyPicker
        id="post-org"
        label={t('staff.field.org')}
        bodies={bodies}
        value={post.orgId}
        wide
        onChange={(orgId) => {
          onChange({ ...post, orgId });
        }}
      />
      <TextInput
        id="post-title"
        label={t('staff.field.title')}
        value={post.title}
        most={160}
        onChange={(title) => {
          onChange({ ...post, title });
        }}
      />
      <RolePicker
        id="post-role"
        label={t('staff.field.role')}
        value={post.role}
        onChange={(role) => {
          onChange({ ...post, role });
        }}
      />
      <DayInput
        id="post-from"
        label={t('staff.field.from')}
        value={post.from}
        onChange={(from) => {
          onChange({ ...post, from });
        }}
      />
    </>
  );
}
