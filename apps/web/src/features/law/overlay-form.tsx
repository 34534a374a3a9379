import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { PackSummary } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { LawProblems } from './law-problems';
import { isWhole, NO_PAPER, paperBody, PaperForm } from './paper-form';

/** Another reading of the law that the pack itself keeps: switched on for the province by two persons and a paper. */
export function OverlayForm({ pack, today }: { readonly pack: PackSummary; readonly today: string }): ReactNode {
  const t = useText();
  const propose = useAct('proposeOverlay');
  const [overlayId, setOverlayId] = useState(pack.overlays[0]?.id ?? '');
  const [from, setFrom] = useState(today);
  const [paper, setPaper] = useState(NO_PAPER);
  const ready = isWhole(paper) && from !== '' && overlayId !== '';
  return (
    <details className="law-import">
      <summary>{t('law.overlay.title')}</summary>
      <p className="why">{t('law.overlay.line')}</p>
      <div className="law-paper">
        <label className="field">
          <span className="field-label">{t('law.overlay.which')}</span>
          <select
            className="form-input"
            value={overlayId}
            onChange={(event) => {
              setOverlayId(event.target.value);
            }}
          >
            {pack.overlays.map((overlay) => (
              <option key={overlay.id} value={overlay.id}>
                {t('law.overlay.option', { id: overlay.id, citation: overlay.citation, off: overlay.off.join(', ') })}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <label className="field-label" htmlFor="law-overlay-from">
            {t('law.from')}
          </label>
          <DayField
            id="law-overlay-from"
            value={from}
            withTime={false}
            disabled={false}
            onChange={(value) => {
              setFrom(typeof value === 'string' ? value : '');
            }}
          />
        </div>
      </div>
      <PaperForm paper={paper} onChange={setPaper} />
      <Button
        type="primary"
        disabled={!ready}
        loading={propose.isPending}
        onClick={() => {
          propose.mutate(
            { params: { pack: pack.id }, body: { ...paperBody(paper), overlayId, from } },
            {
              onSuccess: () => {
                setPaper(NO_PAPER);
              },
            },
          );
        }}
      >
        {t('law.proposeLocal')}
      </Button>
      <p className="help">{ready ? t('law.secondPerson') : t('law.paperForm.missing')}</p>
      <ErrorNote error={propose.error} />
      <LawProblems error={propose.error} />
    </details>
  );
}
