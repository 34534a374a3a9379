import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PlanDraftView, PlanFieldView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { FieldCard } from './field-card';
import { FieldEditor } from './field-editor';
import { GROUPS, type FieldKind } from './field-shapes';
import type { LineRange } from './source-text';

interface Props {
  readonly draft: PlanDraftView;
  readonly marked: LineRange | null;
  readonly onShow: (line: LineRange) => void;
}

/** The fields of a plan, group by group, each to be confirmed, changed or marked as absent. */
export function FieldGroups({ draft, marked, onShow }: Props): ReactNode {
  const t = useText();
  const settle = useAct('settlePlanFields');
  const change = useAct('changePlanField');
  const [edited, setEdited] = useState<{ readonly kind: FieldKind; readonly field: PlanFieldView | null } | null>(null);
  const names = new Map(draft.awards.map(({ award, name }) => [award, name]));
  const params = { id: draft.id };
  const send = (fieldIds: string[], state: 'proposed' | 'confirmed' | 'absent'): void => {
    settle.mutate({ params, body: { version: draft.version, fieldIds, state } });
  };
  return (
    <>
      <ErrorNote error={settle.error} />
      {GROUPS.map(({ key, kinds, more }) => {
        const fields = draft.fields.filter((field) => kinds.includes(field.kind));
        const ready = fields.filter((field) => field.state === 'proposed' && !field.free && field.value !== null && field.asked === null);
        const mayConfirm = draft.may.edit && ready.length > 1;
        return fields.length === 0 && more.length === 0 ? null : (
          <section key={key} className="section" aria-labelledby={`draft-group-${key}`}>
            <div className="draft-group-head">
              <h2 id={`draft-group-${key}`}>{t(`movements.drafts.group.${key}`)}</h2>
              {mayConfirm ? (
                <Button
                  size="small"
                  disabled={settle.isPending}
                  onClick={() => {
                    send(
                      ready.map((field) => field.id),
                      'confirmed',
                    );
                  }}
                >
                  {t('movements.drafts.confirmGroup', { count: ready.length })}
                  <span className="visually-hidden">: {t(`movements.drafts.group.${key}`)}</span>
                </Button>
              ) : null}
            </div>
            {fields.length === 0 ? <p className="muted">{t(`movements.drafts.noneIn.${key}`)}</p> : null}
            <ul className="draft-fields">
              {fields.map((field) => (
                <FieldCard
                  key={field.id}
                  field={field}
                  names={names}
                  mayEdit={draft.may.edit}
                  busy={settle.isPending || change.isPending}
                  lit={isLit(field, marked)}
                  onShow={draft.lines.length === 0 ? null : onShow}
                  onSettle={(state) => {
                    send([field.id], state);
                  }}
                  onEdit={() => {
                    change.reset();
                    setEdited({ kind: field.kind, field });
                  }}
                />
              ))}
            </ul>
            {draft.may.edit && more.length > 0 ? (
              <div className="draft-field-acts">
                {more.map((kind) => (
                  <Button
                    key={kind}
                    size="small"
                    type="dashed"
                    onClick={() => {
                      change.reset();
                      setEdited({ kind, field: null });
                    }}
                  >
                    {t('movements.drafts.add', { what: t(`movements.drafts.kind.${kind}`).toLowerCase() })}
                  </Button>
                ))}
              </div>
            ) : null}
          </section>
        );
      })}
      {edited === null ? null : (
        <FieldEditor
          kind={edited.kind}
          field={edited.field}
          lines={draft.lines.length}
          awards={draft.awards}
          busy={change.isPending}
          error={change.error}
          onClose={() => {
            setEdited(null);
          }}
          onSave={(value, line, words) => {
            change.mutate(
              {
                params,
                body: {
                  version: draft.version,
                  fieldId: edited.field?.id ?? null,
                  kind: edited.kind,
                  value,
                  line,
                  ...(words === '' ? {} : { words }),
                },
              },
              {
                onSuccess: () => {
                  setEdited(null);
                },
              },
            );
          }}
        />
      )}
    </>
  );
}

function isLit({ source }: PlanFieldView, marked: LineRange | null): boolean {
  return marked !== null && source !== null && source.line.from === marked.from && source.line.to === marked.to;
}
