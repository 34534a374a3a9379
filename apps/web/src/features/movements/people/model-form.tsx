import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ModelText, ModelView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine, TextLine } from './fields';

const AUDIENCES = ['worker', 'farmer', 'woman', 'enterprise', 'official', 'other'] as const;

/** What the slip will say; kept as often as somebody presses, until the head has signed. */
export function ModelForm({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  const save = useAct('writeModel');
  const { kind, name, title, audience, subjectId, deeds, results, spread } = model;
  const [text, setText] = useState<ModelText>({ kind, name, title, audience, subjectId, deeds, results, spread });
  const set = (change: Partial<ModelText>): void => {
    setText({ ...text, ...change });
  };
  return (
    <section className="section" aria-label={t('movements.people.slip')}>
      <h2>{t('movements.people.slip')}</h2>
      <div className="people-form">
        <TextLine
          id="slip-name"
          label={t('movements.people.name')}
          value={text.name}
          max={200}
          onChange={(value) => {
            set({ name: value });
          }}
        />
        <TextLine
          id="slip-title"
          label={t('movements.people.title')}
          value={text.title}
          onChange={(value) => {
            set({ title: value });
          }}
        />
        <ChoiceLine
          id="slip-audience"
          label={t('movements.people.audience')}
          value={text.audience ?? ''}
          none={t('movements.people.notSaid')}
          options={AUDIENCES.map((value) => ({ value, label: t(`movements.people.audienceOf.${value}`) }))}
          onChange={(value) => {
            set({ audience: AUDIENCES.find((one) => one === value) ?? null });
          }}
        />
        {(['deeds', 'results', 'spread'] as const).map((field) => (
          <TextLine
            key={field}
            id={`slip-${field}`}
            label={t(`movements.people.${field}`)}
            value={text[field]}
            rows={field === 'spread' ? 2 : 4}
            max={field === 'deeds' ? 6000 : field === 'results' ? 4000 : 2000}
            onChange={(value) => {
              set({ [field]: value });
            }}
          />
        ))}
      </div>
      <div className="people-bar">
        <Button
          loading={save.isPending}
          onClick={() => {
            save.mutate({ params: { id: model.id }, body: { ...text, version: model.version } });
          }}
        >
          {t('movements.people.save')}
        </Button>
        {model.missing.length === 0 ? null : (
          <span className="small muted">
            {t('movements.people.missing', { fields: model.missing.map((field) => t(`movements.people.${field}`)).join(', ') })}
          </span>
        )}
      </div>
      <ErrorNote error={save.error} />
    </section>
  );
}
