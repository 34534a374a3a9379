import { useState, type ReactNode } from 'react';
import { Button, Input, Radio, Select } from 'antd';
import { LARGEST_UPLOAD, type SigningPlace } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { FileField } from '../../pieces/file-field';

interface Props {
  readonly place: SigningPlace;
  readonly remoteSigners: readonly string[];
  readonly onClose: () => void;
}

/** A .p12 with its passphrase, or a credential of a signing service the house has allowed. */
export function CredentialDialog({ place, remoteSigners, onClose }: Props): ReactNode {
  const t = useText();
  const upload = useAct('uploadP12');
  const remote = useAct('keepRemoteCredential');
  const [driver, setDriver] = useState<'p12' | 'remote'>('p12');
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState({ passphrase: '', url: remoteSigners[0] ?? '', credentialId: '', token: '' });
  const { ownerKind, ownerId } = place;
  const set = (key: keyof typeof text, value: string): void => {
    setText({ ...text, [key]: value });
  };
  const save = (): void => {
    if (driver === 'p12' && file !== null) {
      upload.mutate({ body: { ownerKind, ownerId, passphrase: text.passphrase }, file }, { onSuccess: onClose });
    } else if (driver === 'remote') {
      const { url, credentialId, token } = text;
      remote.mutate({ body: { ownerKind, ownerId, url, credentialId, ...(token === '' ? {} : { token }) } }, { onSuccess: onClose });
    }
  };
  return (
    <Dialog
      title={t('signing.dialog', { place: ownerKind === 'org' ? place.orgName : place.title })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            loading={upload.isPending || remote.isPending}
            disabled={driver === 'p12' ? file === null : text.credentialId.trim() === ''}
            onClick={save}
          >
            {t('signing.save')}
          </Button>
        </>
      }
    >
      {remoteSigners.length === 0 ? null : (
        <Radio.Group
          value={driver}
          onChange={(event) => {
            setDriver(event.target.value === 'remote' ? 'remote' : 'p12');
          }}
        >
          <Radio value="p12">{t('signing.driver.p12')}</Radio>
          <Radio value="remote">{t('signing.driver.remote')}</Radio>
        </Radio.Group>
      )}
      <div className="task-form">
        {driver === 'p12' ? (
          <>
            <FileField
              id="p12-file"
              label={t('signing.file')}
              rule={{ endings: ['p12', 'pfx'], says: '.p12, .pfx', largest: LARGEST_UPLOAD }}
              file={file}
              onChange={setFile}
            />
            <div className="field">
              <label className="field-label" htmlFor="p12-passphrase">
                {t('signing.passphrase')}
              </label>
              <Input.Password
                id="p12-passphrase"
                autoComplete="off"
                value={text.passphrase}
                onChange={(event) => {
                  set('passphrase', event.target.value);
                }}
              />
              <p className="small muted">{t('signing.sealed')}</p>
            </div>
          </>
        ) : (
          <>
            <div className="field">
              <label className="field-label" htmlFor="remote-url">
                {t('signing.service')}
              </label>
              <Select
                id="remote-url"
                value={text.url}
                options={remoteSigners.map((value) => ({ value, label: value }))}
                onChange={(value) => {
                  set('url', value);
                }}
              />
            </div>
            {(['credentialId', 'token'] as const).map((key) => (
              <div key={key} className="field">
                <label className="field-label" htmlFor={`remote-${key}`}>
                  {t(`signing.${key}`)}
                </label>
                <Input
                  id={`remote-${key}`}
                  autoComplete="off"
                  value={text[key]}
                  onChange={(event) => {
                    set(key, event.target.value);
                  }}
                />
              </div>
            ))}
          </>
        )}
      </div>
      <ErrorNote error={upload.error ?? remote.error} />
    </Dialog>
  );
}
