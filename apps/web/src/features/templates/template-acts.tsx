import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { TemplateView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { ReasonDialog } from '../../pieces/reason-dialog';

/** What may be done with a template as it stands: put forward, release or give back, withdraw, go on from it. */
export function TemplateActs({ template }: { readonly template: TemplateView }): ReactNode {
  const t = useText();
  const [asked, setAsked] = useState<'return' | 'withdraw' | null>(null);
  const propose = useAct('proposeTemplate');
  const settle = useAct('settleTemplate');
  const withdraw = useAct('withdrawTemplate');
  const { id, state, version, whyNotPropose, whyNotRelease } = template;
  const params = { id };
  const act = asked === 'withdraw' && state === 'draft' ? 'discard' : (asked ?? 'return');
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      <div className="template-acts">
        {state === 'draft' ? (
          <Why text={whyNotPropose}>
            <Button
              type="primary"
              disabled={whyNotPropose !== null}
              loading={propose.isPending}
              onClick={() => {
                propose.mutate({ params, body: { version } });
              }}
            >
              {t('templates.propose')}
            </Button>
          </Why>
        ) : null}
        {state === 'proposed' ? (
          <Why text={whyNotRelease}>
            <Button
              type="primary"
              disabled={whyNotRelease !== null}
              loading={settle.isPending}
              onClick={() => {
                settle.mutate({ params, body: { version, accept: true } });
              }}
            >
              {t('templates.release')}
            </Button>
          </Why>
        ) : null}
        {state === 'proposed' ? (
          <Button
            onClick={() => {
              setAsked('return');
            }}
          >
            {t('templates.return')}
          </Button>
        ) : null}
        {state === 'withdrawn' ? null : (
          <Button
            danger
            onClick={() => {
              setAsked('withdraw');
            }}
          >
            {t(state === 'draft' ? 'templates.discard' : 'templates.withdraw')}
          </Button>
        )}
        {state === 'draft' ? null : <GoOn template={template} />}
      </div>
      <ErrorNote error={propose.error ?? settle.error} />
      {asked === null ? null : (
        <ReasonDialog
          title={t(`templates.${act}Title`, { title: template.title })}
          verb={t(`templates.${act}`)}
          label={t('templates.why')}
          min={3}
          danger={asked === 'withdraw'}
          pending={settle.isPending || withdraw.isPending}
          error={asked === 'withdraw' ? withdraw.error : settle.error}
          onDo={(reason) => {
            if (asked === 'withdraw') {
              withdraw.mutate({ params, body: { version, reason } }, { onSuccess: close });
            } else {
              settle.mutate({ params, body: { version, accept: false, reason } }, { onSuccess: close });
            }
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function Why({ text, children }: { readonly text: string | null; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      {children}
      {text === null ? null : <div className="why small">{text}</div>}
    </div>
  );
}

/** A new draft that begins as this one reads. */
function GoOn({ template }: { readonly template: TemplateView }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const draft = useAct('draftTemplate');
  const { kind, title, packId, validFrom, source, letterhead } = template;
  return (
    <>
      <Button
        loading={draft.isPending}
        onClick={() => {
          draft.mutate(
            { params: { kind }, body: { title, packId, validFrom, source, letterhead } },
            { onSuccess: ({ id }) => void navigate({ to: '/mau-van-ban/$kind/$id', params: { kind, id } }) },
          );
        }}
      >
        {t('templates.goOn')}
      </Button>
      <ErrorNote error={draft.error} />
    </>
  );
}
