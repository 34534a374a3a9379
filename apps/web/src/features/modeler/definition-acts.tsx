import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DefinitionView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { WhyDisabled } from '../../pieces/why-disabled';

interface Props {
  readonly definition: DefinitionView;
  /** The diagram has errors: it can be neither proposed nor published. */
  readonly blocked: boolean;
  readonly busy: boolean;
}

/** Đề xuất by one administrator, Ban hành by another; the reason stands beside what cannot be pressed. */
export function DefinitionActs({ definition, blocked, busy }: Props): ReactNode {
  const t = useText();
  const propose = useAct('proposeDefinition');
  const publish = useAct('publishDefinition');
  const [asking, setAsking] = useState<'propose' | 'publish' | null>(null);
  const { may, status } = definition;
  const running = asking === 'propose' ? propose : publish;
  const close = (): void => {
    setAsking(null);
    propose.reset();
    publish.reset();
  };
  const stopped = blocked ? 'diagram-has-errors' : null;
  return (
    <>
      {status === 'draft' ? (
        <Button
          type="primary"
          disabled={!may.propose || blocked || busy}
          aria-describedby="definition-why"
          onClick={() => {
            setAsking('propose');
          }}
        >
          {t('definitions.propose')}
        </Button>
      ) : null}
      {status === 'proposed' ? (
        <Button
          type="primary"
          disabled={!may.publish || blocked}
          aria-describedby="definition-why"
          onClick={() => {
            setAsking('publish');
          }}
        >
          {t('definitions.publish')}
        </Button>
      ) : null}
      {status === 'draft' || status === 'proposed' ? <WhyDisabled id="definition-why" reason={stopped ?? may.whyNot} /> : null}
      {asking === null ? null : (
        <ReasonDialog
          title={t(`definitions.${asking}Of`, { name: definition.name })}
          verb={t(`definitions.${asking}`)}
          label={t('definitions.note')}
          min={3}
          pending={running.isPending}
          error={running.error}
          onClose={close}
          onDo={(note) => {
            running.mutate({ params: { id: definition.id }, body: { note } }, { onSuccess: close });
          }}
        />
      )}
    </>
  );
}
