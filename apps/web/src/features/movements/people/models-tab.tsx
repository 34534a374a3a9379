import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ModelList } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { EmptyState } from '../../../pieces/empty-state';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { WhyDisabled } from '../../../pieces/why-disabled';
import type { MovementTabProps } from '../tab-props';
import { ChoiceLine, TextLine } from './fields';
import { ModelTag } from './model-tag';

/** Điển hình tiên tiến: who was introduced, chosen and published, and the way to introduce another. */
export function ModelsTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const read = useRead('movementModels', { params: { id: movement.id } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { models, totals, bodies } = read.data;
  return (
    <>
      <p className="people-figures">
        {(['introduced', 'selected', 'published', 'publications'] as const).map((name) => (
          <span key={name}>{t(`movements.people.count.${name}`, { count: totals[name] })}</span>
        ))}
      </p>
      {models.length === 0 ? <EmptyState text={t('movements.people.noModels')} /> : <ModelTable models={models} />}
      {bodies.length === 0 ? null : open ? (
        <IntroduceForm movementId={movement.id} bodies={bodies} />
      ) : (
        <p>
          <Button
            type="primary"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('movements.people.introduce')}
          </Button>
        </p>
      )}
    </>
  );
}

function ModelTable({ models }: { readonly models: ModelList['models'] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['model', 'org', 'state', 'consent', 'publications'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.people.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id}>
              <td>
                <Link to="/phong-trao/viec/$id" params={{ id: model.id }}>
                  {model.name}
                </Link>
                <div className="small muted">{model.title}</div>
              </td>
              <td>{model.orgName}</td>
              <td>
                <ModelTag state={model.state} />
              </td>
              <td>{t(model.consents ? 'movements.people.consentYes' : 'movements.people.consentNo')}</td>
              <td className="number">{model.publications}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IntroduceForm({ movementId, bodies }: { readonly movementId: string; readonly bodies: ModelList['bodies'] }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const introduce = useAct('introduceModel');
  const [orgId, setOrgId] = useState(bodies[0]?.orgId ?? '');
  const [kind, setKind] = useState<'individual' | 'collective' | 'household'>('individual');
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const short = Array.from(name.trim()).length < 2;
  return (
    <section className="section" aria-label={t('movements.people.introduce')}>
      <h2>{t('movements.people.introduce')}</h2>
      <div className="people-form">
        <ChoiceLine
          id="model-org"
          label={t('movements.people.introducer')}
          value={orgId}
          onChange={setOrgId}
          options={bodies.map((body) => ({ value: body.orgId, label: body.orgName }))}
        />
        <ChoiceLine
          id="model-kind"
          label={t('movements.people.kind')}
          value={kind}
          onChange={(value) => {
            setKind(value === 'collective' || value === 'household' ? value : 'individual');
          }}
          options={(['individual', 'collective', 'household'] as const).map((value) => ({
            value,
            label: t(`movements.people.kindOf.${value}`),
          }))}
        />
        <TextLine id="model-name" label={t('movements.people.name')} value={name} onChange={setName} max={200} />
        <TextLine id="model-title" label={t('movements.people.title')} value={title} onChange={setTitle} />
      </div>
      <div className="people-bar">
        <Button
          type="primary"
          disabled={short}
          loading={introduce.isPending}
          onClick={() => {
            const empty = { audience: null, subjectId: null, deeds: '', results: '', spread: '' };
            introduce.mutate(
              { params: { id: movementId }, body: { orgId, kind, name, title, ...empty } },
              {
                onSuccess: ({ id }) => {
                  void navigate({ to: '/phong-trao/viec/$id', params: { id } });
                },
              },
            );
          }}
        >
          {t('movements.people.introduceGo')}
        </Button>
      </div>
      <WhyDisabled reason={short ? t('movements.people.nameFirst') : null} />
      <ErrorNote error={introduce.error} />
    </section>
  );
}
