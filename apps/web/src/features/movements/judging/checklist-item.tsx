import type { ReactNode } from 'react';
import type { InspectedUnitView } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { TextLine } from '../people/fields';
import { Proofs } from './proofs';

type Finding = InspectedUnitView['findings'][number];
const RESULTS = ['met', 'unmet', 'unchecked'] as const;

interface Props {
  readonly at: number;
  readonly finding: Finding;
  readonly unit: InspectedUnitView;
  readonly onChange: (finding: Finding) => void;
}

/** One item of a checklist, filled in on the spot: a thumb wide on a phone. */
export function ChecklistItem({ at, finding, unit, onChange }: Props): ReactNode {
  const t = useText();
  const { item, content, result, remark, documents } = finding;
  return (
    <fieldset className="check-item" data-result={result ?? 'none'}>
      <legend>{`${String(at)}. ${content}`}</legend>
      <div className="check-body">
        <div className="check-choice">
          {RESULTS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`result-${item}`}
                checked={result === one}
                onChange={() => {
                  onChange({ ...finding, result: one });
                }}
              />
              {t(`movements.judging.finding.${one}`)}
            </label>
          ))}
        </div>
        <TextLine
          id={`remark-${item}`}
          label={t(result === null || result === 'met' ? 'movements.judging.remark' : 'movements.judging.remarkNeeded')}
          value={remark}
          rows={2}
          max={2000}
          onChange={(value) => {
            onChange({ ...finding, remark: value });
          }}
        />
        <TextLine
          id={`documents-${item}`}
          label={t('movements.judging.documents')}
          value={documents}
          max={1000}
          onChange={(value) => {
            onChange({ ...finding, documents: value });
          }}
        />
        <Proofs workId={unit.workId} place={item} proofs={unit.proofs} mayAdd={unit.may.proofs} />
      </div>
    </fieldset>
  );
}
