import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { RollbackOutlined } from '@ant-design/icons';
import type { DefinitionView } from '@thidua/contract';
import { dayText, timeText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { StateTag } from '../../pieces/state-tag';
import type { SaveState } from './draft-saver';

/** Where a version stands, whose hands are in it, from which day, and whether what is drawn here is saved. */
export function DefinitionLine({
  definition,
  save,
  canTry,
}: {
  readonly definition: DefinitionView;
  /** A draft without errors whose saving is done. */
  readonly canTry: boolean;
  readonly save: SaveState['state'];
}): ReactNode {
  const t = useText();
  const { id, status, version, running, editors, proposedBy, publishedBy, effectiveFrom } = definition;
  return (
    <>
      <StateTag group="definition" state={status} />
      <Link to="/quy-trinh">{t('definitions.title')}</Link>
      {definition.isOffer ? <span>{t('definitions.offered')}</span> : null}
      {editors.length === 0 ? null : <span>{t('definitions.editedBy', { names: editors.join(', ') })}</span>}
      {proposedBy === null ? null : <span>{t('definitions.proposedBy', { name: proposedBy })}</span>}
      {publishedBy === null ? null : <span>{t('definitions.publishedBy', { name: publishedBy })}</span>}
      {effectiveFrom === null || publishedBy === null ? null : <span>{t('definitions.from', { day: dayText(effectiveFrom) })}</span>}
      {version === 0 ? null : <span>{t('definitions.runningOn', { count: running })}</span>}
      {status === 'discarded' || (status === 'draft' && !canTry) ? null : (
        <Link to="/quy-trinh/$id/chay-thu" params={{ id }} search={{}}>
          {t('publishing.whatIf')}
        </Link>
      )}
      {save === 'idle' ? null : <span role="status">{t(`editor.save.${save}`)}</span>}
    </>
  );
}

/** Why a draft came back, until it is proposed anew. */
export function Returned({ definition }: { readonly definition: DefinitionView }): ReactNode {
  const t = useText();
  const { returned, status } = definition;
  if (returned === null || status !== 'draft') {
    return null;
  }
  return (
    <div className="note note-amber">
      <RollbackOutlined aria-hidden />
      <div>
        <strong>{t('definitions.returned', { name: returned.by ?? '', at: `${timeText(returned.at)} ${dayText(returned.at)}` })}</strong>
        <div>{returned.note}</div>
      </div>
    </div>
  );
}
