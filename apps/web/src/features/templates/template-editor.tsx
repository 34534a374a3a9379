import { useId, useRef, useState, type ReactNode } from 'react';
import { Button, Input } from 'antd';
import type { PaperKindView, TemplateView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { PrintButton } from '../../pieces/print-button';
import { FaultList } from './fault-list';
import { LetterheadForm } from './letterhead-form';
import { goToLine, SourceEditor } from './source-editor';
import '../../forms/forms.css';

type Written = Pick<TemplateView, 'title' | 'packId' | 'validFrom' | 'source' | 'letterhead'>;

/** In one order of keys, so that two can be compared: the database keeps its own. */
function writtenIn({ title, packId, validFrom, source, letterhead }: Written): Written {
  if (letterhead === null) {
    return { title, packId, validFrom, source, letterhead };
  }
  const { emblem, parent, body, below } = letterhead;
  return { title, packId, validFrom, source, letterhead: { emblem, parent, body, below } };
}

/** Source and letterhead side by side with what is wrong; saving says at once what the server found. */
export function TemplateEditor({
  template,
  packs,
}: {
  readonly template: TemplateView;
  readonly packs: PaperKindView['packs'];
}): ReactNode {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const save = useAct('changeTemplate');
  const [written, setWritten] = useState<Written>(() => writtenIn(template));
  const readOnly = template.state !== 'draft';
  const changed = JSON.stringify(writtenIn(written)) !== JSON.stringify(writtenIn(template));
  const set = (change: Partial<Written>): void => {
    setWritten({ ...written, ...change });
  };
  const toLine = (line: number): void => {
    goToLine(area.current, line);
  };
  const inLines = template.problems.filter(({ line, partial }) => line !== null && partial === null).map(({ line }) => line ?? 0);
  return (
    <section className="section" aria-label={t('templates.editor')}>
      <About written={written} packs={packs} readOnly={readOnly} onChange={set} />
      <div className="template-columns">
        <SourceEditor
          value={written.source}
          readOnly={readOnly}
          marked={new Set(changed ? [] : inLines)}
          area={area}
          onChange={(source) => {
            set({ source });
          }}
        />
        <div>
          <FaultList title={t('templates.problems')} faults={template.problems} none={t('templates.noProblem')} onLine={toLine} />
          {template.trial === null ? null : (
            <FaultList title={t('templates.trial')} faults={template.trial.problems} none={t('templates.noDeviation')} onLine={toLine} />
          )}
          <LetterheadForm
            value={written.letterhead}
            readOnly={readOnly}
            onChange={(letterhead) => {
              set({ letterhead });
            }}
          />
        </div>
      </div>
      <div className="template-acts">
        {readOnly ? null : (
          <Button
            type={changed ? 'primary' : 'default'}
            disabled={!changed}
            loading={save.isPending}
            onClick={() => {
              save.mutate({ params: { id: template.id }, body: { ...written, version: template.version } });
            }}
          >
            {t('templates.save')}
          </Button>
        )}
        <PrintButton
          kind="template-preview"
          params={{ templateId: template.id }}
          label={t('templates.try')}
          whyNot={changed ? t('templates.saveFirst') : hasRefusal(template) ? t('templates.mendFirst') : undefined}
        />
      </div>
      {template.partsChanged && !readOnly ? <p className="note note-amber">{t('templates.partsChanged')}</p> : null}
      <ErrorNote error={save.error} />
    </section>
  );
}

function hasRefusal({ problems }: TemplateView): boolean {
  return problems.some(({ severity }) => severity === 'refusal');
}

interface AboutProps {
  readonly written: Written;
  readonly packs: PaperKindView['packs'];
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<Written>) => void;
}

/** Name, first day, pack. */
function About({ written, packs, readOnly, onChange }: AboutProps): ReactNode {
  const t = useText();
  const id = useId();
  return (
    <div className="template-about">
      <label className="field">
        <span className="field-label">{t('templates.name')}</span>
        <Input
          value={written.title}
          maxLength={200}
          disabled={readOnly}
          onChange={(event) => {
            onChange({ title: event.target.value });
          }}
        />
      </label>
      <div className="field">
        <label className="field-label" htmlFor={`${id}from`}>
          {t('templates.validFrom')}
        </label>
        <DayField
          id={`${id}from`}
          value={written.validFrom}
          withTime={false}
          disabled={readOnly}
          onChange={(value) => {
            if (typeof value === 'string') {
              onChange({ validFrom: value });
            }
          }}
        />
      </div>
      <label className="field">
        <span className="field-label">{t('templates.pack')}</span>
        <select
          className="form-input"
          value={written.packId ?? ''}
          disabled={readOnly}
          onChange={(event) => {
            onChange({ packId: event.target.value === '' ? null : event.target.value });
          }}
        >
          <option value="">{t('templates.anyPack')}</option>
          {packs.map((pack) => (
            <option key={pack.id} value={pack.id}>
              {pack.title}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
