import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DefinitionView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { WhyDisabled } from '../../pieces/why-disabled';
import { PublishDialog, type PublishedVersion } from './publish-dialog';
import { useSeenAnew } from './seen-anew';

interface Props {
  readonly definition: DefinitionView;
  /** The diagram has errors: it can be neither proposed nor published. */
  readonly blocked: boolean;
  /** The drawing here is not what the server has. */
  readonly busy: boolean;
  /** What would be proposed, in words. */
  readonly changes: DefinitionView['changes'];
  readonly onPublished: (published: PublishedVersion) => void;
}

type Asked = 'propose' | 'withdraw' | 'giveBack' | 'discard';
const ROUTES = {
  propose: 'proposeDefinition',
  withdraw: 'giveBackDefinition',
  giveBack: 'giveBackDefinition',
  discard: 'discardDraft',
} as const;

/** Đề xuất by one administrator, Ban hành or Trả lại by another; the reason stands beside what cannot be pressed. */
export function DefinitionActs({ definition, blocked, busy, changes, onPublished }: Props): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState<Asked | 'publish' | null>(null);
  const { may, status } = definition;
  const open = status === 'draft' || status === 'proposed';
  const button = (act: Asked | 'publish', { disabled = false, primary = false } = {}): ReactNode => (
    <Button
      type={primary ? 'primary' : 'default'}
      disabled={disabled}
      {...(primary ? { 'aria-describedby': 'definition-why' } : {})}
      onClick={() => {
        setAsking(act);
      }}
    >
      {t(`definitions.${act}`)}
    </Button>
  );
  // What was wrong when the page came may be mended since: what is drawn here counts.
  const whyNot = blocked ? 'diagram-has-errors' : may.whyNot === 'diagram-has-errors' ? null : may.whyNot;
  return (
    <>
      {may.discard ? button('discard') : null}
      {may.withdraw ? button('withdraw') : null}
      {may.giveBack ? button('giveBack') : null}
      {status === 'draft' ? button('propose', { primary: true, disabled: !may.edit || blocked || busy }) : null}
      {status === 'proposed' ? button('publish', { primary: true, disabled: !may.publish || blocked }) : null}
      {open ? <WhyDisabled id="definition-why" reason={whyNot} /> : null}
      {asking === null ? null : asking === 'publish' ? (
        <PublishDialog
          definition={definition}
          onPublished={(published) => {
            setAsking(null);
            onPublished(published);
          }}
          onClose={() => {
            setAsking(null);
          }}
        />
      ) : (
        <Asking
          key={asking}
          act={asking}
          definition={definition}
          changes={asking === 'propose' ? changes : []}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </>
  );
}

function Asking({
  act,
  definition,
  changes,
  onClose,
}: {
  readonly act: Asked;
  readonly definition: DefinitionView;
  readonly changes: DefinitionView['changes'];
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const running = useAct(ROUTES[act]);
  const seeAnew = useSeenAnew();
  return (
    <ReasonDialog
      title={t(`definitions.${act}Of`, { name: definition.name })}
      verb={t(`definitions.${act}`)}
      label={t(act === 'propose' ? 'definitions.note' : 'definitions.reason')}
      min={3}
      danger={act === 'discard'}
      pending={running.isPending}
      error={running.error}
      onClose={() => {
        seeAnew(running.error);
        onClose();
      }}
      onDo={(note) => {
        running.mutate(
          { params: { id: definition.id }, body: { note } },
          {
            onSuccess: () => {
              onClose();
              if (act === 'discard') {
                void navigate({ to: '/quy-trinh' });
              }
            },
          },
        );
      }}
    >
      {changes.length === 0 ? null : <Told changes={changes} />}
    </ReasonDialog>
  );
}

const TOLD = 6;

/** What the second administrator will be asked to publish. */
function Told({ changes }: { readonly changes: DefinitionView['changes'] }): ReactNode {
  const t = useText();
  return (
    <div className="note note-blue">
      <div>
        <strong>{t('definitions.proposes', { count: changes.length })}</strong>
        <ul className="told">
          {changes.slice(0, TOLD).map(({ elementId, text }, at) => (
            <li key={`${elementId}/${String(at)}`}>{text}</li>
          ))}
          {changes.length > TOLD ? <li>…</li> : null}
        </ul>
      </div>
    </div>
  );
}
