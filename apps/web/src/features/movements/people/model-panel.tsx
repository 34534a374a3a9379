import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ModelView } from '@thidua/contract';
import { addressOf } from '../../../api/client';
import { useAct, useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { ReasonDialog } from '../../../pieces/reason-dialog';
import { UploadField } from '../../../pieces/upload-field';
import type { WorkPanelProps } from '../panel-props';
import { ConsentSection } from './consent-section';
import { ModelForm } from './model-form';
import { ModelTag } from './model-tag';
import { NominateSection } from './nominate-section';
import { PublicationTable } from './publication-table';

/** A model of the movement: what it did, its picture, its consent, what was decided, where it was published. */
export function ModelPanel({ work, onChanged }: WorkPanelProps): ReactNode {
  const read = useRead('movementModel', { params: { id: work.id } }, { every: 15_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const model = read.data;
  return (
    <>
      <Decision model={model} />
      {model.may.write ? <ModelForm key={model.version} model={model} /> : <ModelFacts model={model} />}
      <Photo model={model} />
      <ConsentSection model={model} />
      <PublicationTable model={model} />
      {model.may.nominate ? <NominateSection model={model} /> : null}
      {model.may.write ? <TakeBack model={model} onDone={onChanged} /> : null}
    </>
  );
}

function Decision({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  return (
    <p>
      <ModelTag state={model.state} />
      {model.reason === null || model.decidedOn === null
        ? null
        : ` ${t('movements.people.decided', { day: dayText(model.decidedOn), reason: model.reason })}`}
      {model.dossierId === null ? null : (
        <>
          {' '}
          <Link to="/ho-so/$id" params={{ id: model.dossierId }}>
            {t('movements.people.nominated')}
          </Link>
        </>
      )}
    </p>
  );
}

export function ModelFacts({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  const lines = (text: string): ReactNode => (text === '' ? '' : <span className="prose">{text}</span>);
  return (
    <dl className="facts">
      <dt>{t(`movements.people.kindOf.${model.kind}`)}</dt>
      <dd>{[model.name, model.title].filter((part) => part !== '').join(', ')}</dd>
      {model.audience === null ? null : (
        <>
          <dt>{t('movements.people.audience')}</dt>
          <dd>{t(`movements.people.audienceOf.${model.audience}`)}</dd>
        </>
      )}
      <dt>{t('movements.people.deeds')}</dt>
      <dd>{lines(model.deeds)}</dd>
      <dt>{t('movements.people.results')}</dt>
      <dd>{lines(model.results)}</dd>
      {model.spread === '' ? null : (
        <>
          <dt>{t('movements.people.spread')}</dt>
          <dd>{lines(model.spread)}</dd>
        </>
      )}
    </dl>
  );
}

function Photo({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  return model.hasPhoto || model.may.write ? (
    <section className="section" aria-label={t('movements.people.photo')}>
      <h2>{t('movements.people.photo')}</h2>
      {model.hasPhoto ? (
        <img
          className="people-photo"
          alt={t('movements.people.photoOf', { name: model.name })}
          src={`${addressOf('modelPhoto', { id: model.id })}?v=${String(model.version)}`}
        />
      ) : null}
      {model.may.write ? (
        <UploadField
          id="model-photo"
          label={t('movements.people.photoUpload')}
          rule="model-photo"
          route="uploadModelPhoto"
          input={{ params: { id: model.id } }}
        />
      ) : null}
    </section>
  ) : null;
}

function TakeBack({ model, onDone }: { readonly model: ModelView; readonly onDone: () => void }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const back = useAct('takeModelBack');
  return (
    <p>
      <Button
        danger
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('movements.people.takeBack')}
      </Button>
      {open ? (
        <ReasonDialog
          title={t('movements.people.takeBackOf', { name: model.name })}
          verb={t('movements.people.takeBack')}
          label={t('movements.people.reason')}
          danger
          pending={back.isPending}
          error={back.error}
          onClose={() => {
            setOpen(false);
          }}
          onDo={(reason) => {
            back.mutate(
              { params: { id: model.id }, body: { reason } },
              {
                onSuccess: () => {
                  setOpen(false);
                  onDone();
                },
              },
            );
          }}
        />
      ) : null}
    </p>
  );
}
