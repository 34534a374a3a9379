import { useRef, useState, type ReactNode } from 'react';
import { CheckCircleOutlined, CloseCircleOutlined, PictureOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { CredentialView, SigningPlace } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { CredentialDialog } from './credential-dialog';

const TONE = { valid: 'calm', expiring: 'amber', expired: 'red', 'not-yet': 'amber', 'other-holder': 'red' } as const;

/** One post or one seal: its certificate until when, its picture, and what may be done about them. */
export function PlaceCard({
  place,
  remoteSigners,
}: {
  readonly place: SigningPlace;
  readonly remoteSigners: readonly string[];
}): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const isSeal = place.ownerKind === 'org';
  return (
    <article className="signing-place" aria-label={`${place.title}, ${place.holderName ?? place.orgName}`}>
      <h3>{isSeal ? t('signing.seal', { org: place.orgName }) : place.title}</h3>
      {isSeal ? null : (
        <p className="small muted">
          {place.holderName}, {place.orgName}
        </p>
      )}
      {place.credential === null ? (
        <p className="note note-amber small">{t('signing.missing')}</p>
      ) : (
        <Credential credential={place.credential} />
      )}
      <Picture place={place} />
      <Button
        size="small"
        icon={<UploadOutlined aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(place.credential === null ? 'signing.add' : 'signing.replace')}
      </Button>
      {asking ? (
        <CredentialDialog
          place={place}
          remoteSigners={remoteSigners}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </article>
  );
}

function Credential({ credential }: { readonly credential: CredentialView }): ReactNode {
  const t = useText();
  const trial = useAct('tryCredential');
  const revoke = useAct('revokeCredential');
  const [asking, setAsking] = useState(false);
  const { id, holder, issuer, validFrom, validTo, state, driver } = credential;
  return (
    <>
      <dl className="facts small">
        <dt>{t('signing.holder')}</dt>
        <dd>{holder}</dd>
        <dt>{t('signing.issuer')}</dt>
        <dd>{issuer}</dd>
        <dt>{t('signing.validity')}</dt>
        <dd>
          {t('signing.fromTo', { from: dayText(validFrom), to: dayText(validTo) })}{' '}
          <span className={`tag tag-${TONE[state]}`}>{t(`signing.state.${state}`)}</span>
        </dd>
        <dt>{t('signing.where')}</dt>
        <dd>{t(`signing.driver.${driver}`)}</dd>
      </dl>
      <div className="bar-buttons">
        <Button
          size="small"
          loading={trial.isPending}
          onClick={() => {
            trial.mutate({ params: { id } });
          }}
        >
          {t('signing.try')}
        </Button>
        <Button
          size="small"
          danger
          loading={revoke.isPending}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('signing.revoke')}
        </Button>
      </div>
      {asking ? (
        <Dialog
          title={t('signing.revokeOf', { holder })}
          onClose={() => {
            setAsking(false);
          }}
          foot={
            <>
              <Button
                onClick={() => {
                  setAsking(false);
                }}
              >
                {t('action.close')}
              </Button>
              <Button
                danger
                type="primary"
                onClick={() => {
                  setAsking(false);
                  revoke.mutate({ params: { id } });
                }}
              >
                {t('signing.revoke')}
              </Button>
            </>
          }
        >
          <p>{t('signing.revokeHelp')}</p>
        </Dialog>
      ) : null}
      {trial.data === undefined ? null : (
        <p role="status" className={`small ${trial.data.works ? 'signature-good' : 'signature-bad'}`}>
          {trial.data.works ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}{' '}
          {trial.data.works
            ? t('signing.works')
            : t('signing.fails', { problem: t.or(`error.${trial.data.problem ?? ''}.what`, trial.data.problem ?? '') })}
        </p>
      )}
      <ErrorNote error={trial.error ?? revoke.error} />
    </>
  );
}

function Picture({ place }: { readonly place: SigningPlace }): ReactNode {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const keep = useAct('keepSignatureImage');
  const { ownerKind, ownerId, image, hasImage } = place;
  const label = t(ownerKind === 'org' ? 'signing.sealImage' : 'signing.ownImage');
  return (
    <div className="signing-picture">
      {image === null ? (
        <span className="small muted">{t(hasImage ? 'signing.hasImage' : 'signing.noImage')}</span>
      ) : (
        <img src={image} alt={label} />
      )}
      <input
        ref={input}
        type="file"
        accept="image/png"
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) {
            keep.mutate({ body: { ownerKind, ownerId }, file });
          }
          event.target.value = '';
        }}
      />
      <Button size="small" icon={<PictureOutlined aria-hidden />} loading={keep.isPending} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <ErrorNote error={keep.error} />
    </div>
  );
}
