import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { WorkProofView } from '@thidua/contract';
import { addressOf } from '../../../api/client';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { UploadField } from '../../../pieces/upload-field';
import './judging.css';

interface Props {
  readonly workId: string;
  /** Item, criterion or 'khac-phuc'. */
  readonly place: string;
  readonly proofs: readonly WorkProofView[];
  readonly mayAdd: boolean;
}

/** Files that prove one item: opened by anyone who sees the work, added and dropped while the step is open. */
export function Proofs({ workId, place, proofs, mayAdd }: Props): ReactNode {
  const t = useText();
  const drop = useAct('dropWorkProof');
  const here = proofs.filter((one) => one.place === place);
  return (
    <>
      {here.length === 0 ? null : (
        <ul className="proof-list" aria-label={t('movements.judging.proofs')}>
          {here.map((one) => (
            <li key={one.sha256}>
              <a href={addressOf('workProof', { id: workId, sha256: one.sha256 })}>{one.name}</a>
              {mayAdd ? (
                <Button
                  size="small"
                  aria-label={t('movements.judging.dropProof', { name: one.name })}
                  loading={drop.isPending}
                  onClick={() => {
                    drop.mutate({ params: { id: workId }, body: { place, sha256: one.sha256 } });
                  }}
                >
                  {t('movements.judging.drop')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <ErrorNote error={drop.error} />
      {mayAdd ? (
        <UploadField
          id={`proof-${workId}-${place}`}
          label={t('movements.judging.addProof')}
          rule="evidence"
          route="addWorkProof"
          input={{ params: { id: workId }, query: { place } }}
        />
      ) : null}
    </>
  );
}
