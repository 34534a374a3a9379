import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../api/queries';
import { launchOf, type Draft, type OnPaper } from './draft';

interface Launch {
  readonly launch: () => void;
  readonly pending: boolean;
  readonly error: Error | null;
}

/** Sends the draft: as the unit's own dossier, or as one entered from paper, and goes where it goes on. */
export function useLaunch(draft: Draft, paper: OnPaper | null): Launch {
  const navigate = useNavigate();
  const own = useAct('launchDossier');
  const entered = useAct('enterPaperDossier');
  const goOn = ({ dossierId, firstTaskId }: { readonly dossierId: string; readonly firstTaskId: string | null }): void => {
    void (firstTaskId === null
      ? navigate({ to: '/ho-so/$id', params: { id: dossierId } })
      : navigate({ to: '/viec/$id', params: { id: firstTaskId } }));
  };
  const launch = (): void => {
    if (paper === null) {
      own.mutate({ body: launchOf(draft) }, { onSuccess: goOn });
    } else {
      entered.mutate({ body: { ...launchOf(draft), deliveredOn: paper.deliveredOn } }, { onSuccess: goOn });
    }
  };
  return { launch, pending: own.isPending || entered.isPending, error: own.error ?? entered.error };
}
